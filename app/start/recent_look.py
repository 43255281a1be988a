"""Whether the recent cases are there, looked at beside the window: a network drive may take its time."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class RecentLook(QObject):
    """Looks at one list at a time."""

    found = Signal(list, object)  # the folders that were looked at, and the set of those that are missing

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def look(self, folders: Sequence[Path]) -> None:
        """Look whether these are there; `found` follows."""
        self._pool.start(_Look(self, list(folders)))


class _Look(QRunnable):
    def __init__(self, look: RecentLook, folders: list[Path]) -> None:
        super().__init__()
        self._look, self._folders = look, folders

    def run(self) -> None:
        """Look, in the pool's thread."""
        missing = frozenset(folder for folder in self._folders if not _is_there(folder))
        with suppress(RuntimeError):  # the window has gone meanwhile, and nobody wants to know any more
            self._look.found.emit(self._folders, missing)


def _is_there(folder: Path) -> bool:
    try:
        return (folder / "case.db").is_file()
    except OSError:  # a drive that answers with an error
        return False
