import io

import numpy as np
import pytest
from PIL import Image

from engine.errors import ShapeError
from engine.imaging.jpeg import decode_jpeg, encode_jpeg
from engine.imaging.model_input import resize_for_model

SMOOTH = np.dstack([*np.meshgrid(np.linspace(0, 255, 64), np.linspace(0, 255, 96)), np.full((96, 64), 90.0)])
SMOOTH = SMOOTH.astype(np.uint8)


def _png(pixels):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_smooth_picture_survives_the_jpeg_within_a_few_levels():
    back = decode_jpeg(encode_jpeg(SMOOTH, quality=92))
    assert back.shape == SMOOTH.shape
    assert np.abs(back.astype(int) - SMOOTH).mean() < 3


def test_higher_quality_takes_more_bytes():
    assert len(encode_jpeg(SMOOTH, 95)) > len(encode_jpeg(SMOOTH, 50))


def test_a_single_pixel_can_be_kept():
    assert decode_jpeg(encode_jpeg(SMOOTH[:1, :1])).shape == (1, 1, 3)


def test_model_input_has_the_asked_size_and_is_pillows_bicubic():
    resized = resize_for_model(SMOOTH, (32, 16))
    expected = Image.open(io.BytesIO(_png(SMOOTH))).resize((16, 32), Image.Resampling.BICUBIC)
    np.testing.assert_array_equal(resized, np.array(expected))


@pytest.mark.parametrize("data", [b"", b"no JPEG", encode_jpeg(SMOOTH)[:400], _png(SMOOTH)])
def test_what_is_no_whole_jpeg_is_refused(data):
    with pytest.raises(ShapeError, match="no JPEG"):
        decode_jpeg(data)


def test_a_jpeg_too_large_for_a_crop_is_refused_before_it_is_decoded():
    data = bytearray(encode_jpeg(SMOOTH))
    frame_header = data.index(b"\xff\xc0")
    data[frame_header + 5 : frame_header + 9] = b"\xff\x00\xff\x00"  # height and width: 65,280 each
    with pytest.raises(ShapeError, match="65280 × 65280"):
        decode_jpeg(bytes(data))
