"""A report as PDF: pages with head and foot, written whole or not at all."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from app.engine_words import say_in_language
from app.picture_format import read_picture
from app.report.contents import CropPicture, FramePicture, contents
from app.report.frame_pictures import FramePictures
from app.report.pages import Page, paginate
from app.theme.paper import (
    BOTTOM,
    CONTENT_HEIGHT,
    CONTENT_WIDTH,
    DPI,
    FOOT,
    LINE,
    PAGE_HEIGHT,
    POINT,
    SIDE,
    TOP,
)
from app.translate import tr
from engine.casework.case_report import CaseReport, note_report, read_report
from engine.errors import CaseError, FileError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId

Tell = Callable[[int, int], None]  # pages done, and all


def write_report(gallery: Gallery, out: Path, tell: Tell) -> tuple[str, int]:
    """Write the report on a case, and note its hash in the log; return the hash and how many pages it has.

    Raises:
        FileError: if it cannot be written.
    """
    report = read_report(gallery)
    draft = out.absolute().with_name(f".{out.name}.{os.getpid()}.making")
    try:
        with FramePictures() as frames:
            pages = lay_out(report, _crop_pictures(gallery), frames.load)
            _write(draft, report, pages, tell)
        draft.replace(out)
    except OSError as error:
        raise FileError(out, f"cannot be written ({error.strerror}); choose another place for the report.") from error
    finally:
        with suppress(OSError):  # where nothing could be written nothing is left
            draft.unlink(missing_ok=True)
    return note_report(gallery, report, out, len(pages)), len(pages)


def lay_out(report: CaseReport, crop: CropPicture, frame: FramePicture) -> list[Page]:
    """Return the pages of a report; its pictures are loaded when a page is painted."""
    return paginate(contents(report, crop, frame), CONTENT_WIDTH, CONTENT_HEIGHT)


def paint_page(painter: QPainter, report: CaseReport, pages: Sequence[Page], number: int) -> None:
    """Paint a page, counted from 1, in the units of `paper`."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for placed in pages[number - 1]:
        placed.block.paint(painter, QPointF(SIDE, TOP + placed.top), CONTENT_WIDTH)
    if number > 1:
        _paint_line(painter, TOP - 26 * POINT, report.info.name, report.info.reference)
    of = tr("Page {n} of {all}").format(n=number, all=len(pages))
    _paint_line(painter, PAGE_HEIGHT - BOTTOM + 26 * POINT, say_in_language(report.notice), of)


def _write(draft: Path, report: CaseReport, pages: Sequence[Page], tell: Tell) -> None:
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.touch()
    writer = QPdfWriter(str(draft))
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setTitle(f"{report.info.name} — {tr('report')}")
    writer.setCreator(f"Bolo {report.bolo_version}")
    painter = QPainter()
    if not painter.begin(writer):
        raise FileError(draft, "cannot be written; choose another place for the report.")
    try:
        for number in range(1, len(pages) + 1):
            if number > 1:
                writer.newPage()
            paint_page(painter, report, pages, number)
            tell(number, len(pages))
    finally:
        is_written = painter.end()
    if not is_written:
        raise FileError(draft, "could not be written to its end; see that the drive has space.")


def _paint_line(painter: QPainter, y: float, left: str, right: str) -> None:
    """Paint a head or a foot: a line, and text at both ends."""
    is_foot = y > PAGE_HEIGHT / 2
    painter.setFont(FOOT.font())
    painter.setPen(QPen(QColor(LINE), 0.5 * POINT))
    line = y - 5 * POINT if is_foot else y + 13 * POINT
    painter.drawLine(QPointF(SIDE, line), QPointF(SIDE + CONTENT_WIDTH, line))
    painter.setPen(QColor(FOOT.colour))
    area = QRectF(SIDE, y, CONTENT_WIDTH, 10 * POINT)
    metrics = painter.fontMetrics()
    room = CONTENT_WIDTH - metrics.horizontalAdvance(right) - 20 * POINT
    shown = metrics.elidedText(left, Qt.TextElideMode.ElideRight, round(room))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)


def _crop_pictures(gallery: Gallery) -> CropPicture:
    def load(crop_id: CropId) -> QImage:
        try:
            return read_picture(gallery.crop_jpeg(crop_id))
        except CaseError:  # lost; “bolo case verify” tells
            return QImage()

    return load
