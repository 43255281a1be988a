"""Looks into the cases beside the open one for what they use, where a drive that does not answer holds up nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.first_calls import make_first_calls

if TYPE_CHECKING:
    from engine.casework.model_use import CaseUse


class OtherCases(QObject):
    """A thread for each folder that holds cases: those of one lie on the same drive, and wait for it together.

    No pool of Qt's, which would be waited for when the window goes: a drive that has died never lets go of its thread.
    """

    looked = Signal()  # `uses` has grown

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        make_first_calls()  # before there is a thread
        self._wanted: tuple[Path, ...] = ()
        self._uses: dict[Path, CaseUse] = {}
        self._under_way: set[Path] = set()
        self._messenger = _Messenger()
        self._messenger.looked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def uses(self) -> "tuple[CaseUse, ...]":
        """Return what has been seen of the cases that are wanted, in their order."""
        return tuple(self._uses[folder] for folder in self._wanted if folder in self._uses)

    @property
    def are_seen(self) -> bool:
        """Whether all of them have been looked at."""
        return all(folder in self._uses for folder in self._wanted)

    def look(self, folders: Sequence[Path]) -> None:
        """Look into these cases anew; `looked` follows for each.

        One whose drive has not answered yet is not asked again.
        """
        self._wanted, self._uses = tuple(folders), {}
        by_drive: dict[Path, list[Path]] = defaultdict(list)
        for folder in folders:
            if folder not in self._under_way:
                by_drive[folder.parent].append(folder)
        for of_drive in by_drive.values():
            self._under_way.update(of_drive)
            Thread(target=_look, args=(self._messenger, of_drive), daemon=True).start()

    def _take(self, folder: Path, use: "CaseUse") -> None:
        self._under_way.discard(folder)
        if folder in self._wanted:
            self._uses[folder] = use
            self.looked.emit()


class _Messenger(QObject):
    """What a thread tells by; it is there as long as a thread is, whatever became of the window."""

    looked = Signal(object, object)  # the folder of the case, CaseUse


def _look(messenger: _Messenger, folders: Iterable[Path]) -> None:
    from engine.casework.model_use import CaseUse, look_at_use
    from engine.registry.store import default_store

    for folder in folders:
        try:
            use = look_at_use(folder, default_store())
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the others are looked at too
            use = CaseUse(folder=folder, title=folder.stem, problem=f"it cannot be read ({error}).")
        messenger.looked.emit(folder, use)
