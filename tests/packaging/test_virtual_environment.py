"""The stamp in `.venv`: what is installed, and when that is no longer true."""

import sys
from pathlib import Path

import pytest


@pytest.fixture
def environment(packaging_dir):
    import virtual_environment

    return virtual_environment


def test_a_stamp_is_read_back_beside_the_others(environment, tmp_path):
    venv = environment.VirtualEnvironment(tmp_path)
    venv.stamp("runtime", "aa")
    venv.stamp("test", "bb")
    assert venv.stamps() == {"runtime": "aa", "test": "bb"}


@pytest.mark.parametrize("content", ["", "{", "[1]", "\x00"])
def test_a_damaged_stamp_means_nothing_is_known(environment, tmp_path, content):
    venv = environment.VirtualEnvironment(tmp_path)
    venv.stamp_file.write_text(content, encoding="utf-8")
    assert venv.stamps() == {}


def test_a_folder_without_an_interpreter_has_no_version(environment, tmp_path):
    assert environment.VirtualEnvironment(tmp_path).python_version() is None


def test_a_working_environment_says_its_version(environment):
    venv = environment.VirtualEnvironment(Path(sys.prefix))
    assert venv.python_version() == ".".join(map(str, sys.version_info[:3]))


def test_the_fingerprint_follows_python_and_the_files(environment, tmp_path):
    lock = tmp_path / "lock.txt"
    lock.write_text("numpy==2.4.6\n", encoding="utf-8")
    before = environment.fingerprint("3.11.7", lock)
    assert environment.fingerprint("3.11.7", lock) == before
    assert environment.fingerprint("3.12.0", lock) != before
    lock.write_text("numpy==2.4.7\n", encoding="utf-8")
    assert environment.fingerprint("3.11.7", lock) != before
