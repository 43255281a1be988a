"""A picture of the window, rendered where there is no screen."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow
from app.search.description import Tick
from app.settings import Settings
from app.tab import Tab
from app.theme.theme import Theme
from engine.errors import UnknownAttributeError

TIMEOUT_MS = 60_000
STEP_MS = 50
SETTLING_STEPS = 8  # the window keeps still for so many looks before the picture is taken


class Photographer(QObject):
    """Opens a case, ticks attributes, waits for pictures and frame, and saves what the window shows."""

    done = Signal(int)  # exit code

    def __init__(
        self, window: MainWindow, case: Path | None, out: Path, has: Sequence[str], tab: Tab = Tab.SEARCH
    ) -> None:
        super().__init__(window)
        self._window = window
        self._out = out
        self._has = tuple(has)
        self._case = case
        self._calm = 0
        self._ticked = False
        self._tab = tab
        self._looks = QTimer(self, interval=STEP_MS)
        self._looks.timeout.connect(self._look)

    def start(self) -> None:
        """Open the case and begin to look."""
        if self._case is not None:
            self._window.open_case(self._case)
        QTimer.singleShot(TIMEOUT_MS, self._give_up)
        self._looks.start()

    def _look(self) -> None:
        """Take the picture once nothing moves any more."""
        self._calm = self._calm + 1 if self._is_settled() else 0
        if self._calm >= SETTLING_STEPS:
            self._finish(0)

    def _is_settled(self) -> bool:
        if self._case is None or self._window.front.currentWidget() is self._window.front.start_page:
            return self._case is None
        page = self._window.search_page
        if page is None:
            return self._window.front.currentWidget() is not self._window.front.message or self._was_refused()
        if not self._ticked:
            self._ticked = True
            self._tick()
            self._window.show_tab(self._tab)
            return False
        if not page.is_answered or not page.fetching.is_idle:
            return False
        if page.results.rowCount() and page.results_view.chosen_crop is None:
            page.results_view.choose(0)
            return False
        if self._tab is Tab.LABEL and not self._has_label_page_settled():
            return False
        return not page.thumbnails.waiting and page.detail_pane.is_settled

    def _has_label_page_settled(self) -> bool:
        view = self._window.case_view
        return view is not None and view.label_page.is_settled

    def _was_refused(self) -> bool:
        return bool(self._window.front.message.action_button.text())

    def _tick(self) -> None:
        page = self._window.search_page
        if page is None:
            return
        description = page.description_panel.description
        try:
            for attribute_id in self._has:
                description = description.with_tick(attribute_id, Tick.HAS)
        except UnknownAttributeError as error:
            sys.stderr.write(f"bolo: {error}\n")
            self._finish(1)
            return
        page.description_panel.say(description)

    def _give_up(self) -> None:
        sys.stderr.write("bolo: the window did not come to rest; the picture shows how far it came.\n")
        self._finish(1)

    def _finish(self, exit_code: int) -> None:
        self._looks.stop()
        self._out.parent.mkdir(parents=True, exist_ok=True)
        if not self._window.grab().save(str(self._out)):
            sys.stderr.write(f"bolo: {self._out} cannot be written; choose another place for the picture.\n")
            exit_code = 1
        self.done.emit(exit_code)


def take_screenshot(
    application: QApplication,
    *,
    case: Path | None,
    out: Path,
    size_px: tuple[int, int],
    theme: Theme,
    has: Sequence[str],
    tab: Tab = Tab.SEARCH,
) -> int:
    """Save a picture of the window and return the exit code."""
    window = MainWindow(theme, Settings())
    window.resize(*size_px)
    window.show()
    photographer = Photographer(window, case, out, has, tab)
    loop = QEventLoop(application)
    photographer.done.connect(loop.exit)
    photographer.start()
    exit_code = loop.exec()
    window.close()
    return exit_code
