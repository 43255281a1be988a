"""The pictures of a report: a crop with its frame, and the calendar strip of a camera's footage."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.footage.coverage_strip import LEAST_WIDTH, place
from app.report.blocks import Block, Text
from app.theme.paper import BOX, FILLED, LINE, POINT, SHADE
from engine.casework.coverage import CameraCoverage, Span
from engine.imaging.box import Box

CROP_WIDTH, FRAME_WIDTH, PICTURE_HEIGHT = 56 * POINT, 192 * POINT, 112 * POINT
GAP, PADDING = 10 * POINT, 8 * POINT


@dataclass
class CropCard(Block):
    """A crop, its frame with the box, and beside them what is known of it.

    Attributes:
        crop: gives the crop's picture; a null one where it is lost.
        frame: gives the frame's picture; None where it cannot be shown.
        box: of the crop, in a frame of `frame_px`, width and height.
        words: beside.
    """

    crop: Callable[[], QImage]
    frame: Callable[[], QImage | None]
    box: Box
    frame_px: tuple[int, int]
    words: Text
    before: float = 8 * POINT
    with_next: bool = False
    header: Block | None = None

    def height(self, width: float) -> float:
        """Return how high pictures or words are."""
        return max(PICTURE_HEIGHT, self.words.height(self._words_width(width))) + 2 * PADDING

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it."""
        outline = QRectF(at.x(), at.y(), width, self.height(width))
        painter.setPen(QPen(QColor(LINE), 0.5 * POINT))
        painter.drawRect(outline)
        left, top = at.x() + PADDING, at.y() + PADDING
        _paint_fitted(painter, self.crop(), QRectF(left, top, CROP_WIDTH, PICTURE_HEIGHT))
        left += CROP_WIDTH + GAP
        self._paint_frame(painter, QRectF(left, top, FRAME_WIDTH, PICTURE_HEIGHT))
        left += FRAME_WIDTH + GAP
        self.words.paint(painter, QPointF(left, top), self._words_width(width))

    def _paint_frame(self, painter: QPainter, area: QRectF) -> None:
        frame = self.frame()
        if frame is None or frame.isNull():
            painter.fillRect(area, QColor(SHADE))
            return
        shown = _paint_fitted(painter, frame, area)
        across, down = shown.width() / self.frame_px[0], shown.height() / self.frame_px[1]
        marked = QRectF(
            shown.left() + self.box.x * across,
            shown.top() + self.box.y * down,
            self.box.w * across,
            self.box.h * down,
        )
        painter.setPen(QPen(QColor(BOX), 1.2 * POINT))
        painter.drawRect(marked)

    @staticmethod
    def _words_width(width: float) -> float:
        return width - CROP_WIDTH - FRAME_WIDTH - 2 * GAP - 2 * PADDING


@dataclass
class Strip(Block):
    """When a camera has footage, within the span of all of them."""

    camera: CameraCoverage
    whole: Span

    def height(self, width: float) -> float:  # noqa: ARG002 - as every block
        """Return a line's height."""
        return 9 * POINT

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it."""
        groove = QRectF(at.x(), at.y() + POINT, width, 7 * POINT)
        painter.fillRect(groove, QColor(LINE))
        for span in self.camera.spans:
            left = place(span.start, self.whole, groove)
            right = max(place(span.end, self.whole, groove), left + LEAST_WIDTH * POINT / 2)
            painter.fillRect(
                QRectF(left, groove.top(), min(right, groove.right()) - left, groove.height()), QColor(FILLED)
            )


def _paint_fitted(painter: QPainter, picture: QImage, area: QRectF) -> QRectF:
    """Paint a picture as large as the area takes it, at its left top, and return where it stands."""
    if picture.isNull():
        painter.fillRect(area, QColor(SHADE))
        return area
    size = QSizeF(picture.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    shown = QRectF(area.topLeft(), size)
    painter.drawImage(shown, picture)
    return shown
