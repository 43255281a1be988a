"""Whether the recent cases are there, looked at beside the window: a network drive may take its time."""

from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal


class RecentLook(QObject):
    """Looks at one list at a time, the newest next.

    In no pool of Qt's, which would be waited for when the window goes: a drive that has died never lets go of its
    thread.
    """

    found = Signal(list, object)  # the folders that were looked at, and the set of those that are missing

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_looking = False
        self._next: list[Path] | None = None
        self._messenger = _Messenger()
        self._messenger.looked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def look(self, folders: Sequence[Path]) -> None:
        """Look whether these are there; `found` follows."""
        if self._is_looking:
            self._next = list(folders)
            return
        self._is_looking = True
        Thread(target=_look, args=(self._messenger, list(folders)), daemon=True).start()

    def _take(self, folders: list[Path], missing: frozenset[Path]) -> None:
        self._is_looking, following, self._next = False, self._next, None
        if following is not None:
            self.look(following)
        self.found.emit(folders, missing)


class _Messenger(QObject):
    """What a thread tells by; it is there as long as a thread is, whatever became of the window."""

    looked = Signal(list, object)


def _look(messenger: _Messenger, folders: list[Path]) -> None:
    messenger.looked.emit(folders, frozenset(folder for folder in folders if not _is_there(folder)))


def _is_there(folder: Path) -> bool:
    try:
        return (folder / "case.db").is_file()
    except OSError:  # a drive that answers with an error
        return False
