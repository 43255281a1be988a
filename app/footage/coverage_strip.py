"""The calendar strip of a camera: filled where there is footage, empty where there is none."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.footage.calendar_ticks import ticks
from app.footage.coverage_item_model import CoverageItemModel
from app.theme.theme import Theme
from app.widgets.columns_item_model import ColumnsRole
from engine.casework.coverage import CameraCoverage, Span

LEAST_WIDTH = 2.0  # of a moment of footage, so that it is seen


class CoverageStrip(QStyledItemDelegate):
    """Paints the strips below one another, all over the same time."""

    def __init__(self, theme: Theme, model: CoverageItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell as any other, and the strip on it."""
        super().paint(painter, option, index)
        camera = index.data(ColumnsRole.ROW)
        whole = None if self._model.coverage is None else self._model.coverage.span
        if not isinstance(camera, CameraCoverage) or not camera.spans or whole is None:
            return
        step = self._theme.size("step")
        height = 2 * self._theme.size("bar_height")
        groove = QRectF(option.rect).adjusted(2 * step, 0, -2 * step, 0)
        groove.setTop(groove.center().y() - height / 2)
        groove.setHeight(height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_strip(painter, groove, camera, whole)
        painter.restore()

    def _paint_strip(self, painter: QPainter, groove: QRectF, camera: CameraCoverage, whole: Span) -> None:
        path = QPainterPath()
        path.addRoundedRect(groove, self._theme.size("radius_small"), self._theme.size("radius_small"))
        painter.setClipPath(path)
        painter.fillRect(groove, self._theme.colour("bar_groove"))
        for span in camera.spans:
            left, right = place(span.start, whole, groove), place(span.end, whole, groove)
            right = max(right, left + LEAST_WIDTH)
            shift = min(0.0, groove.right() - right)
            filled = QRectF(left + shift, groove.top(), right - left, groove.height())
            painter.fillRect(filled, self._theme.colour("accent"))
        for tick in ticks(whole, self._model.zone):
            line = QRectF(place(tick, whole, groove) - 0.5, groove.top(), 1, groove.height())
            painter.fillRect(line, self._theme.colour("panel"))


def place(time: datetime, whole: Span, groove: QRectF) -> float:
    """Return where a time lies in the groove; where all is one moment, at its left for what begins."""
    share = (time - whole.start).total_seconds() / whole.seconds if whole.seconds else 0.0
    return groove.left() + share * groove.width()
