import os
import subprocess
import sys

import cv2
import numpy as np
import pytest

from engine.errors import MissingPathError, VideoError
from engine.imaging.video import open_video

FRAMES = 400


def shade(number):
    """The grey level of a frame; neighbours differ clearly even after compression."""
    return (number * 37) % 200 + 20


def write_video(path, codec, frames=FRAMES, fps=25):
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*codec), fps, (64, 48))
    assert writer.isOpened()
    for number in range(1, frames + 1):
        picture = np.full((48, 64, 3), shade(number), dtype=np.uint8)
        picture[:24, :, 0] = 0  # blue off in the upper half, OpenCV's order
        writer.write(picture)
    writer.release()
    return path


@pytest.fixture(scope="module", params=["avi", "mp4"])
def video(request, tmp_path_factory):
    codec = {"avi": "MJPG", "mp4": "mp4v"}[request.param]
    return write_video(tmp_path_factory.mktemp("video") / f"a.{request.param}", codec)


def is_frame(frame, number):
    return frame.number == number and abs(float(frame.pixels[:, :, 1].mean()) - shade(number)) < 5


def test_a_video_tells_its_size_rate_and_count(video):
    with open_video(video) as reader:
        assert (reader.size, reader.fps, reader.frame_count) == ((64, 48), 25.0, FRAMES)


def test_frames_come_in_order_from_one_with_their_time(video):
    with open_video(video) as reader:
        frames = list(reader.frames())
    assert len(frames) == FRAMES
    assert all(is_frame(frame, number) for number, frame in enumerate(frames, start=1))
    np.testing.assert_allclose([frame.seconds for frame in frames], np.arange(FRAMES) / 25, atol=1e-3)


def test_pixels_are_rgb(video):
    with open_video(video) as reader:
        pixels = reader.read(1).pixels
    assert pixels[:20, :, 2].mean() < 15 < pixels[:20, :, 0].mean()


def test_going_on_from_a_frame_with_a_step_takes_exactly_those_frames(video):
    with open_video(video) as reader:
        frames = list(reader.frames(start=38, every=60))
    assert [frame.number for frame in frames] == [38, 98, 158, 218, 278, 338, 398]
    assert all(is_frame(frame, frame.number) for frame in frames)


def test_frames_can_be_read_in_any_order(video):
    with open_video(video) as reader:
        for number in (399, 1, 300, 299, 2, 150, 151, 151, 400):
            assert is_frame(reader.read(number), number), number


@pytest.mark.skipif(sys.platform != "linux", reason="names there are always text")
@pytest.mark.parametrize(
    "name", [b"k\xfcche", "\u0061\u0308 \u00e4".encode(), b"x" * 250], ids=["latin-1", "NFD", "long"]
)
def test_a_video_of_any_name_is_opened(video, tmp_path, name):
    # In a child, for what OpenCV makes of such names may end the process.
    odd = tmp_path / os.fsdecode(name + os.fsencode(video.suffix))
    odd.write_bytes(video.read_bytes())
    script = "import sys; from pathlib import Path; from engine.imaging.video import open_video\n"
    script += "assert open_video(Path(sys.argv[1])).read(7).number == 7"
    subprocess.run([sys.executable, "-c", script, odd], check=True, timeout=60)


@pytest.mark.parametrize("number", [0, -3, FRAMES + 1, FRAMES + 9999])
def test_a_frame_that_is_not_there_is_named_and_the_reader_goes_on(video, number):
    with open_video(video) as reader:
        with pytest.raises(VideoError, match=f"frame {number} cannot be read"):
            reader.read(number)
        assert is_frame(reader.read(5), 5)


def test_a_video_with_a_broken_tail_ends_quietly(tmp_path):
    whole = write_video(tmp_path / "a.avi", "MJPG").read_bytes()
    (tmp_path / "cut.avi").write_bytes(whole[: len(whole) // 2])
    with open_video(tmp_path / "cut.avi") as reader:
        count = sum(1 for _ in reader.frames())
    assert 0 < count < FRAMES


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{}\n#EXT-X-ENDLIST\n"
CONCAT = "ffconcat version 1.0\nfile {}\n"


@pytest.mark.parametrize("content", [PLAYLIST, CONCAT], ids=["playlist", "concat script"])
def test_a_file_that_points_to_other_files_is_no_video(tmp_path, content):
    write_video(tmp_path / "a.avi", "MJPG", frames=5)
    (tmp_path / "b.avi").write_text(content.format("a.avi"))
    with pytest.raises(VideoError, match="not a video"):
        open_video(tmp_path / "b.avi")


@pytest.mark.parametrize("data", [b"", b"no video at all\n" * 50], ids=["zero bytes", "text"])
def test_a_file_that_is_no_video_is_refused(tmp_path, data):
    (tmp_path / "a.mp4").write_bytes(data)
    with pytest.raises(VideoError, match=r"a\.mp4"):
        open_video(tmp_path / "a.mp4")


def test_a_missing_path_and_a_folder_are_named(tmp_path):
    with pytest.raises(MissingPathError):
        open_video(tmp_path / "gone.avi")
    with pytest.raises(VideoError, match="not a file"):
        open_video(tmp_path)
