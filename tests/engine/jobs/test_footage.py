from contextlib import closing
from datetime import UTC, datetime

import pytest

from engine.imaging.digest import sha256_of
from engine.imaging.video import open_video
from engine.jobs.footage import AlreadyTaken, OpenedFrame, PictureFootage, Reading, UnusableFile, VideoFootage
from engine.jobs.frame_times import FrameTimes


def reading(known=(), every=1, is_complete=False):
    times = FrameTimes(start=datetime(2026, 3, 1), zone="UTC")
    return Reading(known=frozenset(known), times=times, every=every, is_complete=is_complete)


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
    assert footage.total == 10 == len(items)
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
    assert {item.sha256 for item in items} == {sha256_of(video)}
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
    assert again[0] == AlreadyTaken(len(known)) and again[1] == items[-1]
