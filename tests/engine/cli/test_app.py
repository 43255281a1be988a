"""How the command line ends: exit codes, and what a user reads."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import get_args

import pytest
from typer.testing import CliRunner

from engine.casework import case as casework
from engine.cli.app import make_app
from engine.cli.import_options import DetectorName
from engine.errors import Cancelled

COMMANDS = (
    *("import", "search", "crops", "labels", "train", "evaluate", "plots", "case", "models", "audit", "bench"),
    "export",
)


def test_help_lists_the_commands_and_hides_the_windows_jobs():
    shown = CliRunner().invoke(make_app(), ["--help"])

    listed = [line.split()[0] for line in shown.output.partition("Commands:")[2].splitlines() if line.strip()]
    assert set(COMMANDS) <= set(listed)
    assert "job" not in listed


@pytest.mark.parametrize("command", [[name] for name in COMMANDS] + [["job", "import"], ["case", "new"]])
def test_every_command_explains_itself(command):
    shown = CliRunner().invoke(make_app(), [*command, "--help"])

    assert shown.exit_code == 0
    assert f"Usage: bolo {' '.join(command)}" in shown.output


@pytest.mark.parametrize("argv", [["fly"], ["case", "new"], ["import", "case"], ["case", "new", "x", "--colour"]])
def test_bad_usage_ends_with_two(bolo, argv):
    code, out, err = bolo(*argv)

    assert (code, out) == (2, "")
    assert "Error" in err


def test_an_error_that_nobody_foresaw_ends_with_four_and_leaves_a_report(bolo, monkeypatch, tmp_path, bolo_home):
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(casework, "new_case", broken)
    code, out, err = bolo("case", "new", tmp_path / "x.bolo")

    reports = sorted((bolo_home / "reports").glob("*.txt"))
    assert (code, out) == (4, "")
    assert "Traceback" not in err and str(reports[-1]) in err
    assert "RuntimeError: a bug" in reports[-1].read_text(encoding="utf-8")


def test_a_full_disk_is_the_users_to_mend(bolo, monkeypatch, tmp_path):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(tmp_path))

    monkeypatch.setattr(casework, "new_case", full)
    code, _, err = bolo("case", "new", tmp_path / "x.bolo")

    assert code == 1
    assert "No space left on device" in err and err.count("\n") == 1


@pytest.mark.parametrize("stop", [Cancelled, KeyboardInterrupt])
def test_a_cancelled_command_ends_with_three(bolo, monkeypatch, tmp_path, stop):
    def stopped(*_: object) -> None:
        raise stop

    monkeypatch.setattr(casework, "new_case", stopped)
    code, out, err = bolo("case", "new", tmp_path / "x.bolo")

    assert (code, out) == (3, "")
    assert "cancelled" in err


def test_a_missing_case_is_one_sentence_in_a_process_of_its_own(bolo_process, tmp_path):
    done = bolo_process("search", tmp_path / "none.bolo", "--has", "upperBodyRed")

    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no case here" in done.stderr and done.stderr.count("\n") == 1


def test_a_case_made_by_a_newer_version_is_refused(bolo_process, tmp_path):
    case = tmp_path / "newer.bolo"
    assert bolo_process("case", "new", case).returncode == 0
    with closing(sqlite3.connect(case / "case.db")) as connection:
        connection.execute("PRAGMA user_version = 999")

    done = bolo_process("case", "info", case, "--json")

    assert (done.returncode, done.stdout) == (1, "")
    assert "newer version" in done.stderr and done.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux alone")
def test_a_file_name_that_is_no_text_is_no_bug(bolo_process, tmp_path, crops_folder):
    footage, case = tmp_path / "footage", tmp_path / "case.bolo"
    footage.mkdir()
    picture = sorted(crops_folder.iterdir())[0].read_bytes()
    (footage / os.fsdecode(b"gate\xff.jpg")).write_bytes(picture)
    (footage / os.fsdecode(b"broken\xff.jpg")).write_bytes(b"no picture")
    bolo_process("case", "new", case)

    done = bolo_process("import", case, footage, "--detector", "none", "--json")
    listed = bolo_process("crops", case, "--json")

    assert (done.returncode, listed.returncode) == (1, 0)
    assert "broken\\udcff.jpg" in done.stderr
    assert json.loads(listed.stdout)["crops"][0]["file"].endswith("gate\udcff.jpg")


def test_looking_something_up_loads_neither_torch_nor_opencv(case):
    code = (
        "import json, sys; from engine.cli.app import run; "
        f"run(['search', {str(case)!r}, '--has', 'upperBodyRed', '--limit', '1', '--json']); "
        "sys.stderr.write(json.dumps([name for name in ('torch', 'cv2', 'PySide6') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)

    assert len(json.loads(done.stdout)["results"]) == 1
    assert json.loads(done.stderr) == []


def test_the_light_packages_load_neither_torch_nor_opencv():
    code = (
        "import sys, engine.search.searcher, engine.search.contact_sheet, engine.gallery.gallery, "
        "engine.casework.verify, engine.registry.store, engine.cli.app; "
        "sys.exit(any(name in sys.modules for name in ('torch', 'cv2')))"
    )

    assert subprocess.run([sys.executable, "-c", code], timeout=120).returncode == 0


def test_the_detectors_on_the_command_line_are_those_of_the_engine():
    from engine.detection.choose import DetectorKind

    assert set(get_args(DetectorName)) == {kind.value for kind in DetectorKind}
