import os
import subprocess
import sys
import threading

import numpy as np
import pytest

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.pixel_cache import cached_pixels
from engine.errors import Cancelled, ImageError, MissingPathError
from engine.imaging.model_input import resize_for_model
from engine.imaging.stills import read_still
from engine.progress import Advanced, Progress

SIZE = (24, 12)


@pytest.fixture
def images(schema, tmp_path, draw_picture):
    paths = tuple(draw_picture(tmp_path / "in" / f"{seed}.png", seed) for seed in range(4))
    return LabelledImages("x", schema, paths, np.zeros((4, schema.size), np.uint8))


def files(folder):
    return sorted(path.name for path in folder.iterdir() if path.suffix != ".lock")


def test_pixels_are_those_of_the_pictures_and_decoded_once(images, tmp_path):
    events = []
    first = cached_pixels(images, SIZE, tmp_path / "c", progress=Progress(events.append))
    again = cached_pixels(images, SIZE, tmp_path / "c", progress=Progress(is_cancelled=lambda: True))

    slow = np.stack([resize_for_model(read_still(path).pixels, SIZE) for path in images.paths])
    assert isinstance(first, np.memmap) and np.array_equal(first, slow) and np.array_equal(again, slow)
    assert any(isinstance(event, Advanced) for event in events)
    assert len(files(tmp_path / "c")) == 1


def test_another_size_or_a_changed_picture_is_another_file(images, tmp_path, draw_picture):
    before = cached_pixels(images, SIZE, tmp_path / "c", progress=Progress()).copy()
    cached_pixels(images, (12, 12), tmp_path / "c", progress=Progress())
    draw_picture(images.paths[1], 99)
    os.utime(images.paths[1], ns=(1, 1))
    after = cached_pixels(images, SIZE, tmp_path / "c", progress=Progress())

    assert len(files(tmp_path / "c")) == 3
    assert [np.array_equal(before[row], after[row]) for row in range(4)] == [True, False, True, True]


def test_what_is_stopped_or_fails_leaves_nothing(images, tmp_path):
    with pytest.raises(Cancelled):
        cached_pixels(images, SIZE, tmp_path / "c", progress=Progress(is_cancelled=lambda: True))
    images.paths[3].write_bytes(b"no picture")
    with pytest.raises(ImageError):
        cached_pixels(images, SIZE, tmp_path / "c", progress=Progress())
    images.paths[3].unlink()
    with pytest.raises(MissingPathError):
        cached_pixels(images, SIZE, tmp_path / "c", progress=Progress())
    assert files(tmp_path / "c") == []


def test_a_file_that_was_cut_short_is_made_anew(images, tmp_path):
    whole = cached_pixels(images, SIZE, tmp_path / "c", progress=Progress()).copy()
    path = next((tmp_path / "c").glob("*.npy"))
    for damaged in (path.read_bytes()[:-100], path.read_bytes()[:20], b""):
        path.unlink()
        path.write_bytes(damaged)
        assert np.array_equal(cached_pixels(images, SIZE, tmp_path / "c", progress=Progress()), whole)


KILLED = """
import os, signal, sys
from pathlib import Path
import numpy as np
from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.pixel_cache import cached_pixels
from engine.progress import Progress

def is_cancelled():
    is_cancelled.asked += 1
    if is_cancelled.asked == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return False

is_cancelled.asked = 0
schema = shipped_schema("pa100k")
paths = tuple(sorted(Path(sys.argv[1]).iterdir()))
images = LabelledImages("x", schema, paths, np.zeros((len(paths), schema.size), np.uint8))
cached_pixels(images, (24, 12), Path(sys.argv[2]), progress=Progress(is_cancelled=is_cancelled))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill −9")
def test_a_writer_killed_in_the_middle_leaves_no_file_that_is_taken_for_whole(images, tmp_path):
    arguments = [sys.executable, "-c", KILLED, str(tmp_path / "in"), str(tmp_path / "c")]
    assert subprocess.run(arguments, timeout=250).returncode == -9
    assert [name for name in files(tmp_path / "c") if name.endswith(".npy")] == []

    pixels = cached_pixels(images, SIZE, tmp_path / "c", progress=Progress())
    assert len(pixels) == 4 and all(name.endswith(".npy") for name in files(tmp_path / "c"))


def test_two_that_want_the_same_pixels_share_one_file(images, tmp_path):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(cached_pixels(images, SIZE, tmp_path / "c", progress=Progress())))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert np.array_equal(*found) and len(files(tmp_path / "c")) == 1
