"""A model as one file, to be handed on: a zip archive, stored as it is, with a list of what is in it and its hashes.

What comes from outside is read by name and by size, never unpacked by what it says of itself: a member that is not one
of the few that a model has, one that is packed, encrypted, a link, named twice or larger than the list says is refused.
"""

import hashlib
import json
import stat
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from engine.errors import ModelError
from engine.registry.card import CARD_FILE, card_text
from engine.registry.known_categories import CATEGORIES_FILE
from engine.registry.outside import MOST_BYTES
from engine.registry.store import InstalledModel
from engine.registry.weights import WEIGHTS_FILE
from engine.whole_file import whole_file

SUFFIX = ".bolomodel"
MANIFEST = "manifest.json"
KIND = "Bolo model"
FORMAT = 1
MOST_MANIFEST_BYTES = 16_384
MOST_DIRECTORY_BYTES = 4_096
CHUNK = 2**20
DOS_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same model gives the same file
END = struct.Struct("<4s4H2LH")  # end of the central directory: mark, disks, entries, its size and place, comment
END_MARK = b"PK\x05\x06"


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the model, as the manifest has it."""

    sha256: str
    size: int


def export_model(installed: InstalledModel, file: Path) -> None:
    """Write a model into one file, whole or not at all.

    Raises:
        OSError: if it cannot be written.
    """
    with whole_file(file) as draft, ZipFile(draft, "w", ZIP_STORED) as archive:
        listed = {CARD_FILE: _put(archive, CARD_FILE, BytesIO(card_text(installed.card).encode()))}
        for name in (WEIGHTS_FILE, CATEGORIES_FILE):
            if (installed.folder / name).is_file():  # the categories are optional
                with (installed.folder / name).open("rb") as source:
                    listed[name] = _put(archive, name, source)
        manifest = {"kind": KIND, "format": FORMAT, "name": installed.name, "files": listed}
        archive.writestr(ZipInfo(MANIFEST, DOS_EPOCH), json.dumps(manifest, indent=1))


def unpack_model(file: Path, folder: Path) -> None:
    """Write the files of a model from outside into a folder of our own, each held against its hash.

    Raises:
        ModelError: if it is no model file, or not as it was written.
    """
    with _opened(file) as archive:
        members = _members(file, archive)
        listed = _manifest(file, archive, members)
        for name, expected in listed.items():
            if _copied(archive, members[name], folder / name, expected) != expected:
                raise _refusal(file, f"{name} in it is not what was written")


def _put(archive: ZipFile, name: str, source: BinaryIO) -> dict[str, object]:
    digest, size = hashlib.sha256(), 0
    with archive.open(ZipInfo(name, DOS_EPOCH), "w") as written:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            written.write(chunk)
    return {"sha256": digest.hexdigest(), "bytes": size}


@contextmanager
def _opened(file: Path) -> Iterator[ZipFile]:
    try:
        _refuse_ends(file)
        with ZipFile(file) as archive:
            yield archive
    except (OSError, BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise _refusal(file, f"it cannot be read ({error})") from error


def _refuse_ends(file: Path) -> None:
    """Refuse an archive whose list of members is longer than a model's, before it is read into memory."""
    try:
        with file.open("rb") as read:
            read.seek(0, 2)
            length = read.tell()
            read.seek(max(length - END.size, 0))
            tail = read.read(END.size)
    except OSError as error:
        raise _refusal(file, f"it cannot be read ({error.strerror})") from error
    if len(tail) < END.size:
        raise _refusal(file, "it is too short")
    mark, _disk, _start, here, entries, size, place, comment = END.unpack(tail)
    is_ours = mark == END_MARK and comment == 0 and here == entries and size + place + END.size <= length
    if not is_ours:
        raise _refusal(file, "it is cut short, or was not written by Bolo")
    if entries > len(MOST_BYTES) + 1 or size > MOST_DIRECTORY_BYTES:
        raise _refusal(file, f"it lists {entries} files, more than a model has")


def _members(file: Path, archive: ZipFile) -> dict[str, ZipInfo]:
    members: dict[str, ZipInfo] = {}
    for info in archive.infolist():
        name = info.filename
        if name not in (*MOST_BYTES, MANIFEST):
            raise _refusal(file, f"it holds “{name[:80]}”, which no model has")
        if name in members:
            raise _refusal(file, f"it holds {name} twice")
        if info.flag_bits & 1 or info.compress_type != ZIP_STORED or info.compress_size != info.file_size:
            raise _refusal(file, f"{name} in it is packed or encrypted")
        if stat.S_ISLNK(info.external_attr >> 16) or info.is_dir():
            raise _refusal(file, f"{name} in it is no file")
        if info.file_size > MOST_BYTES.get(name, MOST_MANIFEST_BYTES):
            raise _refusal(file, f"{name} in it is larger than any model's")
        members[name] = info
    for name in (MANIFEST, CARD_FILE, WEIGHTS_FILE):
        if name not in members:
            raise _refusal(file, f"it holds no {name}")
    return members


def _manifest(file: Path, archive: ZipFile, members: Mapping[str, ZipInfo]) -> dict[str, Listed]:
    try:
        fields = json.loads(archive.read(members[MANIFEST]))
        if fields["kind"] != KIND:
            raise ValueError("another kind of file")
        if fields["format"] > FORMAT:
            raise _refusal(file, "it was made by a newer version of Bolo, which this one must be updated to")
        listed = {
            str(name): Listed(str(entry["sha256"]), int(entry["bytes"])) for name, entry in fields["files"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _refusal(file, f"its {MANIFEST} cannot be read") from error
    if set(listed) != set(members) - {MANIFEST}:
        raise _refusal(file, f"its {MANIFEST} lists other files than it holds")
    return listed


def _copied(archive: ZipFile, info: ZipInfo, target: Path, expected: Listed) -> Listed:
    """Write a member to a path, no more than is expected of it; return what was written."""
    digest, size = hashlib.sha256(), 0
    with archive.open(info) as read, target.open("xb") as written:
        while size <= expected.size and (chunk := read.read(CHUNK)):
            digest.update(chunk)
            size += len(chunk)
            written.write(chunk)
    return Listed(digest.hexdigest(), size)


def _refusal(file: Path, why: str) -> ModelError:
    return ModelError(f"{file.name} is no model that can be taken in: {why}; get the file again from where it came.")
