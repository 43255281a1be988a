import shutil

import pytest

from engine.detection.choose import DetectorKind
from engine.errors import Cancelled
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.digest import sha256_of
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.jobs.sampling import Sampling
from engine.jobs.watch_folder import Arrivals, watch_folder
from engine.progress import Noted, Progress

LOOKS_AFTER_THE_LAST_DEED = 4


class Watched:
    """A watched folder in which things happen between one look and the next."""

    def __init__(self, case, folder, **settings):
        settings = {"detector": DetectorKind.NONE, "kind": SourceKind.FRAMES, **settings}
        self.spec = ImportSpec(case=case, paths=(folder,), **settings)
        self.summaries = []
        self.events = []

    def run(self, *deeds):
        """Watch, doing one deed before each look, and stop a few looks after the last."""
        left = [*deeds, *[lambda: None] * LOOKS_AFTER_THE_LAST_DEED]
        progress = Progress(self.events.append, lambda: self._is_over(left))
        with pytest.raises(Cancelled):
            watch_folder(self.spec, self._take_in, progress, seconds_between=0)

    def notes(self):
        return " ".join(event.text for event in self.events if isinstance(event, Noted))

    def _take_in(self, asked):
        self.summaries.append(import_footage(asked, Progress()))
        return self.summaries[-1]

    def _is_over(self, left):
        if not left:
            return True
        left.pop(0)()
        return False


def frames_of(case):
    with Gallery.open(case) as gallery:
        return [(crop.frame_path.name, crop.frame_number) for crop in gallery.crops()]


def test_files_come_to_rest_once_two_looks_are_alike(tmp_path):
    arrivals, path = Arrivals(), tmp_path / "a.png"
    path.write_bytes(b"half")
    assert arrivals.look([path]) == frozenset()
    path.write_bytes(b"half and half")
    assert arrivals.look([path]) == frozenset()
    assert arrivals.look([path]) == {path}
    assert arrivals.look([path]) == {path}  # until it has been taken
    arrivals.note_taken([path])
    assert arrivals.look([path]) == frozenset()
    path.write_bytes(b"half and half and more")
    assert (arrivals.look([path]), arrivals.look([path])) == (frozenset(), {path})


def test_an_empty_file_and_one_that_went_away_are_waited_for(tmp_path):
    arrivals, empty, gone = Arrivals(), tmp_path / "a.png", tmp_path / "b.png"
    empty.touch()
    assert [arrivals.look([empty, gone]) for _ in range(3)] == [frozenset()] * 3


def test_what_lies_there_is_taken_in_and_then_what_arrives(case, pictures, made):
    watched = Watched(case, pictures)
    arrive = lambda: made.pictures(pictures, 2, first=30)  # noqa: E731
    watched.run(lambda: None, lambda: None, arrive)
    assert [(summary.frames, summary.skipped) for summary in watched.summaries] == [(20, 0), (2, 0)]
    assert frames_of(case)[-2:] == [("frame_30.png", 21), ("frame_31.png", 22)]
    assert "2 frames taken in, 2 people found by none." in watched.notes()


def test_nothing_new_means_no_import(case, pictures):
    watched = Watched(case, pictures)
    watched.run(*[lambda: None] * 10)
    assert len(watched.summaries) == 1


def test_a_video_is_taken_once_it_is_whole(case, video, tmp_path):
    folder, data = tmp_path / "recorder", video.read_bytes()
    folder.mkdir()
    growing = folder / "clip.avi"
    parts = [data[: len(data) * part // 3] for part in (1, 2, 3)]
    watched = Watched(case, folder)
    watched.run(*(lambda part=part: growing.write_bytes(part) for part in parts))
    assert [(summary.frames, summary.failures) for summary in watched.summaries] == [(40, 0)]


def test_a_second_source_that_arrives_leaves_the_first_alone(case, pictures, tmp_path, made):
    folder = tmp_path / "cameras"
    shutil.move(pictures, folder / "gate")
    watched = Watched(case, folder)
    watched.run(lambda: None, lambda: made.pictures(folder / "yard", 3))
    assert [summary.frames for summary in watched.summaries] == [20, 3]
    assert watched.summaries[1].skipped == 0
    with Gallery.open(case) as gallery:
        assert gallery.cameras() == ["gate", "yard"]


def test_a_bad_file_is_said_and_taken_again_when_it_changes(case, tmp_path, made):
    folder = tmp_path / "in"
    folder.mkdir()
    bad = folder / "frame_01.png"
    watched = Watched(case, folder)
    watched.run(
        lambda: bad.write_bytes(b"no picture"), *[lambda: None] * 2, lambda: made.pictures(folder, 1), lambda: None
    )
    assert "is not a picture that Bolo can read" in watched.notes()
    assert [summary.frames for summary in watched.summaries] == [1]
    with Gallery.open(case) as gallery:
        assert gallery.failures() == []


def test_a_bad_file_stays_one_while_others_arrive(case, pictures, made):
    (pictures / "frame_99.png").write_bytes(b"no picture")
    watched = Watched(case, pictures)
    watched.run(lambda: None, lambda: made.pictures(pictures, 1, first=30))
    assert [(summary.frames, summary.failures) for summary in watched.summaries] == [(20, 1), (1, 0)]
    with Gallery.open(case) as gallery:
        assert [row.path.name for row in gallery.failures()] == ["frame_99.png"]


def test_another_job_in_the_case_is_waited_for(case, pictures):
    watched = Watched(case, pictures)
    with Gallery.open(case) as gallery:
        writing = gallery.writer()
        writing.__enter__()
        let_go = lambda: writing.__exit__(None, None, None)  # noqa: E731
        watched.run(*[lambda: None] * 3, let_go)
    assert "It is tried again." in watched.notes()
    assert [summary.frames for summary in watched.summaries] == [20]


def test_a_folder_that_is_empty_at_first_is_no_error(case, tmp_path, made):
    (tmp_path / "in").mkdir()
    watched = Watched(case, tmp_path / "in")
    watched.run(lambda: None, lambda: made.pictures(tmp_path / "in", 2))
    assert [summary.frames for summary in watched.summaries] == [2]


def test_changes_are_seen_against_frames_that_arrived_before(case, tmp_path, pictures):
    folder = tmp_path / "in"
    folder.mkdir()
    deeds = [lambda: shutil.copy(pictures / "frame_01.png", folder / "a.png"), lambda: None, lambda: None]
    deeds.append(lambda: shutil.copy(pictures / "frame_01.png", folder / "b.png"))
    watched = Watched(case, folder, sampling=Sampling(on_change=True))
    watched.run(*deeds)
    assert frames_of(case) == [("a.png", 1)]
    assert watched.summaries[-1].passed_over == 1


def test_the_folder_is_only_read(case, pictures):
    before = {path: (path.stat().st_mtime_ns, sha256_of(path)) for path in pictures.iterdir()}
    Watched(case, pictures).run(lambda: None, lambda: None)
    assert {path: (path.stat().st_mtime_ns, sha256_of(path)) for path in pictures.iterdir()} == before
