"""`bolo report`, which another process writes."""

import json
import shutil

import pytest

from engine.cli.report_command import run_report
from engine.errors import Cancelled
from engine.gallery.gallery import Gallery
from engine.imaging.digest import sha256_of
from engine.progress import Progress


@pytest.fixture
def own_case(case, tmp_path):
    shutil.copytree(case, tmp_path / "own.bolo")
    return tmp_path / "own.bolo"


def test_a_report_is_written_and_its_hash_logged(bolo, own_case, tmp_path):
    bolo("review", own_case, 2, "rejected")
    code, out, err = bolo("report", own_case, tmp_path / "report.pdf", "--json")
    said = json.loads(out)
    assert (code, err, said["noted"]) == (0, "", True)
    assert said["sha256"] == sha256_of(tmp_path / "report.pdf")
    with Gallery.open(own_case, read_only=True) as gallery:
        *_, last = gallery.audit_entries()
    assert (last.action, json.loads(last.facts)["sha256"]) == ("report made", said["sha256"])


def test_what_is_no_case_is_said_in_one_sentence(bolo, tmp_path):
    code, _, err = bolo("report", tmp_path / "nowhere.bolo", tmp_path / "report.pdf", "--json")
    assert code == 1
    assert err.count("\n") == 1
    assert "there is no case here" in err


def test_a_cancelled_report_leaves_the_one_before(own_case, tmp_path):
    out = tmp_path / "report.pdf"
    out.write_bytes(b"the one before")
    with pytest.raises(Cancelled):
        run_report(own_case, out, Progress(is_cancelled=lambda: True))
    assert out.read_bytes() == b"the one before"
