"""Asks before a model goes with its training that other cases are searched with."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.ask_dialog import AskDialog

if TYPE_CHECKING:
    from app.models.listed_model import ListedModel, ModelsSeen
    from app.models.models_desk import ModelsDesk

PATIENCE_MS = 3_000  # with drives that do not answer: cases on them are not asked about


class DiscardQuestion(QObject):
    """Looks into the recent cases, beside the window, and asks where that is called for; one question at a time.

    Args:
        theme: its look.
        window: that it is asked over.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._models: ModelsDesk | None = None
        self._model_id = ""
        self._answer: Callable[[bool], object] | None = None  # while one looks
        self._seen: ModelsSeen | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._ask)
        self.asking: AskDialog | None = None

    def ask(self, case: Path, training: Path, answer: Callable[[bool], object]) -> None:
        """Have it answered whether a training of a case may be discarded, at once where no other case is known."""
        from engine import paths
        from engine.casework.recent import RecentCases
        from engine.training.plan import read_made

        self.close()
        made = read_made(training)
        others = [folder for folder in RecentCases(paths.recent_cases_file()).list() if folder != case]
        if not made.get("model_id") or made.get("was_there") or not others:
            answer(True)
            return
        self._model_id, self._answer = made["model_id"], answer
        self._patience.start()
        self._models_desk().look(None, others)

    def close(self) -> None:
        """Ask no more."""
        self._patience.stop()
        self._answer = self._seen = None
        if self.asking is not None:
            self.asking.close()

    def _models_desk(self) -> "ModelsDesk":
        from app.models.models_desk import ModelsDesk

        if self._models is None:
            self._models = ModelsDesk(self)
            self._models.seen.connect(self._take)
        return self._models

    def _take(self, seen: "ModelsSeen") -> None:
        self._seen = seen
        if seen.are_others_seen:
            self._ask()

    def _ask(self) -> None:
        answer, seen = self._answer, self._seen
        if answer is None:
            return
        self._patience.stop()
        self._answer = None
        model = None if seen is None else seen.by_id(self._model_id)
        if seen is None or model is None or not seen.searching(model):
            answer(True)
        else:
            self._open(model, seen, answer)

    def _open(self, model: "ListedModel", seen: "ModelsSeen", answer: Callable[[bool], object]) -> None:
        from app.models.model_words import say_removal

        title = tr("Remove the model {name}?").format(name=model.name)
        sentence, button = say_removal(model, seen), tr("Remove it all the same")
        self.asking = AskDialog(self._theme, title, sentence, button, self._window)
        self.asking.accepted.connect(lambda: answer(True))
        self.asking.rejected.connect(lambda: answer(False))
        self.asking.finished.connect(self.asking.deleteLater)
        self.asking.finished.connect(self._forget)
        self.asking.open()

    def _forget(self) -> None:
        self.asking = None
