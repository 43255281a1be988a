"""Decoded crops on disk: each picture is decoded and resized once, then mapped into memory."""

import hashlib
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.imaging.model_input import resize_for_model
from engine.imaging.stills import read_still
from engine.progress import Progress


def cached_pixels(
    images: LabelledImages, size_px: tuple[int, int], folder: Path, *, progress: Progress
) -> NDArray[np.uint8]:
    """Return (n, H, W, 3) uint8 RGB, mapped from a file in `folder`; made on the first call.

    The file's name is a hash of the pictures' paths, sizes and times and of `size_px`, so a changed picture makes a new
    file. It is written under another name first: a file that is there is whole.

    Raises:
        ImageError: if a picture cannot be read.
    """
    path = folder / f"{_key(images, size_px)}.npy"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, images, size_px, progress)
    pixels: NDArray[np.uint8] = np.load(path, mmap_mode="r")
    return pixels


def _write(path: Path, images: LabelledImages, size_px: tuple[int, int], progress: Progress) -> None:
    partial = path.with_suffix(".partial")
    shape = (len(images), *size_px, 3)
    pixels = np.lib.format.open_memmap(partial, mode="w+", dtype=np.uint8, shape=shape)
    for place, picture in enumerate(progress.track(images.paths, f"Decoding {images.name}")):
        pixels[place] = resize_for_model(read_still(picture).pixels, size_px)
    pixels.flush()
    del pixels
    partial.replace(path)


def _key(images: LabelledImages, size_px: tuple[int, int]) -> str:
    facts = [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in images.paths]
    return hashlib.sha256(json.dumps([size_px, facts]).encode()).hexdigest()[:24]
