"""Paints a row of the list of models: its name, and below it how it stands."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.models.models_item_model import ModelsRole
from app.theme.icons import Icons
from app.theme.theme import Theme


class ModelsDelegate(QStyledItemDelegate):
    """The active model has a tick, a broken one a warning beside its name: colour alone says nothing."""

    def __init__(self, theme: Theme, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for two lines."""
        lines = (
            QFontMetrics(self._theme.font(bold=True)).height() + QFontMetrics(self._theme.font("font_small")).height()
        )
        return QSize(0, lines + 4 * self._theme.size("step"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        theme, step = self._theme, self._theme.size("step")
        area: QRect = option.rect.adjusted(step, 1, -step, -1)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_fill"))
            painter.drawRoundedRect(area, theme.size("radius_small"), theme.size("radius_small"))
        inner = area.adjusted(2 * step, step, -2 * step, -step)
        upper, lower = QRect(inner), QRect(inner)
        upper.setHeight(QFontMetrics(theme.font(bold=True)).height())
        lower.setTop(upper.bottom() + 1)
        upper.setRight(self._paint_mark(painter, upper, index))
        self._write(painter, upper, str(index.data()), "text", bold=True)
        is_broken = bool(index.data(ModelsRole.IS_BROKEN))
        self._write(painter, lower, str(index.data(ModelsRole.STATE)), "contradicts" if is_broken else "muted")
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex) -> int:
        """Paint what a row is marked with at its right end; return where the name must end."""
        name = "alert" if index.data(ModelsRole.IS_BROKEN) else "check" if index.data(ModelsRole.IS_ACTIVE) else ""
        if not name:
            return area.right()
        side = self._theme.size("icon")
        colour = "contradicts" if name == "alert" else "agrees"
        left = area.right() - side
        pixmap = self._icons.pixmap(name, colour, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, area.top() + (area.height() - side) // 2, pixmap)
        return left - self._theme.size("step")

    def _write(self, painter: QPainter, area: QRect, text: str, colour: str, *, bold: bool = False) -> None:
        painter.setFont(self._theme.font(bold=True) if bold else self._theme.font("font_small"))
        painter.setPen(self._theme.colour(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
