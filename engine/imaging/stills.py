"""Reading one picture file: bounded before it is decoded, turned as its EXIF says, hashed as it is read."""

import hashlib
import io
import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.errors import ImageError, MissingPathError
from engine.imaging.exif_time import taken_at
from engine.imaging.pillow_errors import PILLOW_ERRORS
from engine.imaging.pixels import Pixels

MAX_PIXELS = 100_000_000
MAX_SIDE_PX = 65_000  # a JPEG can hold 65,500
MAX_BYTES = 500_000_000
FORMATS = ("JPEG", "PNG", "BMP", "TIFF", "WEBP", "PPM", "GIF")  # few, so that few decoders meet files from outside
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp", ".mpo", ".ppm", ".pgm", ".gif"})

# Our own limit, checked for every file below, takes the place of Pillow's, which warns where we refuse.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture file as it lies on disk, hashed but not yet decoded."""

    path: Path
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """A decoded picture file."""

    pixels: Pixels  # (H, W, 3)
    sha256: str  # of the file
    taken_at: datetime | None  # as EXIF has it; without a zone where the camera wrote none


def read_still(path: Path, *, max_pixels: int = MAX_PIXELS) -> Still:
    """Read a picture; the file is opened once, and only read.

    Args:
        path: the file.
        max_pixels: a picture with more is refused before it is decoded.

    Raises:
        MissingPathError: if there is no such file.
        ImageError: if it is unreadable, empty, truncated, no picture, or too large.
    """
    return decode_still(read_picture_file(path), max_pixels=max_pixels)


def read_picture_file(path: Path) -> PictureFile:
    """Read a file's bytes and hash them, so that a file seen before need not be decoded; raises as `read_still`."""
    data = _read_bytes(path)
    return PictureFile(path, data, hashlib.sha256(data).hexdigest())


def decode_still(file: PictureFile, *, max_pixels: int = MAX_PIXELS) -> Still:
    """Decode a picture file that was read; raises ImageError as `read_still`."""
    try:
        with Image.open(io.BytesIO(file.data), formats=FORMATS) as image:
            _check_size(file.path, image.size, max_pixels)
            image.load()
            exif_time = taken_at(image)
            pixels = _to_rgb(ImageOps.exif_transpose(image))
    except PILLOW_ERRORS as error:
        _refuse(file.path, error)
    return Still(pixels=pixels, sha256=file.sha256, taken_at=exif_time)


def _read_bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ImageError(path, "is not a file; choose a picture file.")
        if status.st_size == 0:
            raise ImageError(path, "is empty; copy it again from where it came.")
        if status.st_size > MAX_BYTES:
            raise ImageError(path, f"is larger than {MAX_BYTES // 10**6} MB; save it smaller and import it again.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise MissingPathError(path) from error
    except OSError as error:
        raise ImageError(path, f"cannot be read ({error.strerror}); check the drive and your rights to it.") from error


def _check_size(path: Path, size: tuple[int, int], max_pixels: int) -> None:
    width, height = size
    if max(width, height) > MAX_SIDE_PX:
        raise ImageError(path, f"is {width} × {height} pixels, the longest side may have {MAX_SIDE_PX}; cut it.")
    if width * height > max_pixels:
        limit = max_pixels // 10**6
        raise ImageError(path, f"has {width} × {height} pixels, the limit is {limit} million; save it smaller.")


def _to_rgb(image: Image.Image) -> Pixels:
    """Return the picture as (H, W, 3) uint8; of 16 bits a channel the upper eight are kept."""
    if image.mode.startswith("I"):
        return _grey16_to_rgb(np.asarray(image))
    if image.mode == "P":  # straight to RGB, Pillow warns of some palettes
        image = image.convert("RGBA")
    return np.array(image.convert("RGB"), dtype=np.uint8)


def _grey16_to_rgb(grey: npt.NDArray[np.generic]) -> Pixels:
    eight_bits = (np.clip(grey.astype(np.int64), 0, 65_535) // 256).astype(np.uint8)
    return np.repeat(eight_bits[:, :, None], 3, axis=2)


def _refuse(path: Path, error: Exception) -> NoReturn:
    if isinstance(error, UnidentifiedImageError):
        raise ImageError(path, "is not a picture that Bolo can read; convert it to JPEG or PNG.") from error
    if isinstance(error, MemoryError):
        raise ImageError(path, "needs more memory than there is; save it smaller.") from error
    raise ImageError(path, "is damaged or cut off; copy it again from where it came.") from error
