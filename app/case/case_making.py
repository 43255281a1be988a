"""Making a case beside the window: the engine loads and the disk turns there."""

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.engine_words import say_in_language
from app.start.new_case_dialog import NewCase
from engine.errors import EngineError


class CaseMaking(QObject):
    """Makes one case at a time."""

    made = Signal(object)  # Path
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def make(self, wanted: NewCase) -> None:
        """Make this case; `made` or `refused` follows."""
        self._pool.start(_Making(self, wanted))


class _Making(QRunnable):
    def __init__(self, making: CaseMaking, wanted: NewCase) -> None:
        super().__init__()
        self._making, self._wanted = making, wanted

    def run(self) -> None:
        """Make the case in the pool's thread."""
        from engine.casework.case import new_case

        wanted = self._wanted
        try:
            new_case(wanted.folder, wanted.name, wanted.reference, wanted.purpose)
        except EngineError as error:
            self._making.refused.emit(say_in_language(str(error)))
            return
        self._making.made.emit(wanted.folder)
