"""Footage that cannot be read to its end: closed folders, drives that go away, files that are still being written."""

import os
from pathlib import Path

import pytest

from engine.casework.coverage import read_coverage
from engine.detection.choose import DetectorKind
from engine.errors import BrokenOffError, FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.digest import sha256_of
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.progress import Advanced, FileFailed, Progress


def run(case, path, progress=None):
    spec = ImportSpec(case=case, paths=(path,), detector=DetectorKind.NONE, kind=SourceKind.FRAMES)
    return import_footage(spec, progress or Progress())


def failed_files(events):
    return [event for event in events if isinstance(event, FileFailed)]


def test_a_folder_that_cannot_be_read_is_a_row_until_it_can(case, made, tmp_path, monkeypatch):
    for name in ("a", "b"):
        made.pictures(tmp_path / "site" / name, 3)
    scandir, closed = os.scandir, tmp_path / "site" / "b"

    def listed(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr("engine.jobs.scan.os.scandir", listed)
        events = []
        summary = run(case, tmp_path / "site", Progress(events.append))
    assert (summary.frames, summary.failures) == (3, 1)
    reason = "cannot be read (Permission denied); check your rights to the folder."
    assert failed_files(events) == [FileFailed(path=str(closed), reason=reason)]
    with Gallery.open(case) as gallery:
        assert [(row.path, row.reason) for row in read_coverage(gallery, None).failures] == [(closed, reason)]
    again = run(case, tmp_path / "site")
    assert (again.frames, again.skipped, again.failures) == (3, 3, 0)
    with Gallery.open(case) as gallery:
        assert gallery.failures() == []


class After:
    """Does something once, when the import has taken in so many frames of a source."""

    def __init__(self, case, frames, do):
        self._case, self._frames, self._do = case, frames, do
        self.events = []

    def __call__(self, event):
        self.events.append(event)
        if not isinstance(event, Advanced) or not event.stage.startswith("Importing"):
            return
        with Gallery.open(self._case, read_only=True) as gallery:
            is_time = gallery.counts().frames >= self._frames
        if is_time and self._do is not None:
            self._do, do = None, self._do
            do()


@pytest.fixture
def told_often(monkeypatch):
    monkeypatch.setattr("engine.jobs.import_meter.SECONDS_BETWEEN_ADVANCES", 0.0)
    monkeypatch.setattr("engine.jobs.source_import.FRAMES_A_TRANSACTION", 4)


@pytest.mark.usefixtures("told_often")
@pytest.mark.parametrize("whole", [True, False], ids=["the whole path", "one camera"])
def test_footage_that_goes_away_is_one_sentence_and_gone_on_with_when_it_is_back(case, made, tmp_path, whole):
    drive, away = tmp_path / "drive", tmp_path / "away"
    for name in ("a", "b", "c"):
        made.pictures(drive / name, 30)
    gone = drive if whole else drive / "a"
    after = After(case, 8, lambda: gone.rename(away))
    sentence = "went away while it was read; plug the drive in"
    if whole:
        with pytest.raises(BrokenOffError, match=f"drive: {sentence}"):
            run(case, drive, Progress(after))
        assert failed_files(after.events) == []
    else:
        summary = run(case, drive, Progress(after))
        assert (summary.failures, summary.frames > 60) == (1, True)
        (failed,) = failed_files(after.events)
        assert (failed.path, sentence in failed.reason) == (str(gone), True)
    with Gallery.open(case) as gallery:
        taken = gallery.counts().frames
        assert not gallery.sources()[0].is_complete
    away.rename(gone)
    again = run(case, drive)
    assert 8 <= taken < 90 and (again.frames, again.skipped, again.failures) == (90 - taken, taken, 0)
    with Gallery.open(case) as gallery:
        assert len({crop.frame_path for crop in gallery.crops()}) == gallery.counts().crops == 90
        assert gallery.failures() == []


def append_to(path):
    with path.open("ab") as file:
        file.write(bytes(100))


def run_until(case, path, frames, do):
    return run(case, path, Progress(After(case, frames, do)))


@pytest.mark.usefixtures("told_often")
def test_a_video_that_grows_while_it_is_read_is_said_and_taken_when_it_is_complete(case, video):
    with pytest.raises(FileError, match=r"clip.avi: is still being written to; import it again"):
        run_until(case, video, 0, lambda: append_to(video))
    with Gallery.open(case) as gallery:
        assert gallery.counts().frames == 0
        assert [row.path for row in gallery.failures()] == [video]
    again = run(case, video)
    assert (again.frames, again.failures) == (40, 0)
    with Gallery.open(case) as gallery:
        assert gallery.originals() == {video: {sha256_of(video)}}
        assert gallery.failures() == []


@pytest.mark.usefixtures("told_often")
def test_frames_taken_before_a_video_grew_stay_with_the_hash_that_they_had(case, video):
    before = sha256_of(video)

    summary = run_until(case, video, 8, lambda: append_to(video))
    assert 8 <= summary.frames < 40 and summary.failures == 1
    with Gallery.open(case) as gallery:
        assert gallery.originals() == {video: {before}}
        assert not gallery.sources()[0].is_complete


def test_a_half_written_picture_is_named_and_taken_when_it_is_complete(case, pictures):
    path = pictures / "frame_05.png"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    summary = run(case, pictures)
    assert (summary.frames, summary.failures) == (19, 1)
    path.write_bytes(data)
    assert run(case, pictures).frames == 1
    with Gallery.open(case) as gallery:
        assert gallery.failures() == [] and gallery.originals()[path] == {sha256_of(path)}
