"""The title of a group as a button of one line, as wide as the pane."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.theme.theme import Theme


class TitleButton(QAbstractButton):
    """What paints the title is another's; the size, the frame of the focus and the pointer are the same."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self._theme.size("pane_left") // 2, self._theme.size("icon") + 2 * self._theme.size("step"))

    def _begin(self) -> QPainter:
        """Return the painter, the frame of the focus drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.size("focus")))
            radius = self._theme.size("radius_small")
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        return painter
