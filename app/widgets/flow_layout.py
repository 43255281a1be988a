"""Widgets side by side, going on in the next line where the width ends."""

from PySide6.QtWidgets import QWidget
from superqt import QFlowLayout


class FlowLayout(QFlowLayout):
    """Remembers how high it is: Qt asks at each change anywhere in the pane, and each time all would be measured.

    Args:
        gap: between the widgets, and between the lines, in pixels.
        parent: that it lays out.
    """

    def __init__(self, gap: int, parent: QWidget) -> None:
        self._heights: dict[int, int] = {}  # by width; first, for Qt asks while it is made
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(gap)
        self.setVerticalSpacing(gap)

    def heightForWidth(self, width: int) -> int:
        """Return the height for a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew when it is next asked: a widget has come, gone, or changed."""
        self._heights.clear()
        super().invalidate()
