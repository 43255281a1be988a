"""Looks at the models on this machine and at who uses them, and changes them, beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from app.case.trouble import TROUBLE
from app.engine_words import say_in_language
from app.first_calls import make_first_calls
from app.models.card_words import card_in_language
from app.models.other_cases import OtherCases
from app.picture_format import read_picture
from app.translate import tr
from engine.errors import EngineError

if TYPE_CHECKING:
    from app.models.listed_model import ListedModel, ModelsSeen


class ModelsDesk(QObject):
    """One thing after another, in a thread of its own, for disks take their time; beside it the other cases.

    It lives as long as the window, so that nobody who closes the dialog waits for a drive that does not answer.
    """

    seen = Signal(object)  # ModelsSeen, first without the other cases, then with one after another of them
    changed = Signal(str)  # the name of the model that was changed, as it is now; "" where it has gone
    pictured = Signal(str, object)  # the id of a model, QImage of its space
    told = Signal(str)  # what was done
    failed = Signal(str)
    _read = Signal(int, object)  # the round, ModelsSeen of this machine and the open case

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        make_first_calls()  # before there is a thread: one of its own reads pictures
        self._round = 0
        self._seen: ModelsSeen | None = None
        self._others = OtherCases(self)
        self._others.looked.connect(self._tell)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._take_read)

    def look(self, case: Path | None, recent: Sequence[Path]) -> None:
        """Look at all; `seen` follows, and again as the other cases are seen, unless one looks again meanwhile.

        Args:
            case: the one that is open; None where none is.
            recent: the cases that are known.
        """
        self._round += 1
        of_round, self._seen = self._round, None
        self._start(lambda: self._read.emit(of_round, _seen_here(case)))
        self._others.look([folder for folder in recent if folder != case])

    def rename(self, name: str, new_name: str) -> None:
        """Give a model another name; `changed` or `failed` follows."""
        self._start(lambda: self.changed.emit(_store().rename(name, new_name).name))

    def remove(self, name: str) -> None:
        """Delete a model; `changed` or `failed` follows."""

        def work() -> None:
            _store().remove(name)
            self.changed.emit("")

        self._start(work)

    def export(self, name: str, file: Path) -> None:
        """Write a model into one file; `told` or `failed` follows."""

        def work() -> None:
            from engine.registry.model_file import export_model

            export_model(_store().get(name), file)
            self.told.emit(tr("{name} was written to {file}.").format(name=name, file=file))

        self._start(work)

    def picture(self, model_id: str, file: Path, width_px: int) -> None:
        """Read the picture of a model's space in this width; `pictured` follows."""

        def work() -> None:
            image = read_picture(file.read_bytes())
            if not image.isNull():
                smooth = Qt.TransformationMode.SmoothTransformation
                self.pictured.emit(model_id, image.scaledToWidth(width_px, smooth))

        self._start(work)

    def _start(self, work: Callable[[], object]) -> None:
        self._pool.start(_Work(self, work))

    def _take_read(self, of_round: int, seen: "ModelsSeen") -> None:
        if of_round == self._round:  # else nobody waits for this any more
            self._seen = seen
            self._tell()

    def _tell(self) -> None:
        if self._seen is not None:
            self.seen.emit(replace(self._seen, others=self._others.uses, are_others_seen=self._others.are_seen))


class _Work(QRunnable):
    def __init__(self, desk: ModelsDesk, work: Callable[[], object]) -> None:
        super().__init__()
        self._desk, self._work = desk, work

    def run(self) -> None:
        """Do it, in the pool's thread."""
        try:
            self._do()
        except RuntimeError:
            if isValid(self._desk):  # else the window has gone meanwhile, and nobody wants to know any more
                raise

    def _do(self) -> None:
        try:
            self._work()
        except EngineError as error:
            self._desk.failed.emit(say_in_language(str(error)))
        except TROUBLE as error:
            self._desk.failed.emit(tr("This does not work: {reason}.").format(reason=error))


def _store():  # noqa: ANN202 - a ModelStore, which is not loaded here
    from engine.registry.store import default_store

    return default_store()


def _seen_here(case: Path | None) -> "ModelsSeen":
    from app.models.listed_model import ListedModel, ModelsSeen
    from engine.casework.model_use import look_at_use

    store = _store()
    whole = [
        ListedModel(
            name=model.name,
            folder=model.folder,
            size=_size(model.folder),
            is_own=store.is_own(model.folder),
            card=card_in_language(model.card),
        )
        for model in store.models()
    ]
    broken = [
        ListedModel(
            name=one.name,
            folder=one.folder,
            size=_size(one.folder),
            is_own=store.is_own(one.folder),
            card=None,
            fault=say_in_language(one.fault),
        )
        for one in store.broken()
    ]
    seen = ModelsSeen(models=(*whole, *_by_name(broken)))
    return seen if case is None else replace(seen, case=look_at_use(case, store)).with_gone()


def _by_name(models: "list[ListedModel]") -> "list[ListedModel]":
    return sorted(models, key=lambda model: model.name)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
