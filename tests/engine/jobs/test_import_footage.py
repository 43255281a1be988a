import dataclasses
import json
import shutil
import struct
import time
import zlib
from datetime import UTC, datetime

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.casework.coverage import read_coverage
from engine.detection.choose import DetectorKind
from engine.errors import (
    Cancelled,
    CaseInUseError,
    ConfigError,
    FileError,
    MissingPathError,
    ReadOnlyCaseError,
)
from engine.gallery.gallery import Gallery
from engine.gallery.records import JobState, SourceKind
from engine.imaging.digest import sha256_of
from engine.imaging.jpeg import decode_jpeg
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.jobs.sampling import Sampling
from engine.progress import Advanced, FileFailed, Noted, Progress


def run(case, *paths, events=None, embedder=None, **settings):
    settings.setdefault("detector", DetectorKind.NONE)
    settings.setdefault("kind", SourceKind.FRAMES)
    progress = Progress(([] if events is None else events).append)
    return import_footage(ImportSpec(case=case, paths=paths, **settings), progress, embedder=embedder)


def content(case):
    """What a case holds of its frames and crops, without ids."""
    with Gallery.open(case, read_only=True) as gallery:
        return sorted(
            (str(crop.frame_path), crop.frame_number, crop.sha256, dataclasses.astuple(crop.box), crop.camera)
            for crop in gallery.crops()
        )


def of_kind(events, kind):
    return [event for event in events if isinstance(event, kind)]


def test_a_folder_of_frames_is_taken_in_whole(case, pictures, embedder, made):
    summary = run(case, pictures, embedder=embedder)
    assert (summary.frames, summary.detections, summary.crops, summary.embedded) == (20, 20, 20, 20)
    assert (summary.skipped, summary.failures, summary.duplicates, summary.unusable) == (0, 0, 0, ())
    assert set(summary.seconds) == {"decode", "detect", "crop", "store", "track", "embed", "index"}
    with Gallery.open(case) as gallery:
        (source,) = gallery.sources()
        assert (source.path, source.kind, source.is_complete) == (pictures, SourceKind.FRAMES, True)
        assert gallery.cameras() == ["pictures"]
        crops = gallery.crops()
        assert [crop.frame_number for crop in crops] == list(range(1, 21))
        assert crops[6].sha256 == sha256_of(pictures / "frame_07.png")
        assert abs(int(decode_jpeg(gallery.crop_jpeg(crops[6].id)).mean()) - made.shade(7)) <= 1
        assert gallery.crops_without_embedding(embedder.id) == []


def test_the_originals_are_left_as_they_were(case, pictures):
    def state():
        return {path: (path.stat().st_mtime_ns, sha256_of(path)) for path in sorted(pictures.iterdir())}

    before = state()
    pictures.chmod(0o555)
    run(case, pictures)
    pictures.chmod(0o755)
    assert state() == before


def test_crops_are_kept_whole_as_crops(case, pictures):
    summary = run(case, pictures, kind=None)
    assert summary.detector == "none"
    with Gallery.open(case) as gallery:
        assert gallery.sources()[0].kind is SourceKind.CROPS
        crop = gallery.crops()[0]
        assert (crop.box.w, crop.box.h, crop.score) == (30, 40, 1.0)
        assert decode_jpeg(gallery.crop_jpeg(crop.id)).shape == (40, 30, 3)


def test_a_second_import_takes_nothing_twice(case, pictures, video):
    run(case, pictures, video)
    before = content(case)
    again = run(case, pictures, video)
    assert (again.frames, again.crops, again.skipped) == (0, 0, 60)
    assert content(case) == before


def test_a_video_is_taken_frame_by_frame_with_its_times(case, video):
    start = datetime(2026, 3, 1, 12)
    summary = run(case, video, start=start, zone="UTC", camera="gate")
    assert summary.frames == 40
    with Gallery.open(case) as gallery:
        crops = gallery.crops()
        assert [crop.frame_number for crop in crops] == list(range(1, 41))
        assert {crop.camera for crop in crops} == {"gate"}
        assert crops[25].time == datetime(2026, 3, 1, 12, 0, 2, 500_000, tzinfo=UTC)


def test_every_nth_frame_and_later_the_others(case, video, pictures):
    run(case, video, pictures, sampling=Sampling(every=7))
    with Gallery.open(case) as gallery:
        assert [crop.frame_number for crop in gallery.crops()] == [1, 8, 15, 22, 29, 36, 1, 8, 15]
    rest = run(case, video, sampling=Sampling())
    assert (rest.frames, rest.skipped) == (34, 6)
    with Gallery.open(case) as gallery:
        numbers = [crop.frame_number for crop in gallery.crops() if crop.source_kind is SourceKind.VIDEO]
        assert sorted(numbers) == list(range(1, 41))


def test_the_same_content_under_another_name_is_kept_noted_and_counted(case, pictures, video, tmp_path):
    shutil.copy(pictures / "frame_03.png", pictures / "frame_99.png")  # in the same batch
    run(case, pictures, video)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(pictures / "frame_05.png", other / "copy.png")
    shutil.copy(video, other / "clip2.avi")
    events = []
    summary = run(case, other, events=events)
    assert (summary.frames, summary.duplicates) == (41, 41)
    notes = [note.text for note in of_kind(events, Noted) if "same content" in note.text]
    assert len(notes) == 2 and "copy.png" in notes[0] and "frame_05.png" in notes[0] and "clip2.avi" in notes[1]


def test_duplicates_within_one_folder_are_counted(case, pictures):
    shutil.copy(pictures / "frame_03.png", pictures / "frame_99.png")
    assert run(case, pictures).duplicates == 1


def test_bad_files_become_rows_and_the_import_goes_on(case, pictures):
    (pictures / "frame_05.png").write_bytes(b"")
    (pictures / "frame_06.jpg").write_text("not a picture\n" * 9)
    (pictures / "frame_07.png").write_bytes((pictures / "frame_08.png").read_bytes()[:60])
    (pictures / "movie.mp4").write_bytes(b"no video")
    events = []
    summary = run(case, pictures, events=events)
    assert (summary.frames, summary.failures, summary.unusable) == (18, 4, ())
    assert [event.path.rsplit("/")[-1] for event in of_kind(events, FileFailed)] == [
        "frame_05.png",
        "frame_06.jpg",
        "frame_07.png",
        "movie.mp4",
    ]
    with Gallery.open(case) as gallery:
        rows = gallery.failures()
    assert [(row.path.name, row.reason.split(";")[0]) for row in rows] == [
        ("frame_05.png", "is empty"),
        ("frame_06.jpg", "is not a picture that Bolo can read"),
        ("frame_07.png", "is damaged or cut off"),
        ("movie.mp4", "is not a video that Bolo can read"),
    ]


def test_a_failure_is_forgotten_once_the_file_can_be_read(case, pictures):
    good = (pictures / "frame_05.png").read_bytes()
    (pictures / "frame_05.png").write_bytes(b"")
    run(case, pictures)
    run(case, pictures)
    with Gallery.open(case) as gallery:
        assert len(gallery.failures()) == 1
    (pictures / "frame_05.png").write_bytes(good)
    summary = run(case, pictures)
    assert (summary.frames, summary.skipped) == (1, 19)
    with Gallery.open(case) as gallery:
        assert gallery.failures() == []


def test_a_video_with_a_broken_tail_gives_what_came_and_says_so(case, video):
    data = video.read_bytes()
    video.write_bytes(data[: len(data) // 2])
    events = []
    summary = run(case, video, events=events)
    assert 0 < summary.frames < 40 and summary.failures == 1
    (failed,) = of_kind(events, FileFailed)
    assert f"ends after {summary.frames} of 40 frames" in failed.reason


@pytest.mark.parametrize("name, content_", [("a.jpg", b"no picture"), ("a.avi", b"no video"), ("a.png", b"")])
def test_a_named_file_that_is_unusable_is_one_sentence_and_a_row(case, tmp_path, name, content_):
    path = tmp_path / name
    path.write_bytes(content_)
    events = []
    with pytest.raises(FileError, match=name):
        run(case, path, events=events)
    assert of_kind(events, FileFailed) == []  # the sentence is not said twice
    with Gallery.open(case) as gallery:
        assert [row.path for row in gallery.failures()] == [path]


def test_one_unusable_path_does_not_stop_the_others(case, pictures, tmp_path):
    (tmp_path / "empty").mkdir()
    summary = run(case, tmp_path / "gone", pictures, tmp_path / "empty")
    assert summary.frames == 20
    assert ["gone" in summary.unusable[0], "empty" in summary.unusable[1]] == [True, True]


def test_a_missing_path_alone_is_an_error(case, tmp_path):
    with pytest.raises(MissingPathError):
        run(case, tmp_path / "gone")


def test_a_folder_in_which_nothing_can_be_read_is_an_error(case, tmp_path):
    (tmp_path / "bad").mkdir()
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / "bad" / name).write_text("no")
    with pytest.raises(FileError, match="none of its 2 files"):
        run(case, tmp_path / "bad")


def test_a_picture_too_large_is_refused_before_it_is_decoded(case, pictures):
    header = b"IHDR" + struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    (pictures / "frame_50.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT")
    events = []
    summary = run(case, pictures, events=events)
    assert (summary.frames, summary.failures) == (20, 1)
    assert "30000 × 30000 pixels" in of_kind(events, FileFailed)[0].reason


@pytest.mark.parametrize("after", [2, 18, 39])
def test_a_cancelled_import_goes_on_and_ends_the_same(case, video, embedder, tmp_path, after):
    progress = Progress(is_cancelled=CancelAfter(after))
    with pytest.raises(Cancelled):
        import_footage(
            ImportSpec(case=case, paths=(video,), detector=DetectorKind.NONE, kind=SourceKind.FRAMES),
            progress,
            embedder=embedder,
        )
    with Gallery.open(case) as gallery:
        assert gallery.counts().frames == (after - 2) // 16 * 16  # asked twice before the first frame
        assert not gallery.sources()[0].is_complete
        assert [job.state for job in gallery.jobs()] == [JobState.CANCELLED]
    run(case, video, embedder=embedder)
    whole = tmp_path / "whole.bolo"
    Gallery.create(whole).close()
    run(whole, video, embedder=embedder)
    assert content(case) == content(whole)
    with Gallery.open(case) as gallery:
        assert gallery.counts().embedded == {embedder.id: 40}


@pytest.fixture
def changing_video(tmp_path):
    """Forty frames; a corner changes at every third, and now and then it is as it was."""
    path = tmp_path / "changing.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 10, (64, 48))
    for number in range(40):
        pixels = np.full((48, 64, 3), 90, dtype=np.uint8)
        pixels[:16, :16] = (30, 200, 200, 120)[number // 3 % 4]
        writer.write(pixels)
    writer.release()
    return path


@pytest.mark.parametrize("sampling", [Sampling(fps=3), Sampling(on_change=True), Sampling(every=3, on_change=True)])
def test_a_thinned_import_goes_on_and_ends_the_same(case, changing_video, tmp_path, sampling, monkeypatch):
    monkeypatch.setattr("engine.jobs.source_import.FRAMES_A_TRANSACTION", 2)
    video, progress = changing_video, Progress(is_cancelled=CancelAfter(8))
    spec = ImportSpec(case=case, paths=(video,), detector=DetectorKind.NONE, kind=SourceKind.FRAMES, sampling=sampling)
    with pytest.raises(Cancelled):
        import_footage(spec, progress)
    with Gallery.open(case) as gallery:
        assert gallery.counts().frames in (2, 4, 6)
    again = run(case, video, sampling=sampling)
    whole = tmp_path / "whole.bolo"
    Gallery.create(whole).close()
    undisturbed = run(whole, video, sampling=sampling)
    assert content(case) == content(whole)
    assert again.passed_over == undisturbed.passed_over == 40 - undisturbed.frames > 0
    assert run(case, video, sampling=sampling).frames == 0


def test_what_was_passed_over_is_kept_until_it_is_looked_at(case, video):
    assert run(case, video, sampling=Sampling(every=4)).passed_over == 30
    with Gallery.open(case) as gallery:
        assert read_coverage(gallery, None).cameras[0].sources.passed_over == 30
    run(case, video)
    with Gallery.open(case) as gallery:
        assert read_coverage(gallery, None).cameras[0].to_dict()["frames_passed_over"] == 0


def test_pictures_that_no_rate_could_thin_out_are_told(case, pictures):
    events = []
    assert run(case, pictures, events=events, sampling=Sampling(fps=1)).frames == 20
    assert any("without a time, so that all were looked at: 20" in note.text for note in of_kind(events, Noted))


class CancelAfter:
    """Says no until it has been asked so many times."""

    def __init__(self, times):
        self.left = times

    def __call__(self):
        self.left -= 1
        return self.left < 0


def test_what_is_in_can_be_searched_while_the_import_goes_on(case, tmp_path, embedder, made):
    folder = made.pictures(tmp_path / "many", 300, name="{:03d}.png")
    searchable = []

    def look(event):
        if isinstance(event, Advanced) and event.stage.startswith("Importing") and event.done < 300:
            with Gallery.open(case, read_only=True) as gallery:
                embedded = gallery.counts().embedded.get(embedder.id, 0)
                found = len(gallery.searchable(embedder.id).crop_ids) if embedded else 0
                searchable.append((event.done, found))

    spec = ImportSpec(case=case, paths=(folder,), detector=DetectorKind.NONE, kind=SourceKind.FRAMES)
    slow = Slow(embedder)
    import_footage(spec, Progress(look), embedder=slow)
    assert any(0 < found < done for done, found in searchable)


class Slow:
    """An embedder that takes its time, so that the import is told of in between."""

    def __init__(self, embedder):
        self.id, self.device, self._embedder = embedder.id, embedder.device, embedder

    def embed_images(self, crops):
        time.sleep(0.2)
        return self._embedder.embed_images(crops)


def test_the_import_is_logged_with_its_summary(case, pictures):
    run(case, pictures)
    with Gallery.open(case) as gallery:
        (job,) = gallery.jobs()
        entries = [entry for entry in gallery.audit_entries() if entry.action == "import"]
        assert gallery.verify_audit().is_whole
    assert (job.state, json.loads(job.summary)["frames"]) == (JobState.DONE, 20)
    assert json.loads(entries[0].facts)["summary"]["frames"] == 20


def test_two_imports_at_once_into_one_case_are_refused(case, pictures):
    with Gallery.open(case) as gallery, gallery.writer(), pytest.raises(CaseInUseError):
        run(case, pictures)


def test_a_read_only_case_is_refused(case, pictures, monkeypatch):
    monkeypatch.setattr("engine.gallery.gallery._may_write", lambda _: False)  # root may write anywhere
    with pytest.raises(ReadOnlyCaseError):
        run(case, pictures)


@pytest.mark.parametrize(
    "settings, word",
    [({"zone": "Mars/Olympus"}, "zone"), ({"detector": DetectorKind.TORCHVISION}, "needs its weights")],
)
def test_impossible_settings_are_named(case, pictures, settings, word):
    with pytest.raises(ConfigError, match=word):
        run(case, pictures, **settings)


def test_no_path_at_all_is_named(case):
    with pytest.raises(ConfigError, match="source"):
        ImportSpec(case=case, paths=())


def test_the_summary_is_json_and_the_detector_is_said(case, pictures):
    events = []
    summary = run(case, pictures, detector=DetectorKind.HOG, events=events)
    assert summary.detector == "hog" and summary.frames == 20 and summary.crops == 0  # plain grey pictures
    assert any("hog" in note.text for note in of_kind(events, Noted))
    assert json.loads(json.dumps(summary.to_dict()))["detector"] == "hog"


def test_a_frame_without_people_is_counted_as_taken(case, pictures):
    run(case, pictures, detector=DetectorKind.HOG)
    with Gallery.open(case) as gallery:
        counts = gallery.counts()
    assert (counts.frames, counts.frames_without_people, counts.crops) == (20, 20, 0)
    assert run(case, pictures, detector=DetectorKind.HOG).skipped == 20


def test_links_and_other_files_are_noted(case, pictures):
    (pictures / "notes.txt").write_text("x")
    (pictures / "link.png").symlink_to(pictures / "frame_01.png")
    events = []
    run(case, pictures, events=events)
    texts = " ".join(note.text for note in of_kind(events, Noted))
    assert "neither pictures nor videos: 1." in texts and "may lead elsewhere: 1." in texts


def test_long_pictures_at_the_edge_of_jpeg_do_not_stop_the_import(case, tmp_path):
    folder = tmp_path / "long"
    folder.mkdir()
    Image.fromarray(np.zeros((2, 64_000, 3), dtype=np.uint8)).save(folder / "a.png")
    Image.fromarray(np.zeros((2, 70_000, 3), dtype=np.uint8)).save(folder / "b.png")
    summary = run(case, folder)
    assert (summary.frames, summary.failures) == (1, 1)
