import struct
import subprocess
import sys
import zlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QProcess

from app.search.frame_source import LARGEST_SIDE_PX, FrameSource
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.imaging.digest import sha256_of

WRITE_VIDEO = """
import sys
import cv2
import numpy as np

writer = cv2.VideoWriter(sys.argv[1], cv2.VideoWriter_fourcc(*"MJPG"), 10, (160, 120))
for number in range(1, 7):
    writer.write(np.full((120, 160, 3), 30 * number, np.uint8))
writer.release()
"""
WAIT_MS = 60_000  # the decoder's process loads OpenCV


@pytest.fixture
def crop(small_case):
    with Gallery.open(small_case) as gallery:
        return gallery.crop(1)


@pytest.fixture
def frames(qapp):
    made = FrameSource()
    yield made
    made.close()


@pytest.fixture
def video(tmp_path):
    """Return a video of six frames, each a little brighter than the one before."""
    path = tmp_path / "gate.avi"
    # In a process of its own: OpenCV would lead this one's Qt to its own plugins.
    subprocess.run([sys.executable, "-c", WRITE_VIDEO, str(path)], check=True, timeout=60)
    return path


def load(qtbot, frames, crop):
    with qtbot.waitSignal(frames.loaded, timeout=WAIT_MS) as loaded:
        frames.ask(crop)
    return loaded.args[0]


def huge_png(path, side):
    """Write a PNG that says it is side × side pixels, and is a few bytes long."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b""))


def test_a_picture_comes_from_its_file(qtbot, frames, crop):
    frame = load(qtbot, frames, crop)
    assert (frame.image.width(), frame.image.height(), frame.problem) == (160, 120, "")


def test_a_large_picture_is_shrunk_while_it_is_decoded(qtbot, frames, crop):
    from PIL import Image

    Image.new("RGB", (4000, 3000)).save(crop.frame_path)
    image = load(qtbot, frames, replace(crop, sha256=sha256_of(crop.frame_path))).image
    assert (image.width(), image.height()) == (LARGEST_SIDE_PX, LARGEST_SIDE_PX * 3 // 4)


@pytest.mark.parametrize("content", [b"", b"no picture at all", b"\xff\xd8\xff\xe0 cut short"])
def test_what_is_no_picture_says_so(qtbot, frames, crop, content):
    crop.frame_path.write_bytes(content)
    frame = load(qtbot, frames, crop)
    assert frame.image.isNull()
    assert frame.problem.startswith("The frame cannot be shown")


@pytest.mark.parametrize("change", [lambda data: data[: 2 * len(data) // 3], lambda data: data + b" "])
def test_a_file_that_is_not_the_one_that_was_imported_is_not_shown_as_evidence(qtbot, frames, crop, change):
    crop.frame_path.write_bytes(change(crop.frame_path.read_bytes()))  # Qt shows what is left of a JPEG without a word
    frame = load(qtbot, frames, crop)
    assert frame.image.isNull()
    assert "no longer the one that was imported" in frame.problem and "put the original back" in frame.problem


def test_a_picture_too_large_for_memory_is_refused_before_it_is_decoded(qtbot, frames, crop):
    huge_png(crop.frame_path, 30_000)
    frame = load(qtbot, frames, crop)
    assert frame.image.isNull()
    assert frame.problem.startswith("The frame cannot be shown")


def test_only_the_newest_wish_is_answered(qtbot, frames, crop):
    answered = []
    frames.loaded.connect(answered.append)
    newest = [frames.ask(crop) for _ in range(20)][-1]
    qtbot.waitUntil(lambda: bool(answered))
    frames._pool.waitForDone()
    assert [frame.number for frame in answered] == [newest]


def test_a_videos_frame_comes_from_the_standing_child(qtbot, frames, crop, video):
    of_video = replace(crop, source_kind=SourceKind.VIDEO, frame_path=video, frame_number=4)
    frame = load(qtbot, frames, of_video)
    assert frame.problem == ""
    assert frame.image.pixelColor(80, 60).red() == pytest.approx(120, abs=12)
    child = frames._child.processId()
    assert load(qtbot, frames, replace(of_video, frame_number=2)).image.pixelColor(80, 60).red() < 80
    assert frames._child.processId() == child


def test_a_videos_frame_that_is_not_there_says_so(qtbot, frames, crop, tmp_path):
    gone = replace(crop, source_kind=SourceKind.VIDEO, frame_path=tmp_path / "gone.avi")
    frame = load(qtbot, frames, gone)
    assert frame.image.isNull()
    assert "gone.avi" in frame.problem


def test_a_child_that_was_killed_is_started_anew_with_the_next_wish(qtbot, frames, crop, video):
    of_video = replace(crop, source_kind=SourceKind.VIDEO, frame_path=video, frame_number=4)
    load(qtbot, frames, of_video)
    frames._child.kill()
    qtbot.waitUntil(lambda: frames._child.state() is QProcess.ProcessState.NotRunning)
    assert load(qtbot, frames, of_video).problem == ""
