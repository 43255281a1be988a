"""A frame's own file as a picture, for the window and for reports; none that was changed since its import."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.engine_words import say_in_language
from app.picture_format import head_of, set_format
from app.translate import tr
from engine.errors import FileError
from engine.imaging.digest import sha256_of


def read_frame(path: str, sha256: str, largest_px: int) -> tuple[QImage, str]:
    """Return the picture, or a null one and why it cannot be shown; any thread may ask.

    Args:
        path: the file.
        sha256: of the file as it was imported, for Qt shows half a JPEG without a word; "" takes it as it is.
        largest_px: a larger side is shrunk to this while the picture is decoded.
    """
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    set_format(reader, head_of(path))
    size = reader.size()
    if size.isValid() and fitted(size, largest_px) != size:
        reader.setScaledSize(fitted(size, largest_px))
    image = reader.read()
    if image.isNull():
        return image, cannot_show(reader.errorString())
    problem = _compare(Path(path), sha256) if sha256 else ""
    return (QImage() if problem else image), problem


def within(picture: QImage, largest_px: int) -> QImage:
    """Return a picture with no side larger than this."""
    size = fitted(picture.size(), largest_px)
    if picture.isNull() or size == picture.size():
        return picture
    return picture.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)


def fitted(size: QSize, largest_px: int) -> QSize:
    """Return a size of the same shape with no side larger than this."""
    factor = largest_px / max(size.width(), size.height(), largest_px)
    return QSize(max(1, round(size.width() * factor)), max(1, round(size.height() * factor)))


def cannot_show(reason: str) -> str:
    """Return the sentence for a frame that cannot be shown."""
    return tr("The frame cannot be shown: {reason}").format(reason=reason)


def _compare(path: Path, sha256: str) -> str:
    """Return what is wrong with a file that is a picture."""
    try:
        is_same = sha256_of(path) == sha256
    except FileError as error:
        return say_in_language(str(error))
    return "" if is_same else cannot_show(tr("its file is no longer the one that was imported; put the original back"))
