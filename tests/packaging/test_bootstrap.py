"""The bootstrap's plans: what it would run on which machine. No test here installs or fetches anything."""

import ast
import sys
from collections import deque
from pathlib import Path

import pytest

from engine.demo.demo_case import CASE_NAME


@pytest.fixture
def machine(bootstrap):
    def make(**facts):
        usual = {
            "platform": "linux",
            "python": (3, 12, 1),
            "has_display": True,
            "is_root": False,
            "has_apt": True,
            "has_ensurepip": True,
        }
        return bootstrap.Machine(**{**usual, **facts})

    return make


@pytest.fixture
def parts(packaging_dir):
    import system_libraries

    by_name = {part.name: part for part in system_libraries.QT_LIBRARIES}
    return by_name["libEGL.so.1"], by_name["libxcb-cursor.so.0"]


class FakeVenv:
    """Stands for an environment of a given Python with given stamps."""

    folder = Path("somewhere")
    python = Path("somewhere/python")

    def __init__(self, version="3.12.1", stamps=None):
        self._version = version
        self._stamps = stamps or {}

    def python_version(self):
        return self._version

    def stamps(self):
        return self._stamps

    def script(self, name):
        return Path("somewhere") / name


def commands(steps):
    return [" ".join(step.command) for step in steps]


def test_an_old_python_is_told_which_one_is_needed(bootstrap):
    with pytest.raises(bootstrap.BootstrapError, match=r"needs Python 3\.11 or newer and this is 3\.10\.4"):
        bootstrap.check_python((3, 10, 4))


def test_a_python_newer_than_the_pinned_packages_is_named(bootstrap):
    with pytest.raises(bootstrap.BootstrapError, match=r"no builds for Python 3\.15\.0"):
        bootstrap.check_python((3, 15, 0))


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
def test_the_pythons_between_are_welcome(bootstrap, minor):
    bootstrap.check_python((3, minor, 0))


@pytest.mark.parametrize("name", ["bootstrap.py", "system_libraries.py", "virtual_environment.py"])
def test_an_old_python_can_read_the_file_that_turns_it_away(packaging_dir, name):
    ast.parse((packaging_dir / name).read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("name", ["bootstrap.py", "system_libraries.py", "virtual_environment.py"])
def test_the_bootstrap_needs_nothing_but_the_standard_library(packaging_dir, name):
    tree = ast.parse((packaging_dir / name).read_text(encoding="utf-8"))
    imported = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {node.module.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported - {"system_libraries", "virtual_environment"} <= sys.stdlib_module_names


def test_a_machine_that_has_everything_is_left_alone(bootstrap, machine):
    assert bootstrap.plan_system(machine()) == []


def test_root_on_debian_gets_the_missing_libraries_installed(bootstrap, machine, parts):
    steps = bootstrap.plan_system(machine(is_root=True, missing_parts=parts))
    assert commands(steps)[-1].endswith("install -y --no-install-recommends libegl1 libxcb-cursor0")
    assert ("DEBIAN_FRONTEND", "noninteractive") in steps[-1].environment
    assert all(step.is_needed for step in steps)


def test_other_users_read_the_one_line_to_run(bootstrap, machine, parts):
    with pytest.raises(bootstrap.BootstrapError) as caught:
        bootstrap.plan_system(machine(missing_parts=parts))
    assert str(caught.value).splitlines()[-1] == "sudo apt-get install -y libegl1 libxcb-cursor0"


def test_a_system_without_apt_is_told_the_names_of_the_libraries(bootstrap, machine, parts):
    with pytest.raises(bootstrap.BootstrapError, match=r"lacks libEGL\.so\.1, libxcb-cursor\.so\.0:"):
        bootstrap.plan_system(machine(has_apt=False, missing_parts=parts))


def test_what_only_a_display_needs_does_not_stop_a_machine_without_one(bootstrap, machine, parts):
    egl, cursor = parts
    assert bootstrap.plan_system(machine(has_display=False, missing_parts=(cursor,))) == []
    assert not any(
        step.is_needed
        for step in bootstrap.plan_system(machine(is_root=True, has_display=False, missing_parts=(cursor,)))
    )
    with pytest.raises(bootstrap.BootstrapError):
        bootstrap.plan_system(machine(has_display=False, missing_parts=(egl,)))


def test_debian_without_venv_gets_the_package_of_its_python(bootstrap, machine):
    steps = bootstrap.plan_system(machine(is_root=True, has_ensurepip=False))
    assert steps[-1].command[-1] == "python3.12-venv"
    with pytest.raises(bootstrap.BootstrapError, match=r"sudo apt-get install -y python3\.12-venv"):
        bootstrap.plan_system(machine(has_ensurepip=False))


def test_windows_and_macos_are_never_asked_for_libraries(bootstrap, machine):
    assert bootstrap.plan_system(machine(platform="win32", has_apt=False)) == []
    assert bootstrap.plan_system(machine(platform="darwin", has_apt=False)) == []


def test_an_environment_is_made_where_there_is_none_and_kept_where_there_is(bootstrap):
    assert bootstrap.plan_venv(FakeVenv()) == []
    assert commands(bootstrap.plan_venv(FakeVenv(version=None)))[0].endswith(f"-m venv --clear {FakeVenv.folder}")
    assert len(bootstrap.plan_venv(FakeVenv(version="3.10.2"))) == 1


def test_the_first_run_installs_each_set_and_the_second_nothing(bootstrap):
    first = bootstrap.plan_packages(FakeVenv(), ("runtime", "test"))
    assert [step.stamp[0] for step in first] == ["runtime", "test", "project"]
    done = FakeVenv(stamps=dict(step.stamp for step in first))
    assert bootstrap.plan_packages(done, ("runtime", "test")) == []


def test_tests_after_a_demo_install_only_the_test_set(bootstrap):
    done = FakeVenv(stamps=dict(step.stamp for step in bootstrap.plan_packages(FakeVenv(), ("runtime",))))
    assert [step.stamp[0] for step in bootstrap.plan_packages(done, ("runtime", "test"))] == ["test"]


def test_another_python_in_the_environment_installs_again(bootstrap):
    stamps = dict(step.stamp for step in bootstrap.plan_packages(FakeVenv(), ("runtime",)))
    again = bootstrap.plan_packages(FakeVenv(version="3.13.0", stamps=stamps), ("runtime",))
    assert [step.stamp[0] for step in again] == ["runtime", "project"]


def test_another_lock_installs_again(bootstrap, tmp_path, monkeypatch):
    stamps = dict(step.stamp for step in bootstrap.plan_packages(FakeVenv(), ("runtime",)))
    changed = tmp_path / "packaging" / "lock"
    changed.mkdir(parents=True)
    (changed / "runtime.txt").write_text("numpy==0.0.1\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((bootstrap.ROOT / "pyproject.toml").read_bytes())
    monkeypatch.setattr(bootstrap, "LOCK", changed)
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    assert "runtime" in [step.stamp[0] for step in bootstrap.plan_packages(FakeVenv(stamps=stamps), ("runtime",))]


def test_with_a_display_demo_opens_the_window(bootstrap, machine):
    assert commands(bootstrap.plan_demo(FakeVenv(), machine())) == [f"{Path('somewhere/bolo')} demo"]


def test_without_a_display_demo_makes_case_sheet_and_picture_off_screen(bootstrap, machine):
    made, searched, drawn = bootstrap.plan_demo(FakeVenv(), machine(has_display=False))
    assert "--no-window" in made.command
    assert searched.command[-1].endswith("contact-sheet.png")
    assert drawn.command[-1].endswith("window.png")
    assert ("QT_QPA_PLATFORM", "offscreen") in drawn.environment
    assert Path(searched.command[2]).name == Path(drawn.command[3]).name == CASE_NAME


def test_pytest_runs_last_with_the_arguments_given(bootstrap):
    steps = bootstrap.plan_test(FakeVenv(), ["-k", "margin"])
    assert commands(steps)[-1].endswith("-m pytest --durations=10 -k margin")
    assert len(steps) == 5


def test_too_little_room_is_said_before_anything_is_fetched(bootstrap):
    with pytest.raises(bootstrap.BootstrapError, match=r"need about 7 GB .* 2\.0 GB"):
        bootstrap.check_room(2_000_000_000, "linux")
    bootstrap.check_room(4_000_000_000, "win32")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("ERROR: Could not find a version that satisfies the requirement torch==2.14.1", "check the network"),
        ("WARNING: Retrying ... Failed to establish a new connection: [Errno -3]", "check the network"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: Invalid requirement: 'x=='", "Invalid requirement"),
    ],
)
def test_a_failure_of_pip_becomes_one_sentence(bootstrap, said, read):
    assert read in bootstrap.explain_pip(deque([*["Collecting x"] * 3, said]))


def test_a_failing_install_raises_and_names_the_large_downloads(bootstrap, capsys):
    lines = [
        "  Downloading torch-2.whl (500.1 MB)",
        "  Downloading idna-3.whl (70 kB)",
        "ERROR: no space left on device",
    ]
    program = f"print({chr(10).join(lines)!r}); raise SystemExit(1)"
    with pytest.raises(bootstrap.BootstrapError, match="disk is full"):
        bootstrap.install(bootstrap.Step("Installing.", (sys.executable, "-c", program)))
    assert capsys.readouterr().out == "Installing.\n  Downloading torch-2.whl (500.1 MB)\n"


def test_a_failed_check_does_not_keep_the_tests_from_running(bootstrap, monkeypatch, machine, capsys):
    ran = []
    monkeypatch.setattr(bootstrap, "set_up", lambda *_: None)
    monkeypatch.setattr(bootstrap, "run", lambda step: ran.append(step) or int("mypy" in step.command))
    assert bootstrap.test(FakeVenv(), machine(), []) == 1
    assert "pytest" in ran[-1].command
    assert "mypy" in capsys.readouterr().err


def test_a_sentence_not_a_traceback_reaches_the_user(bootstrap, monkeypatch, capsys):
    def fail(*_):
        raise bootstrap.BootstrapError("Do this first.")

    monkeypatch.setattr(bootstrap, "demo", fail)
    assert bootstrap.main(["demo"]) == 1
    assert capsys.readouterr().err == "bootstrap: Do this first.\n"


def test_an_unknown_word_after_demo_is_bad_usage(bootstrap, capsys):
    with pytest.raises(SystemExit) as caught:
        bootstrap.main(["demo", "--fast"])
    assert caught.value.code == 2
