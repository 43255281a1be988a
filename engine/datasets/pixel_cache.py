"""Decoded crops on disk: each picture is decoded and resized once, then mapped into memory."""

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.errors import MissingPathError
from engine.imaging.model_input import resize_for_model
from engine.imaging.stills import read_still
from engine.progress import Progress

SECONDS_BETWEEN_CHECKS = 0.5


def cached_pixels(
    images: LabelledImages, size_px: tuple[int, int], folder: Path, *, progress: Progress
) -> NDArray[np.uint8]:
    """Return (n, H, W, 3) uint8 RGB, mapped from a file in `folder`; made on the first call.

    The file's name is a hash of the pictures' paths, sizes and times and of `size_px`, so a changed picture makes a new
    file. It is written under another name, to the disk, and moved into place: a file that is there is whole, whenever
    its writer is killed. Of two processes that want the same pixels one writes, and the other waits for it.

    Raises:
        ImageError: if a picture cannot be read.
        MissingPathError: if one is not there.
        OSError: if the disk is full.
        Cancelled: between two pictures; what was written is removed.
    """
    shape = (len(images), *size_px, 3)
    path = folder / f"{_key(images, size_px)}.npy"
    pixels = _mapped(path, shape)
    if pixels is None:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(path.with_suffix(".lock"), progress):
            pixels = _mapped(path, shape)  # another process may have made it meanwhile
            if pixels is None:
                _write(path, images, shape, progress)
                pixels = _mapped(path, shape)
    if pixels is None:
        raise OSError(errno.EIO, "the decoded pictures cannot be read back", str(path))
    return pixels


@contextmanager
def _locked(path: Path, progress: Progress) -> Iterator[None]:
    """Hold a lock of the operating system, which lets go of a process that dies; waiting for it can be cancelled."""
    lock = FileLock(path)
    while not lock.is_locked:
        progress.check()
        with suppress(Timeout):
            lock.acquire(timeout=SECONDS_BETWEEN_CHECKS)
    try:
        yield
    finally:
        lock.release()


def _mapped(path: Path, shape: tuple[int, ...]) -> NDArray[np.uint8] | None:
    """Return the file's array; None where there is no file, or one that something else has damaged."""
    try:
        pixels: NDArray[np.uint8] = np.load(path, mmap_mode="r", allow_pickle=False)
    except (FileNotFoundError, ValueError, EOFError):
        return None
    return pixels if pixels.shape == shape and pixels.dtype == np.uint8 else None


def _write(path: Path, images: LabelledImages, shape: tuple[int, ...], progress: Progress) -> None:
    partial = path.with_suffix(".partial")
    try:
        with partial.open("wb") as file:
            _write_rows(file, images, shape, progress)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _write_rows(file: IO[bytes], images: LabelledImages, shape: tuple[int, ...], progress: Progress) -> None:
    """Write the array row by row; through a map, a full disk would kill the process without a word."""
    header = {"descr": np.lib.format.dtype_to_descr(np.dtype(np.uint8)), "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(file, header)
    size_px = (shape[1], shape[2])
    for picture in progress.track(images.paths, f"Decoding {images.name}"):
        file.write(resize_for_model(read_still(picture).pixels, size_px).tobytes())


def _key(images: LabelledImages, size_px: tuple[int, int]) -> str:
    facts = [[str(path), *_size_and_time(path)] for path in images.paths]
    return hashlib.sha256(json.dumps([size_px, facts]).encode()).hexdigest()[:24]


def _size_and_time(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise MissingPathError(path) from error
    return status.st_size, status.st_mtime_ns
