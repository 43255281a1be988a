"""How the tree is laid out: short files named after one idea, and nothing of one machine in them."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

CATCH_ALL_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
LONGEST_FILE = 500
LONGEST_FUNCTION = 50
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:work|root|Users|mnt|home/[a-z]+)/|[A-Z]:\\Users\\")
INDEX_HOSTS = re.compile("|".join(("pypi" + r"\.org", "python" + r"hosted\.", "download" + r"\.pytorch\.org")))


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    """Return the files under version control, those not yet committed included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60)
    except FileNotFoundError:
        pytest.skip("git is not installed")
    if done.returncode:
        pytest.skip("this copy of the project is not under version control")
    return [root / name for name in sorted(set(done.stdout.splitlines())) if (root / name).is_file()]


@pytest.fixture(scope="module")
def python_files(files: list[Path]) -> list[Path]:
    """Return those of them that hold Python."""
    return [file for file in files if file.suffix == ".py"]


def texts(files: list[Path]) -> list[tuple[Path, str]]:
    """Return the files that hold text, with it."""
    found = []
    for file in files:
        try:
            found.append((file, file.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue  # a picture or weights
    return found


def test_no_file_is_a_drawer_for_everything(root, python_files):
    drawers = [
        file.relative_to(root)
        for file in python_files
        if CATCH_ALL_NAMES & {*file.relative_to(root).with_suffix("").parts}
    ]
    assert not drawers


def test_no_file_is_longer_than_one_sitting(root, python_files):
    lengths = {str(file.relative_to(root)): text.count("\n") for file, text in texts(python_files)}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_no_function_is_longer_than_a_screen(root, python_files):
    long = [
        f"{file.relative_to(root)}:{node.lineno} {node.name}"
        for file, text in texts(python_files)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_packaging_is_no_package(root):
    assert not (root / "packaging" / "__init__.py").exists()


def test_no_file_names_a_path_of_one_machine(root, files):
    named = [str(file.relative_to(root)) for file, text in texts(files) if ONE_MACHINE.search(text)]
    assert not named


def test_no_file_names_a_package_index(root, files):
    assert not [str(file.relative_to(root)) for file, text in texts(files) if INDEX_HOSTS.search(text)]


def test_sql_is_spoken_in_the_gallery_alone(root, python_files):
    statement = re.compile(r"[\"'](?:SELECT|INSERT|UPDATE|DELETE|CREATE TABLE|PRAGMA)\s|select\s.+\sfrom\s")
    gallery = root / "engine" / "gallery"
    ours = [file for file in python_files if "tests" not in file.relative_to(root).parts]
    speaking = [str(file.relative_to(root)) for file, text in texts(ours) if statement.search(text)]
    assert not [name for name in speaking if gallery not in (root / name).parents]
