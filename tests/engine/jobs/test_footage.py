from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.gallery.camera_clock import CameraClock
from engine.imaging.digest import sha256_of
from engine.imaging.video import open_video
from engine.jobs.footage import (
    AlreadyTaken,
    OpenedFrame,
    PassedOver,
    PictureFootage,
    Reading,
    Unchanged,
    UnusableFile,
    VideoFootage,
)
from engine.jobs.frame_times import FrameTimes
from engine.jobs.sampling import Sampling


def reading(known=(), is_complete=False, **sampling):
    times = FrameTimes(clock=CameraClock(zone="UTC"), start=datetime(2026, 3, 1))
    return Reading(known=frozenset(known), times=times, sampling=Sampling(**sampling), is_complete=is_complete)


def video_items(path, how):
    footage = VideoFootage(open_video(path), sha256_of(path), how)
    with closing(footage.items()) as items:
        return footage.total, list(items)


def numbers(items):
    return [item.number for item in items if isinstance(item, OpenedFrame)]


def test_pictures_keep_their_place_and_a_known_one_is_not_decoded(pictures):
    files = tuple(sorted(pictures.iterdir()))
    known = [(files[2], sha256_of(files[2]), 99)]  # its number moved since, its content did not
    footage = PictureFootage(files, reading(known, every=2))
    items = list(footage.items())
    assert footage.total == 10 == len(items) - 1
    assert items[-1] == PassedOver(10)
    assert items[1] == AlreadyTaken(1)
    assert numbers(items) == [1, 5, 7, 9, 11, 13, 15, 17, 19]


def test_a_known_picture_with_new_content_is_taken_again(pictures):
    files = tuple(sorted(pictures.iterdir()))
    footage = PictureFootage(files, reading([(files[0], "0" * 64, 1)]))
    assert numbers(footage.items()) == list(range(1, 21))


def test_a_picture_that_went_away_is_unusable(pictures):
    files = tuple(sorted(pictures.iterdir()))
    files[4].unlink()
    (gone,) = [item for item in PictureFootage(files, reading()).items() if isinstance(item, UnusableFile)]
    assert gone.path == files[4] and "no such file" in gone.reason


def test_a_videos_frames_share_its_hash_and_have_their_time(video):
    total, items = video_items(video, reading(every=10))
    assert total == 4 and numbers(items) == [1, 11, 21, 31]
    assert {item.sha256 for item in items[:-1]} == {sha256_of(video)}
    assert items[-1] == PassedOver(36)
    assert items[2].time == datetime(2026, 3, 1, 0, 0, 2, tzinfo=UTC)


@pytest.mark.parametrize("is_complete", [False, True])
def test_a_video_goes_on_where_the_case_has_gaps(video, is_complete):
    digest = sha256_of(video)
    known = [(video, digest, number) for number in range(1, 41) if number not in (7, 40)]
    _, items = video_items(video, reading(known, is_complete=is_complete))
    assert items[0] == AlreadyTaken(38) and numbers(items) == [7, 40]


def test_frames_of_other_content_at_the_same_path_do_not_count(video):
    known = [(video, "0" * 64, number) for number in range(1, 41)]
    assert len(numbers(video_items(video, reading(known, is_complete=True))[1])) == 40


def test_only_the_wanted_of_the_known_frames_count(video):
    known = [(video, sha256_of(video), number) for number in (1, 2, 3, 11)]
    _, items = video_items(video, reading(known, every=10))
    assert items[0] == AlreadyTaken(2) and numbers(items) == [21, 31]
    assert items[-1] == PassedOver(40 - 4 - 2)


def test_a_complete_video_is_not_decoded_again(video, monkeypatch):
    known = [(video, sha256_of(video), number) for number in range(1, 41)]
    monkeypatch.setattr("engine.imaging.video.VideoReader.frames", lambda *_, **__: pytest.fail("decoded"))
    assert video_items(video, reading(known, is_complete=True))[1] == [AlreadyTaken(40)]


def test_a_broken_tail_is_told_again_when_nothing_is_left_to_take(video):
    data = video.read_bytes()
    video.write_bytes(data[: len(data) // 2])
    _, items = video_items(video, reading())
    known = [(video, sha256_of(video), number) for number in numbers(items)]
    _, again = video_items(video, reading(known, is_complete=True))
    assert again == [AlreadyTaken(len(known)), *items[-2:]]


@pytest.fixture
def still_video(tmp_path):
    """A camera that mostly sees the same: the brightness changes at frames 1, 11 and 31 of 40, in a corner."""
    path = tmp_path / "still.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 10, (64, 48))
    for number in range(1, 41):
        pixels = np.full((48, 64, 3), 90, dtype=np.uint8)
        pixels[:16, :16] = 90 if number < 11 else 160 if number < 31 else 30
        writer.write(pixels)
    writer.release()
    return path


def test_so_many_frames_a_second_of_a_video(video):
    total, items = video_items(video, reading(fps=2))  # it has ten
    assert numbers(items) == [1, 6, 11, 16, 21, 26, 31, 36] and total == 8
    assert items[-1] == PassedOver(32)


def test_frames_a_second_go_on_with_the_same_frames(video):
    known = [(video, sha256_of(video), number) for number in (1, 6, 11)]
    _, items = video_items(video, reading(known, fps=2))
    assert numbers(items) == [16, 21, 26, 31, 36] and items[0] == AlreadyTaken(3)


def test_frames_in_which_nothing_changed_are_not_opened(still_video):
    total, items = video_items(still_video, reading(on_change=True))
    assert numbers(items) == [1, 11, 31] and total == 40
    assert items.count(Unchanged()) == 37 and items[-1] == PassedOver(37)


def test_changes_are_seen_against_known_frames_too(still_video):
    known = [(still_video, sha256_of(still_video), number) for number in (1, 11)]
    _, items = video_items(still_video, reading(known, on_change=True))
    assert numbers(items) == [31]


def test_a_rate_and_changes_go_together(still_video):
    _, items = video_items(still_video, reading(fps=1, on_change=True))
    assert numbers(items) == [1, 11, 31] and items.count(Unchanged()) == 1


def test_pictures_are_thinned_out_by_the_times_in_their_names(tmp_path, made):
    folder = made.pictures(tmp_path / "timed", 12, name="gate_20260301_1200{:02d}.png", first=0)
    files = tuple(sorted(folder.iterdir()))
    items = list(PictureFootage(files, reading(fps=0.25)).items())
    assert numbers(items) == [1, 5, 9] and items[-1] == PassedOver(9)


def test_pictures_without_a_time_are_all_looked_at_and_counted(pictures):
    items = list(PictureFootage(tuple(sorted(pictures.iterdir())), reading(fps=0.25)).items())
    assert numbers(items) == list(range(1, 21)) and items[-1] == PassedOver(0, without_time=20)


def test_pictures_in_which_nothing_changed_are_passed_over(tmp_path):
    paths = []
    for number, corner in enumerate((0, 0, 200, 200, 0), start=1):
        pixels = np.full((48, 64, 3), 90, dtype=np.uint8)
        pixels[:16, :16] = corner
        paths.append(Path(tmp_path / f"{number}.png"))
        Image.fromarray(pixels).save(paths[-1])
    items = list(PictureFootage(tuple(paths), reading(on_change=True)).items())
    assert numbers(items) == [1, 3, 5] and items[-1] == PassedOver(2)
    known = [(path, sha256_of(path), number) for number, path in enumerate(paths, start=1) if number in (1, 2, 3)]
    items = list(PictureFootage(tuple(paths), reading(known, on_change=True)).items())
    assert numbers(items) == [5] and items.count(AlreadyTaken(1)) == 3 and items[-1] == PassedOver(1)
