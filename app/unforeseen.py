"""An error that nobody foresaw: written down, told once, and the window goes on."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.translate import tr


class Unforeseen(QObject):
    """Takes what no code has caught, in whatever thread, and shows where its report lies."""

    happened = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self.happened.connect(self._tell)

    def watch(self) -> None:
        """Take such errors from now on."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the report, and have it told in the window's thread."""
        from engine.jobs.crash_report import write_crash_report  # hopefully never wanted

        sys.__excepthook__(kind, error, trace)
        try:
            self.happened.emit(str(write_crash_report(error, sys.argv[1:])))
        except OSError:
            self.happened.emit("stderr")

    def _take_from_thread(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self.take(given.exc_type, given.exc_value, given.exc_traceback)

    def _tell(self, report: str) -> None:
        if self._box is not None:
            return  # one of them at a time; the others have their reports too
        text = tr(
            "Something went wrong that should not have. Nothing in the case is lost.\nThe report lies at {report}"
        )
        self._box = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("Bolo"),
            text.format(report=report),
            QMessageBox.StandardButton.Close,
            self._window,
        )
        self._box.finished.connect(self._forget)
        self._box.open()

    def _forget(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
