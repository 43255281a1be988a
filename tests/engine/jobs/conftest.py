from types import SimpleNamespace

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.gallery.gallery import Gallery

MODEL_ID = "0123456789abcdef"


class MeanColour:
    """Embeds a crop by the brightness of its colours: enough to tell crops apart, and needs no torch."""

    id = MODEL_ID
    device = "cpu"

    def __init__(self):
        self.calls = []

    def embed_images(self, crops):
        crops = list(crops)
        self.calls.append(len(crops))
        vectors = np.zeros((len(crops), 128), dtype=np.float32)
        vectors[:, :3] = [crop.mean(axis=(0, 1)) + 1 for crop in crops]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return SimpleNamespace(vectors=vectors, logits=np.zeros((len(crops), 5), dtype=np.float32))


@pytest.fixture
def embedder():
    return MeanColour()


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "test.bolo"
    Gallery.create(folder).close()
    return folder


def shade(number):
    """The grey of a made frame."""
    return (number * 37) % 200 + 20


def write_pictures(folder, count, name="frame_{:02d}.png", first=1):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + count):
        Image.fromarray(np.full((40, 30, 3), shade(number), dtype=np.uint8)).save(folder / name.format(number))
    return folder


def write_video(path, frames, fps=10):
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), fps, (64, 48))
    assert writer.isOpened()
    for number in range(1, frames + 1):
        writer.write(np.full((48, 64, 3), shade(number), dtype=np.uint8))
    writer.release()
    return path


@pytest.fixture
def pictures(tmp_path):
    return write_pictures(tmp_path / "pictures", 20)


@pytest.fixture
def video(tmp_path):
    return write_video(tmp_path / "clip.avi", 40)


@pytest.fixture
def made():
    """Return the makers of pictures and videos."""
    return SimpleNamespace(pictures=write_pictures, video=write_video, shade=shade)
