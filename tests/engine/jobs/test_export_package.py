"""Export packages: what is in them, and that nothing half-made or unlogged is left."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.casework.bookmarking import bookmark_crop
from engine.casework.package_check import check_package, sha256_of
from engine.errors import Cancelled, CaseError, FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CropId, NewCrop, NewFrame, ReviewState, SourceKind
from engine.jobs.export_package import export_package
from engine.progress import Progress


@pytest.fixture
def reviewed(small_gallery: Gallery) -> Gallery:
    """Return the case with crops 1, 2 and 5 to export, and crop 3 rejected."""
    small_gallery.record_review(CropId(1), ReviewState.CONFIRMED, "=HYPERLINK(1)")
    small_gallery.record_review(CropId(3), ReviewState.REJECTED, "another coat")
    small_gallery.record_review(CropId(5), ReviewState.UNSURE)
    bookmark_crop(small_gallery, CropId(2), BookmarkState.ADDED, "+the bag")
    return small_gallery


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_a_package_holds_what_was_chosen_with_its_frames_and_every_decision(reviewed, tmp_path):
    done = export_package(reviewed, tmp_path / "out", Progress())
    out = tmp_path / "out"
    manifest = json.loads((out / "manifest.json").read_text())
    assert (done.crops, done.frames, done.left_out) == (3, 2, ())  # crops 1 and 2 share a frame
    assert [row["crop_id"] for row in manifest["crops"]] == [1, 2, 5]
    assert manifest["case"] == {"name": "Station", "reference": "KLA 12/26", "purpose": "to find a witness"}
    assert "a lead, not an identification" in manifest["notice"]
    first = manifest["crops"][0]
    assert (out / first["file"]).read_bytes() == reviewed.crop_jpeg(CropId(1))
    assert sha256_of(out / first["frame_file"]) == first["original_sha256"]
    assert [row["verdict"] for row in rows_of(out / "decisions.csv")] == ["confirmed", "rejected", "unsure"]


def test_no_cell_of_a_table_is_a_formula(reviewed, tmp_path):
    export_package(reviewed, tmp_path / "out", Progress())
    rows = [row for name in ("crops.csv", "decisions.csv") for row in rows_of(tmp_path / "out" / name)]
    cells = [cell for row in rows for cell in row.values()]
    assert {"'=HYPERLINK(1)", "'+the bag"} <= set(cells)
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]


def test_sha256sum_the_verifier_and_bolo_find_a_new_package_whole(reviewed, tmp_path):
    out = tmp_path / "out"
    done = export_package(reviewed, out, Progress())
    assert check_package(out) == []
    sums = subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS"], cwd=out, capture_output=True)
    assert (sums.returncode, sums.stdout) == (0, b"")
    alone = subprocess.run(
        [sys.executable, "-I", "-S", out / "verify.py"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (alone.returncode, done.manifest_sha256 in alone.stdout) == (0, True)
    assert check_package(out) == []  # the verifier left nothing behind


def test_the_log_names_the_manifest_and_the_package_the_heads_of_the_log(reviewed, tmp_path):
    before = reviewed.verify_audit()
    done = export_package(reviewed, tmp_path / "out", Progress())
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["log"] == {"lines": before.entries, "head": before.head}
    *_, last = reviewed.audit_entries()
    facts = json.loads(last.facts)
    assert (last.action, facts["manifest_sha256"], facts["crops"]) == ("exported", done.manifest_sha256, [1, 2, 5])


def test_a_frame_that_is_not_as_it_was_is_left_out_and_named(reviewed, tmp_path):
    (tmp_path / "gate" / "1.jpg").write_bytes(b"another picture")
    (tmp_path / "gate" / "3.jpg").unlink()
    done = export_package(reviewed, tmp_path / "out", Progress())
    assert (done.crops, done.frames) == (3, 0)
    assert len(done.left_out) == 2
    assert "not the file that was imported" in done.left_out[0]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [row["frame_file"] for row in manifest["crops"]] == [None, None, None]
    assert check_package(tmp_path / "out") == []


def test_named_crops_are_exported_instead(reviewed, tmp_path):
    assert export_package(reviewed, tmp_path / "out", Progress(), [CropId(8)]).crops == 1
    with pytest.raises(CaseError, match="no crop 99"):
        export_package(reviewed, tmp_path / "more", Progress(), [CropId(99)])
    assert not (tmp_path / "more").exists()


def test_nothing_is_written_over_or_into_the_case(reviewed, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    for out in (tmp_path / "full", reviewed.folder / "out", tmp_path / "gate" / "1.jpg"):
        with pytest.raises(FileError):
            export_package(reviewed, out, Progress())
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_a_case_without_any_choice_is_refused(small_gallery, tmp_path):
    with pytest.raises(CaseError, match="nothing is confirmed"):
        export_package(small_gallery, tmp_path / "out", Progress())


def test_a_cancelled_export_leaves_nothing(reviewed, tmp_path):
    asked = iter((False, False, True))
    with pytest.raises(Cancelled):
        export_package(reviewed, tmp_path / "out", Progress(is_cancelled=lambda: next(asked, True)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gate", "small.bolo"]
    assert all(entry.action != "exported" for entry in reviewed.audit_entries())


def test_a_frame_of_a_video_is_exported_without_loss(small_gallery, tmp_path):
    path = tmp_path / "yard.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (64, 48))
    for shade in (0, 80, 160):
        writer.write(np.full((48, 64, 3), shade, np.uint8))
    writer.release()
    source = small_gallery.add_source(path, SourceKind.VIDEO, "Yard")
    like = small_gallery.crops([CropId(1)])[0]
    crop = NewCrop(box=like.box, score=1.0, quality=like.quality, jpeg=small_gallery.crop_jpeg(CropId(1)))
    frame = NewFrame(
        path=path,
        number=2,
        sha256=sha256_of(path),
        width_px=64,
        height_px=48,
        time_raw=None,
        time=None,
        crops=(crop,),
    )
    crop_ids = small_gallery.record_frames(source, [frame])
    done = export_package(small_gallery, tmp_path / "out", Progress(), crop_ids)
    assert (done.frames, done.left_out) == (1, ())
    with Image.open(tmp_path / "out" / "frames" / "frame-00001.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (64, 48))
        assert abs(picture.getpixel((9, 9))[0] - 80) < 5
