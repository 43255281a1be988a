"""Exporting chosen crops of a case with their frames, so that somebody else can look at them and check them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image

from engine.casework.chosen_crops import ChosenCrop, choose_crops, read_decisions
from engine.casework.package_writer import PackageWriter, package_draft
from engine.errors import CaseError, FileError
from engine.gallery.catalog.audit import who
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, CropRecord, SourceKind, installed_version
from engine.imaging.digest import sha256_of
from engine.imaging.stills import SUFFIXES, read_picture_file
from engine.jobs.frames import OpenVideos
from engine.progress import FileFailed, Progress
from engine.search.ranking import LEAD_NOT_IDENTIFICATION

EXPORTED = "exported"  # the action under which exports stand in the log
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSummary:
    """What an export holds."""

    out: Path
    crops: int
    frames: int
    manifest_sha256: str
    left_out: tuple[str, ...]  # a sentence for each frame that is not in it


def export_package(
    gallery: Gallery, out: Path, progress: Progress, crop_ids: Sequence[CropId] | None = None
) -> ExportSummary:
    """Write a package of crops, frames, tables, log and manifest, and note it in the log; cancelled, nothing is left.

    Args:
        gallery: the case; of one that cannot be written the export is not noted.
        out: the package's folder, which must be empty or not there.
        progress: told of each frame that had to be left out.
        crop_ids: what to export; None for what is bookmarked, part of the case, confirmed or unsure.

    Raises:
        CaseError: if there is nothing to export, or a crop is not there.
        FileError: if the package cannot be written.
    """
    chosen = choose_crops(gallery, crop_ids)
    if not chosen:
        raise CaseError(gallery.folder, "nothing is confirmed, unsure or bookmarked yet; do so, or name the crops.")
    with package_draft(out, gallery.folder) as draft, _Frames(PackageWriter(draft), progress) as frames:
        writer = frames.writer
        rows = [(one, _add_crop(one, gallery, frames)) for one in progress.track(chosen, "Exporting crops")]
        writer.add_tables(rows, read_decisions(gallery))
        log = writer.add_log(gallery.audit_entries())
        sha256 = writer.finish(_manifest(gallery, log, [row for _, row in rows], frames))
    summary = ExportSummary(
        out=out.absolute(),
        crops=len(rows),
        frames=len(frames.names) - len(frames.left_out),
        manifest_sha256=sha256,
        left_out=tuple(frames.left_out),
    )
    if not gallery.read_only:
        facts = {"out": summary.out, "manifest_sha256": sha256, "crops": [one.crop.id for one in chosen]}
        gallery.log(EXPORTED, {**facts, "frames": summary.frames})
    return summary


class _Frames:
    """Adds each frame once: a picture file as it is, a video's frame as PNG."""

    def __init__(self, writer: PackageWriter, progress: Progress) -> None:
        self.writer = writer
        self.names: dict[tuple[Path, int, str], str | None] = {}  # None where the frame is left out
        self.left_out: list[str] = []
        self._progress = progress
        self._videos = OpenVideos(1)
        self._hashed: dict[Path, str] = {}

    def __enter__(self) -> "_Frames":
        return self

    def __exit__(self, *_: object) -> None:
        self._videos.close()

    def add(self, crop: CropRecord) -> str | None:
        """Add the frame of a crop and return its name in the package; None where it cannot be had as it was."""
        key = (crop.frame_path, crop.frame_number, crop.sha256)
        if key not in self.names:
            try:
                self.names[key] = self._add(crop, f"frames/frame-{len(self.names) + 1:05}")
            except FileError as error:
                self.names[key] = None
                self.left_out.append(str(error))
                self._progress.tell(FileFailed(path=str(error.path), reason=error.reason))
        return self.names[key]

    def _add(self, crop: CropRecord, stem: str) -> str:
        if crop.source_kind is SourceKind.VIDEO:
            self._check(crop, self._digest(crop.frame_path))
            name, data = f"{stem}.png", self._still_of_video(crop)
        else:
            file = read_picture_file(crop.frame_path)
            self._check(crop, file.sha256)
            suffix = crop.frame_path.suffix.lower()
            name, data = f"{stem}{suffix if suffix in SUFFIXES else '.picture'}", file.data
        self.writer.add(name, data)
        return name

    def _digest(self, path: Path) -> str:
        if path not in self._hashed:
            self._hashed[path] = sha256_of(path, self._progress.check)
        return self._hashed[path]

    @staticmethod
    def _check(crop: CropRecord, sha256: str) -> None:
        if sha256 != crop.sha256:
            raise FileError(crop.frame_path, "is not the file that was imported; its frame is left out.")

    def _still_of_video(self, crop: CropRecord) -> bytes:
        out = io.BytesIO()
        pixels = self._videos.read(crop.frame_path, crop.frame_number).pixels
        Image.fromarray(pixels).save(out, "PNG", compress_level=3)  # lossless, as a JPEG would not be
        return out.getvalue()


def _add_crop(chosen: ChosenCrop, gallery: Gallery, frames: _Frames) -> dict[str, Any]:
    name = f"crops/crop-{chosen.crop.id:07}.jpg"
    frames.writer.add(name, gallery.crop_jpeg(chosen.crop.id))
    return {**chosen.to_dict(), "file": name, "frame_file": frames.add(chosen.crop)}


def _manifest(gallery: Gallery, log: dict[str, Any], rows: list[dict[str, Any]], frames: _Frames) -> dict[str, Any]:
    about = gallery.info()
    return {
        "format": FORMAT,
        "notice": f"{LEAD_NOT_IDENTIFICATION}.",
        "case": {"name": about.name, "reference": about.reference, "purpose": about.purpose},
        "made_at": datetime.now(UTC).isoformat(),
        "made_by": who(),
        "bolo_version": installed_version(),
        "log": log,
        "frames_left_out": list(frames.left_out),
        "crops": rows,
    }
