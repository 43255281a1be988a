"""Pages over each other; the one that comes into sight is painted a part at a time."""

from functools import partial

from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QWidget
from shiboken6 import isValid

from app.turns import Turns


class PageStack(QStackedWidget):
    """Lays a page out, then paints its frame, then each list and pane of it in a turn of its own.

    All of it at once keeps keys and clicks waiting longer than the window may be held up.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns = Turns(self)

    def bring(self, page: QWidget) -> None:
        """Bring a page into sight."""
        if page is self.currentWidget():
            return
        parts = [part for part in page.findChildren(QAbstractScrollArea) if part.isVisibleTo(page)]
        for part in parts:
            part.setUpdatesEnabled(False)
        self.setCurrentWidget(page)
        for part in parts:
            self._turns.do(partial(_paint, part))


def _paint(part: QWidget) -> None:
    if isValid(part):  # the page may have gone meanwhile
        part.setUpdatesEnabled(True)
