import hashlib
import io
import os
import struct
import zlib
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.errors import ImageError, MissingPathError
from engine.imaging.stills import MAX_BYTES, read_still

GRADIENT = np.dstack([np.tile(np.arange(40, dtype=np.uint8) * 6, (30, 1))] * 3)
GRADIENT[:, :, 1] = 10


def picture(form="PNG", exif=None, mode="RGB"):
    buffer = io.BytesIO()
    Image.fromarray(GRADIENT).convert(mode).save(buffer, form, **({"exif": exif} if exif else {}))
    return buffer.getvalue()


def written(tmp_path, data, name="a.png"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def png_that_claims(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


def test_a_png_comes_back_pixel_for_pixel_with_the_hash_of_its_file(tmp_path):
    data = picture()
    still = read_still(written(tmp_path, data))
    np.testing.assert_array_equal(still.pixels, GRADIENT)
    assert still.sha256 == hashlib.sha256(data).hexdigest()
    assert still.taken_at is None


def test_reading_leaves_the_file_as_it_was(tmp_path):
    path = written(tmp_path, picture())
    path.chmod(0o400)
    before = path.read_bytes(), path.stat().st_mtime_ns
    read_still(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.parametrize("orientation, turns", [(1, 0), (3, 2), (6, 3), (8, 1)])
def test_exif_orientation_is_turned_upright(tmp_path, orientation, turns):
    exif = Image.Exif()
    exif[0x0112] = orientation
    still = read_still(written(tmp_path, picture(exif=exif)))
    np.testing.assert_array_equal(still.pixels, np.rot90(GRADIENT, turns))


def test_time_of_exposure_keeps_its_fraction_and_zone(tmp_path):
    exif = Image.Exif()
    exif[0x8769] = {36867: "2026:03:01 12:34:56", 37521: "25", 36881: "+02:00"}
    still = read_still(written(tmp_path, picture("JPEG", exif), "a.jpg"))
    assert still.taken_at == datetime(2026, 3, 1, 12, 34, 56, 250_000, timezone(timedelta(hours=2)))
    assert still.taken_at.astimezone(UTC).hour == 10


@pytest.mark.parametrize("written_time", ["0000:00:00 00:00:00", "yesterday", "", "2026:13:45 99:00:00"])
def test_a_nonsense_exif_time_counts_as_none(tmp_path, written_time):
    exif = Image.Exif()
    exif[0x8769] = {36867: written_time}
    assert read_still(written(tmp_path, picture("JPEG", exif), "a.jpg")).taken_at is None


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1"])
def test_every_colour_mode_becomes_rgb(tmp_path, mode):
    assert read_still(written(tmp_path, picture(mode=mode))).pixels.shape == (30, 40, 3)


def test_sixteen_bit_grey_keeps_its_upper_eight_bits(tmp_path):
    grey = np.array([[0, 255, 256, 65_535]], dtype=np.uint16)
    path = tmp_path / "thermal.png"
    Image.fromarray(grey).save(path)
    np.testing.assert_array_equal(read_still(path).pixels[0, :, 0], [0, 0, 1, 255])


@pytest.mark.parametrize(
    "data, part_of_reason",
    [
        (b"", "empty"),
        (b"This is a text, not a picture.\n" * 20, "not a picture"),
        (b"\x89PNG\r\n\x1a\n", "not a picture"),
        (png_that_claims(30_000, 30_000), "30000 × 30000 pixels"),
        (png_that_claims(2**31 - 1, 2**31 - 1), "pixels"),
        (png_that_claims(10, 10), "damaged or cut off"),
    ],
    ids=["zero bytes", "text", "signature only", "30,000 squared", "absurd", "data missing"],
)
def test_a_hostile_file_is_refused_with_one_sentence(tmp_path, data, part_of_reason):
    path = written(tmp_path, data, "a.jpg")
    with pytest.raises(ImageError) as caught:
        read_still(path)
    assert part_of_reason in caught.value.reason
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "TIFF", "WEBP"])
def test_a_truncated_picture_is_refused_never_half_shown(tmp_path, form):
    data = picture(form)
    with pytest.raises(ImageError):
        read_still(written(tmp_path, data[: len(data) * 2 // 3]))


def test_a_picture_at_the_limit_is_read_and_one_above_is_not(tmp_path):
    path = written(tmp_path, picture())
    assert read_still(path, max_pixels=30 * 40).pixels.shape == (30, 40, 3)
    with pytest.raises(ImageError, match="40 × 30"):
        read_still(path, max_pixels=30 * 40 - 1)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.jpg"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no space
    with pytest.raises(ImageError, match="500 MB"):
        read_still(path)


def test_a_missing_path_a_folder_and_a_pipe_are_named(tmp_path):
    with pytest.raises(MissingPathError):
        read_still(tmp_path / "gone.jpg")
    with pytest.raises(ImageError, match="not a file"):
        read_still(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.jpg")
        with pytest.raises(ImageError, match="not a file"):
            read_still(tmp_path / "pipe.jpg")


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "PPM"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_flipped_bytes_give_a_picture_or_an_image_error_never_anything_else(tmp_path, form, data):
    exif = Image.Exif()
    exif[0x8769] = {36867: "2026:03:01 12:34:56"}
    damaged = bytearray(picture(form, exif if form in ("PNG", "JPEG", "WEBP") else None))
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        still = read_still(written(tmp_path, bytes(damaged)), max_pixels=10_000_000)
    except ImageError:
        return
    assert still.pixels.dtype == np.uint8 and still.pixels.ndim == 3 and still.pixels.shape[2] == 3
