"""Crops as JPEG, the form in which a case keeps them."""

import io

import numpy as np
from PIL import Image

from engine.errors import ShapeError
from engine.imaging.pillow_errors import PILLOW_ERRORS
from engine.imaging.pixels import Pixels
from engine.imaging.stills import MAX_PIXELS


def encode_jpeg(pixels: Pixels, quality: int = 90) -> bytes:
    """Return the picture, (H, W, 3) RGB, as a JPEG file of this quality, 1 to 95."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def decode_jpeg(data: bytes) -> Pixels:
    """Return what `encode_jpeg` made as (H, W, 3) RGB. Files from outside go through `read_still`.

    Raises:
        ShapeError: if it is no whole JPEG, or far larger than a crop can be; the case may come from elsewhere.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise ShapeError(f"A picture of {image.width} × {image.height} pixels is no crop.")
            return np.array(image.convert("RGB"), dtype=np.uint8)
    except PILLOW_ERRORS as error:
        raise ShapeError("The data are no JPEG, or are cut off.") from error
