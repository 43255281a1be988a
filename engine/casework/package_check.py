"""Check an export package of Bolo: no file changed, missing or added, and the log's chain whole.

This file stands in every package as verify.py and needs nothing but Python: python3 verify.py [FOLDER]
"""

import hashlib
import json
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SUMS, MANIFEST, LOG = "SHA256SUMS", "manifest.json", "audit-log.jsonl"
SUM_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*")
MOST_BYTES = 1_000_000_000  # of a list; more is no package of Bolo's
CHUNK_BYTES = 1_048_576


def check_package(folder: Path) -> list[str]:
    """Return a sentence for each fault of a package; none where it is as it was made. Nothing outside is read."""
    try:
        sums = _read_sums(folder)
        faults = [*_check_names(sums), *_check_files(folder, sums), *_check_extra(folder, sums)]
    except (OSError, ValueError) as error:
        return [f"The package cannot be checked ({error}); ask for it again."]
    for name, check in ((MANIFEST, _check_manifest), (LOG, _check_log)):
        if name not in sums:
            faults.append(f"{SUMS} does not list {name}; this is no whole package of Bolo.")
        elif not faults:  # whatever was changed is named already
            try:
                faults += check(folder, sums)
            except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                faults.append(f"{name} cannot be understood ({type(error).__name__}: {error}).")
    return faults


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _read_text(folder: Path, name: str) -> str:
    path = folder / name
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
        raise ValueError(f"{name} is no plain file, or far too large")
    return path.read_text(encoding="utf-8")


def _read_sums(folder: Path) -> dict[str, str]:
    """Return the listed files with their hashes; raises ValueError where a line cannot be read or is there twice."""
    sums: dict[str, str] = {}
    for number, line in enumerate(_read_text(folder, SUMS).splitlines(), start=1):
        found = SUM_LINE.fullmatch(line)
        if found is None or found[2] in sums:
            raise ValueError(f"line {number} of {SUMS} is no hash and name, or names a file twice")
        sums[found[2]] = found[1]
    if not sums:
        raise ValueError(f"{SUMS} lists nothing")
    return sums


def _is_inside(name: str) -> bool:
    return NAME.fullmatch(name) is not None and name != SUMS


def _check_names(sums: dict[str, str]) -> Iterator[str]:
    for name in sums:
        if not _is_inside(name):
            yield f"{SUMS} lists {name!r}, which is no name that a package has; it was not opened."


def _check_files(folder: Path, sums: dict[str, str]) -> Iterator[str]:
    for name in filter(_is_inside, sums):
        path = folder
        for part in name.split("/"):
            path = path / part
            if path.is_symlink():
                break
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                yield f"{name} is a link or no plain file; it was not opened."
            elif sha256_of(path) != sums[name]:
                yield f"{name} was changed since the package was made."
        except (FileNotFoundError, NotADirectoryError):
            yield f"{name} is missing."
        except OSError as error:
            yield f"{name} cannot be read ({error.strerror})."


def _check_extra(folder: Path, sums: dict[str, str]) -> Iterator[str]:
    """Name what is there and not listed; folders behind links are not entered."""
    waiting = [folder]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            name = path.relative_to(folder).as_posix()
            if path.is_dir() and not path.is_symlink():
                waiting.append(path)
            elif name not in sums and name != SUMS:
                yield f"{name!r} does not belong to the package."


def _check_manifest(folder: Path, sums: dict[str, str]) -> Iterator[str]:
    manifest: dict[str, Any] = json.loads(_read_text(folder, MANIFEST))
    listed = {str(file["path"]): str(file["sha256"]) for file in manifest["files"]}
    for name in sorted(listed.keys() | sums.keys() - {MANIFEST}):
        if listed.get(name) != sums.get(name):
            yield f"{MANIFEST} and {SUMS} say different things of {name!r}."
    for row in manifest["crops"]:
        for name in (row["file"], row["frame_file"]):
            if name is not None and name not in listed:
                yield f"{MANIFEST} speaks of {name!r} for crop {row['crop_id']}, and does not list it."


def _check_log(folder: Path, _sums: dict[str, str]) -> Iterator[str]:
    """Compute the chain of the log again, as far as the package has it."""
    head, number = "0" * 64, 0
    for number, text in enumerate(_read_text(folder, LOG).splitlines(), start=1):
        line = json.loads(text)
        parts = [number, line["at"], line["who"], line["action"], line["facts"], head]
        digest = hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()
        if line["number"] != number or line["previous"] != head or line["hash"] != digest:
            yield f"Line {number} of the log does not follow from the one before."
            return
        head = digest
    said = json.loads(_read_text(folder, MANIFEST))["log"]
    if said != {"lines": number, "head": head}:
        yield f"{MANIFEST} gives another head of the log than {LOG} has."


def main() -> int:
    """Check the folder that is named, else the one that this file lies in; return 0 where it is whole."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    faults = check_package(folder)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    if not faults:
        sys.stdout.write(f"The package is whole; the hash of its manifest is {sha256_of(folder / MANIFEST)}\n")
        sys.stdout.write("The case's log has this hash where it notes the export.\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
