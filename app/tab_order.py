"""The order in which Tab goes through the window: as it is read, whatever was built first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_last(window: QWidget, *parts: QWidget) -> None:
    """Have Tab reach these parts of a window after all its others, in this order.

    Qt goes by the order in which widgets were built, and pages are built when they are wanted, after the foot.
    """
    for part in parts:
        for widget in [found for found in _chain(window) if part.isAncestorOf(found)]:
            before = next((found for found in _chain(window, backwards=True) if found is not widget), None)
            if before is not None:
                QWidget.setTabOrder(before, widget)


def _chain(window: QWidget, *, backwards: bool = False) -> Iterator[QWidget]:
    """Yield the window's widgets that Tab could reach, in Tab's order."""
    step = QWidget.previousInFocusChain if backwards else QWidget.nextInFocusChain
    widget = step(window)
    while widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is window:
            yield widget
        widget = step(widget)
