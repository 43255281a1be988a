"""What a small widget painted last, kept for as long as it looks the same."""

from collections.abc import Callable, Hashable

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.theme.painting import drawn
from app.theme.theme import Theme


class KeptPicture:
    """A pane that is laid out anew has all of its widgets painted, though few of them have changed.

    Args:
        widget: whose picture it is.
        theme: a change of it is another look.
    """

    def __init__(self, widget: QWidget, theme: Theme) -> None:
        self._widget = widget
        self._theme = theme
        self._pixmap = QPixmap()
        self._look: Hashable = None

    def paint(self, look: Hashable, draw: Callable[[QPainter], object]) -> None:
        """Paint the widget.

        Args:
            look: all that its picture depends on, beside its size.
            draw: paints it, smoothly; called only where the look is another.
        """
        size, ratio = self._widget.size(), self._widget.devicePixelRatioF()
        whole_look = look, self._theme.tokens.tone, size.toTuple(), ratio
        if whole_look != self._look:
            self._look, self._pixmap = whole_look, drawn(size, ratio, draw)
        painter = QPainter(self._widget)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.end()
