"""The bars of the audit: how many pictures have an attribute, and how many lack it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.theme.theme import Theme
from app.training.audited import AttributeCounts
from app.training.counts_item_model import CountsItemModel
from app.widgets.columns_item_model import ColumnsRole


class CountsBar(QStyledItemDelegate):
    """Paints all bars to one scale: the longest is of the attribute that most pictures are labelled with."""

    def __init__(self, theme: Theme, model: CountsItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell as any other, and the bar on it."""
        super().paint(painter, option, index)
        row = index.data(ColumnsRole.ROW)
        if not isinstance(row, AttributeCounts) or not self._model.largest:
            return
        step, height = self._theme.size("step"), self._theme.size("bar_height")
        groove = QRectF(option.rect).adjusted(2 * step, 0, -2 * step, 0)
        groove.setTop(groove.center().y() - height / 2)
        groove.setHeight(height)
        width = groove.width() / self._model.largest
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        whole = QRectF(groove.left(), groove.top(), max((row.yes + row.no) * width, 1), height)
        path.addRoundedRect(whole, height / 2, height / 2)
        painter.setClipPath(path)
        painter.fillRect(whole, self._theme.colour("bar_groove"))
        painter.fillRect(QRectF(groove.left(), groove.top(), row.yes * width, height), self._theme.colour("accent"))
        painter.restore()
