"""An error that nobody foresaw: written down, told once, and the window goes on."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.unforeseen_dialog import UnforeseenDialog


class Unforeseen(QObject):
    """Takes what no code has caught, in whatever thread, and shows its report."""

    happened = Signal(str, str)  # where the report lies, "" if nowhere; what stands in it

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: UnforeseenDialog | None = None
        self.happened.connect(self._tell)

    def watch(self) -> None:
        """Take such errors from now on."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the report, and have it told in the window's thread."""
        from engine.jobs.crash_report import crash_text, write_crash_report  # hopefully never wanted

        sys.__excepthook__(kind, error, trace)
        try:
            where = str(write_crash_report(error, sys.argv[1:]))
        except OSError:
            where = ""
        self.happened.emit(where, crash_text(error, sys.argv[1:]))

    def _take_from_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self.take(given.exc_type, given.exc_value, given.exc_traceback)

    def _tell(self, where: str, report: str) -> None:
        if self.dialog is not None:
            return  # one of them at a time; the others have their reports too
        self.dialog = UnforeseenDialog(where, report, self._window)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
