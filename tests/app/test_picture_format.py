"""Pictures are read as what they begin with, and never as an SVG, whose reader can keep two threads waiting."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from app.picture_format import UNKNOWN, format_of, head_of, read_jpeg, set_format
from app.search.tile_picture import make_tile_picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="red"/></svg>'


def written(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 6), (200, 10, 10)).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["jpeg", "png", "bmp", "tiff", "webp", "gif"])
def test_a_picture_of_footage_is_read_as_what_it_begins_with(tmp_path, qapp, kind):
    path = tmp_path / "picture.dat"  # the ending says nothing
    path.write_bytes(written(kind))
    reader = QImageReader(str(path))
    set_format(reader, head_of(str(path)))
    assert reader.read().size() == QSize(8, 6), reader.errorString()


def test_an_svg_is_no_picture_of_footage(tmp_path, qapp):
    path = tmp_path / "picture.jpg"
    path.write_bytes(SVG)
    assert format_of(SVG) == UNKNOWN
    reader = QImageReader(str(path))
    set_format(reader, head_of(str(path)))
    assert reader.read().isNull()
    assert read_jpeg(SVG).isNull() and make_tile_picture(SVG, QSize(8, 8), 0.5).isNull()
    assert read_jpeg(written("jpeg")).size() == QSize(8, 6)
