"""Checking a package, whoever sent it."""

import ast
import hashlib
import json
import os
import sys
from pathlib import Path

import pytest

from engine.casework import package_check
from engine.casework.package_check import check_package
from engine.casework.package_writer import PackageWriter
from engine.gallery.records import AuditEntry


@pytest.fixture
def package(tmp_path: Path, small_gallery) -> Path:
    """Return a package of one picture and the case's log."""
    folder = tmp_path / "package"
    folder.mkdir()
    writer = PackageWriter(folder)
    writer.add("crops/crop-1.jpg", b"a picture")
    log = writer.add_log(small_gallery.audit_entries())
    writer.finish({"log": log, "crops": [{"crop_id": 1, "file": "crops/crop-1.jpg", "frame_file": None}]})
    assert check_package(folder) == []
    return folder


def list_anew(folder: Path, **named: str) -> None:
    """Make SHA256SUMS anew, as one who changed a file would; `named` lists names that are not there."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "SHA256SUMS"]
    sums = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    (folder / "SHA256SUMS").write_text("".join(f"{sha}  {name}\n" for name, sha in (sums | named).items()))


def test_the_verifier_needs_the_standard_library_alone():
    tree = ast.parse(Path(package_check.__file__).read_text())
    imports = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imports |= {node.module.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imports <= sys.stdlib_module_names


def test_a_changed_a_missing_and_an_added_file_are_each_named(package):
    (package / "crops" / "crop-1.jpg").write_bytes(b"b picture")
    assert check_package(package) == ["crops/crop-1.jpg was changed since the package was made."]
    (package / "crops" / "crop-1.jpg").unlink()
    (package / "crops" / "more.exe").write_bytes(b"")
    assert check_package(package) == [
        "crops/crop-1.jpg is missing.",
        "'crops/more.exe' does not belong to the package.",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "/etc/passwd",
        "crops/../../outside.txt",
        "crops\\..\\x",
        "C:/x",
        "..",
        "./x",
        "a//b",
        "SHA256SUMS",
    ],
)
def test_no_name_leads_outside(package, tmp_path, name):
    (tmp_path / "outside.txt").write_text("secret")
    list_anew(package, **{name: hashlib.sha256(b"secret").hexdigest()})
    faults = check_package(package)
    assert len(faults) == 1
    assert "no name that a package has" in faults[0]


def test_links_and_pipes_are_not_opened(package, tmp_path):
    (tmp_path / "outside.txt").write_text("secret")
    (package / "link.txt").symlink_to(tmp_path / "outside.txt")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "in.txt").write_text("secret")
    (package / "folder").symlink_to(tmp_path / "folder")
    os.mkfifo(package / "pipe")
    sha = hashlib.sha256(b"secret").hexdigest()
    sums = (package / "SHA256SUMS").read_text()
    (package / "SHA256SUMS").write_text(
        sums + "".join(f"{sha}  {name}\n" for name in ("link.txt", "folder/in.txt", "pipe"))
    )
    faults = check_package(package)
    assert [fault for fault in faults if "is a link or no plain file" in fault] == [
        f"{name} is a link or no plain file; it was not opened." for name in ("link.txt", "folder/in.txt", "pipe")
    ]


@pytest.mark.parametrize(
    "sums", ["", "no hash here\n", "\xff\xfe", "a" * 64 + "  x\n" + "b" * 64 + "  x\n", "A" * 64 + "  x\n", "\0" * 999]
)
def test_sums_that_cannot_be_read_are_named(package, sums):
    (package / "SHA256SUMS").write_bytes(sums.encode("latin-1"))
    assert len(check_package(package)) == 1


def test_a_package_without_sums_or_manifest_is_none(package, tmp_path):
    (package / "manifest.json").unlink()
    list_anew(package)
    assert check_package(package) == ["SHA256SUMS does not list manifest.json; this is no whole package of Bolo."]
    (package / "SHA256SUMS").unlink()
    assert len(check_package(package)) == 1


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 3}', "[" * 100_000, '{"files": [{"path": "x"}]}', "null"])
def test_a_manifest_that_is_none_is_named(package, text):
    (package / "manifest.json").write_text(text)
    list_anew(package)
    faults = check_package(package)
    assert faults
    assert all("manifest.json" in fault for fault in faults)


def test_sums_made_anew_after_a_change_are_belied_by_the_manifest(package):
    (package / "crops" / "crop-1.jpg").write_bytes(b"b picture")
    list_anew(package)
    assert check_package(package) == ["manifest.json and SHA256SUMS say different things of 'crops/crop-1.jpg'."]


def test_a_log_with_a_changed_line_is_named_even_where_all_hashes_of_files_are_made_anew(package, small_gallery):
    entries = [json.loads(line) for line in (package / "audit-log.jsonl").read_text().splitlines()]
    entries[0]["who"] = "somebody else"
    writer = PackageWriter(package)
    writer.add("crops/crop-1.jpg", b"a picture")
    log = writer.add_log(AuditEntry(**entry) for entry in entries)
    writer.finish({"log": log, "crops": []})
    assert check_package(package) == ["Line 1 of the log does not follow from the one before."]
