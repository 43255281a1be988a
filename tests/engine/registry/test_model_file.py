"""A model as one file: it comes back as it was, and what is not as it was written is refused."""

import json
import stat
import zipfile

import pytest

from engine.errors import ModelError
from engine.registry.loading import check_architecture
from engine.registry.model_file import MANIFEST, export_model
from tests.engine.registry.test_adding import listed, refusal


@pytest.fixture
def file(made, tmp_path):
    export_model(made, tmp_path / "tiny.bolomodel")
    return tmp_path / "tiny.bolomodel"


def members(file):
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written(file, files, *, packed=zipfile.ZIP_STORED, manifest=None):
    """Write an archive of one's own, with a manifest that is true unless another is given."""
    if manifest is not None:
        files = files | {MANIFEST: json.dumps(manifest).encode()}
    with zipfile.ZipFile(file, "w", packed) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file


def test_a_model_comes_back_byte_for_byte(store, made, file):
    added = store.add(file, check=check_architecture)
    for name in ("card.json", "weights.safetensors", "categories.safetensors"):
        assert (added.folder / name).read_bytes() == (made.folder / name).read_bytes()


def test_the_same_model_gives_the_same_file(made, file, tmp_path):
    export_model(made, tmp_path / "again.bolomodel")
    assert (tmp_path / "again.bolomodel").read_bytes() == file.read_bytes()


def test_a_renamed_model_is_handed_on_under_its_new_name(store, made, tmp_path):
    store.add(made.folder)
    export_model(store.rename("tiny", "gate"), tmp_path / "gate.bolomodel")
    store.remove("gate")
    assert store.add(tmp_path / "gate.bolomodel").name == "gate"


def test_one_changed_bit_of_any_member_is_found(store, file):
    whole = file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        places = [info.header_offset + 30 + len(info.filename) + 10 for info in archive.infolist()]
    for place in places:
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        refusal(store, file)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999])
def test_a_truncated_file_is_refused(store, file, share):
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    assert "no model that can be taken in" in refusal(store, file)


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "a/b", "card.json/..", "evil.py", "C:\\evil", "card.json "])
def test_a_member_that_no_model_has_is_refused_and_written_nowhere(store, file, tmp_path, name):
    written(file, {name: b"x"})
    assert "which no model has" in refusal(store, file)
    assert not list(tmp_path.rglob("evil*"))


def test_a_packed_member_is_refused_so_that_none_can_burst(store, file):
    bomb = members(file) | {"weights.safetensors": b"\0" * 50_000_000}
    written(file, bomb, packed=zipfile.ZIP_DEFLATED)
    assert file.stat().st_size < 1_000_000
    assert "packed or encrypted" in refusal(store, file)


def test_a_member_that_is_named_twice_is_refused(store, file):
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(file, "w") as archive:
        archive.writestr("card.json", "{}")
        archive.writestr("card.json", "{}")
    assert "holds card.json twice" in refusal(store, file)


def test_many_members_are_refused_before_they_are_listed(store, file):
    written(file, {f"{number}.txt": b"" for number in range(20_000)})
    assert "lists 20000 files" in refusal(store, file)


def test_a_link_is_refused(store, file):
    info = zipfile.ZipInfo("card.json")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(info, "../../secret")
    assert "is no file" in refusal(store, file)


def test_an_encrypted_member_is_refused(store, file):
    content = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as archive:
        start = archive.start_dir
    content[start + 8] |= 1  # the flag in the central directory
    file.write_bytes(content)
    assert "packed or encrypted" in refusal(store, file)


def test_a_member_that_says_it_is_giant_is_refused(store, file):
    content = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as archive:
        start = archive.start_dir
    content[start + 20 : start + 28] = b"\xfe\xff\xff\xff" * 2  # both sizes
    file.write_bytes(content)
    refusal(store, file)


@pytest.mark.parametrize("lacking", [MANIFEST, "card.json", "weights.safetensors"])
def test_a_file_without_a_part_is_refused(store, file, lacking):
    files = members(file)
    del files[lacking]
    written(file, files)
    assert f"holds no {lacking}" in refusal(store, file)


@pytest.mark.parametrize(
    "manifest",
    [
        [],
        {},
        {"kind": "other", "format": 1, "files": {}},
        {"kind": "Bolo model", "format": 99, "files": {}},
        {"kind": "Bolo model", "format": 1, "files": []},
        {"kind": "Bolo model", "format": 1, "files": {"card.json": {}}},
        {"kind": "Bolo model", "format": 1, "files": {}},
        {"kind": "Bolo model", "format": 1, "files": {"../evil": {"sha256": "", "bytes": 1}}},
    ],
)
def test_a_manifest_that_is_none_is_refused(store, file, manifest):
    written(file, members(file), manifest=manifest)
    assert "no model that can be taken in" in refusal(store, file)


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all, but a long enough text", b"\x80\x04K\x01."])
def test_what_is_no_archive_is_refused(store, file, content):
    file.write_bytes(content)
    assert "no model that can be taken in" in refusal(store, file)


def test_files_may_follow_an_honest_manifest_and_still_be_no_model(store, file, made):
    """The manifest's hashes are true and the card's is not: what is inside is checked like a folder."""
    made.weights.write_bytes(made.weights.read_bytes()[:-1] + b"\x07")
    export_model(made, file)
    assert "not those of its card" in refusal(store, file)


def test_an_export_that_breaks_off_leaves_what_was_there(made, file, monkeypatch):
    before = file.read_bytes()

    def fail(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.registry.model_file._put", fail)
    with pytest.raises(OSError, match="No space"):
        export_model(made, file)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir() if path.suffix == ".making"] == []


def test_a_model_file_is_listed_nowhere_by_itself(store, file):
    store.own_folder.mkdir()
    file.rename(store.own_folder / file.name)
    assert listed(store)[:2] == ([], [])
    with pytest.raises(ModelError):
        store.get("tiny")
