"""A button as a card: a drawing, a title, a line below it, and a short text at its right end."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.theme.icons import Icons
from app.theme.painting import paint_frame
from app.theme.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """What a card says."""

    icon: str
    title: str
    line: str
    end: str = ""


class CardButton(QAbstractButton):
    """Paints itself, so that a page of them is on the screen at once; long lines are elided in their middle."""

    def __init__(self, theme: Theme, icons: Icons, text: CardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._text = text
        self.setAccessibleName(text.title)
        self.setAccessibleDescription(f"{text.line} · {text.end}" if text.end else text.line)
        self.setToolTip(text.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for two lines."""
        lines = QFontMetrics(self._theme.font(bold=True)).height() + QFontMetrics(self._theme.font()).height()
        return QSize(self._theme.size("pane_left") // 2, lines + 6 * self._theme.size("step"))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and a width that elides."""
        return QSize(self._theme.size("pane_left") // 3, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, drawing and texts."""
        theme, step = self._theme, self._theme.size("step")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        paint_frame(painter, theme, self.rect(), fill="raised" if lit else "panel", has_focus=self.hasFocus())
        side = theme.size("icon") + step
        pixmap = self._icons.pixmap(self._text.icon, "accent", side, self.devicePixelRatioF())
        painter.drawPixmap(4 * step, (self.height() - side) // 2, pixmap)
        text = self.rect().adjusted(7 * step + side, 3 * step, -4 * step, -3 * step)
        self._paint_texts(painter, text)
        painter.end()

    def _paint_texts(self, painter: QPainter, area: QRect) -> None:
        theme = self._theme
        upper, lower = QRect(area), QRect(area)
        upper.setHeight(area.height() // 2)
        lower.setTop(upper.bottom() + 1)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("muted"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._text.end)
        line = painter.fontMetrics().elidedText(self._text.line, Qt.TextElideMode.ElideMiddle, lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        upper.setRight(upper.right() - painter.fontMetrics().horizontalAdvance(self._text.end) - theme.size("step"))
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour("text"))
        title = painter.fontMetrics().elidedText(self._text.title, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
