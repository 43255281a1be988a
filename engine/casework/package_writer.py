"""Writing an export package: files, their hashes, a manifest, sums and a verifier; whole or not at all."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.casework import package_check
from engine.casework.chosen_crops import ChosenCrop
from engine.casework.safe_csv import safe_csv
from engine.errors import FileError
from engine.gallery.records import AuditEntry, CropRecord, Review

VERIFIER = "verify.py"
CROP_COLUMNS = (
    *("crop_id", "camera", "time", "review", "bookmark", "note", "frame", "x", "y", "w", "h", "track_id"),
    *("file", "frame_file", "original", "original_sha256"),
)
DECISION_COLUMNS = ("crop_id", "camera", "time", "verdict", "note", "who", "at")


class PackageWriter:
    """One package while it is written.

    Args:
        folder: a draft, empty.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, tuple[str, int]] = {}  # SHA-256 and size, by name

    def add(self, name: str, data: bytes) -> None:
        """Write a file under a name with forward slashes."""
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._files[name] = hashlib.sha256(data).hexdigest(), len(data)

    def add_tables(
        self, rows: Iterable[tuple[ChosenCrop, Mapping[str, Any]]], decisions: Iterable[tuple[CropRecord, Review]]
    ) -> None:
        """Write what is known of the crops and what was said of any crop, each as CSV.

        Args:
            rows: the crops, each with its row of the manifest.
            decisions: every word said of a crop of the case.
        """
        self.add("crops.csv", safe_csv(CROP_COLUMNS, (_crop_cells(*row) for row in rows)).encode())
        self.add("decisions.csv", safe_csv(DECISION_COLUMNS, (_decision_cells(*said) for said in decisions)).encode())

    def add_log(self, entries: Iterable[AuditEntry]) -> dict[str, Any]:
        """Write the log, a line of JSON each; return how many lines there are and the last one's hash."""
        lines, head = [], "0" * 64
        for entry in entries:
            lines.append(json.dumps(asdict(entry), ensure_ascii=True) + "\n")
            head = entry.hash
        self.add(package_check.LOG, "".join(lines).encode())
        return {"lines": len(lines), "head": head}

    def finish(self, manifest: Mapping[str, Any]) -> str:
        """Write verifier, manifest and sums, and return the manifest's hash."""
        self.add(VERIFIER, Path(package_check.__file__).read_bytes())
        files = [{"path": name, "sha256": sha, "bytes": size} for name, (sha, size) in sorted(self._files.items())]
        text = json.dumps({**manifest, "files": files}, ensure_ascii=False, indent=1)
        self.add(package_check.MANIFEST, text.encode("utf-8", "backslashreplace"))
        sums = "".join(f"{sha}  {name}\n" for name, (sha, _) in sorted(self._files.items()))
        (self._folder / package_check.SUMS).write_text(sums, encoding="ascii", newline="\n")
        return self._files[package_check.MANIFEST][0]


@contextmanager
def package_draft(out: Path, case: Path) -> Iterator[Path]:
    """Give a folder to write a package in; what stands in it at the end lies at `out`, after an error nothing does.

    Raises:
        FileError: if there is something at the path already, or it cannot be written.
    """
    out = out.absolute()
    if out.is_relative_to(case.absolute()):
        raise FileError(out, "lies inside the case, where nothing of an export may stand; choose another folder.")
    if out.is_symlink() or (out.exists() and not (out.is_dir() and not any(out.iterdir()))):
        raise FileError(out, "there is something here already; choose a folder that is empty or does not exist.")
    draft = out.with_name(f".{out.name}.{os.getpid()}.making")
    try:
        draft.mkdir(parents=True)
        yield draft
        if out.exists():
            out.rmdir()
        draft.rename(out)
    except OSError as error:
        raise FileError(out, f"the package cannot be written ({error.strerror}); choose another folder.") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _crop_cells(chosen: ChosenCrop, row: Mapping[str, Any]) -> list[object]:
    bookmark = chosen.bookmark
    said = {
        **row,
        "bookmark": None if bookmark is None else bookmark.state.value,
        "note": None if bookmark is None else bookmark.note,
        **dict(zip("xywh", row["box"], strict=True)),
    }
    return [said[column] for column in CROP_COLUMNS]


def _decision_cells(crop: CropRecord, said: Review) -> list[object]:
    time = None if crop.time is None else crop.time.isoformat()
    return [crop.id, crop.camera, time, said.state.value, said.note, said.who, said.at.isoformat()]
