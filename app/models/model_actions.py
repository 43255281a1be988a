"""What can be done with the chosen model: a row of buttons, and what they ask before they do it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from app.jobs.orders import activate_order, forget_order
from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_questions import ModelQuestions
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button


class ModelActions(QWidget):
    """Offers what can be done with the chosen model, and says what stands in the way of the rest.

    Args:
        theme: its look.
        case: the one that is open; None where none is.
        may_change: whether that can be changed.
        over: the dialog that the questions open over.
    """

    job_ordered = Signal(object)  # JobOrder
    asked = Signal()  # a question opens, and what was told before is of no interest any more

    def __init__(self, theme: Theme, case: Path | None, may_change: bool, over: QWidget) -> None:
        super().__init__()
        self._case, self._may_change = case, case is not None and may_change
        self._chosen: ListedModel | None = None
        self._seen = ModelsSeen(models=())
        self.questions = ModelQuestions(theme, over)
        self._build(theme)
        self._connect()

    @property
    def asking(self) -> QDialog | None:
        """Return the question that is open."""
        return self.questions.asking

    def offer(self, chosen: ListedModel | None, seen: ModelsSeen) -> None:
        """Offer what can be done with this model."""
        self._chosen, self._seen = chosen, seen
        is_whole = chosen is not None and chosen.card is not None
        is_own = chosen is not None and chosen.is_own
        hindrance = self._hindrance()
        _enable(self.activate_button, is_whole and seen.case is not None and not hindrance, hindrance)
        former = seen.former if self._may_change else None
        self.back_button.setVisible(former is not None)
        if former is not None:
            self.back_button.setText(tr("Back to {name}").format(name=former.name))
        is_of_bolo = chosen is not None and chosen.is_here and not is_own
        of_bolo = tr("It comes with Bolo and stays as it is.") if is_of_bolo else ""
        _enable(self.rename_button, is_whole and is_own, of_bolo)
        _enable(self.remove_button, is_own, of_bolo)
        _enable(self.export_button, is_whole, "")

    def ask_to_forget(self) -> None:
        """Ask whether what the model has said may be removed from the case."""
        if (use := self._seen.case) is not None:
            self._ask(lambda model: self.questions.ask_to_forget(model, use))

    def ask_for_data(self) -> None:
        """Ask which labelled data the model's space is to be drawn from."""
        self._ask(self.questions.ask_for_data)

    def _build(self, theme: Theme) -> None:
        self.activate_button = button(tr("Activate in this case"), "primary", name="activateModel")
        self.back_button = button("", name="formerModel")
        self.rename_button = button(tr("Rename…"), name="renameModel")
        self.export_button = button(tr("Export…"), name="exportModel")
        self.remove_button = button(tr("Remove…"), name="removeModel")
        self.close_button = button(tr("Close"), name="closeModels")
        row = QHBoxLayout(self, spacing=2 * theme.size("step"))
        row.setContentsMargins(0, 0, 0, 0)
        for made in (self.rename_button, self.export_button, self.remove_button):
            row.addWidget(made)
        row.addStretch(1)
        for made in (self.back_button, self.close_button, self.activate_button):
            row.addWidget(made)

    def _connect(self) -> None:
        self.activate_button.clicked.connect(lambda: self._activate(self._chosen))
        self.back_button.clicked.connect(lambda: self._activate(self._seen.former))
        self.rename_button.clicked.connect(lambda: self._ask(self.questions.ask_for_name))
        self.export_button.clicked.connect(lambda: self._ask(self.questions.ask_where_to))
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.questions.forgetting_wanted.connect(self._forget)

    def _hindrance(self) -> str:
        """Return why the model cannot be activated, "" where nothing of the case stands in the way."""
        if self._case is None:
            return tr("Open a case first.")
        if not self._may_change:
            return tr("This case was opened read-only.")
        is_active = self._chosen is not None and self._seen.is_active(self._chosen)
        return tr("The case is searched with it already.") if is_active else ""

    def _ask(self, ask: Callable[[ListedModel], None]) -> None:
        if self._chosen is not None:
            self.asked.emit()
            ask(self._chosen)

    def _ask_to_remove(self) -> None:
        self._ask(lambda model: self.questions.ask_to_remove(model, self._seen))

    def _activate(self, model: ListedModel | None) -> None:
        if model is not None and self._case is not None:
            self.job_ordered.emit(activate_order(self._case, model.name, model.model_id))

    def _forget(self, model: ListedModel) -> None:
        if self._case is not None:
            self.job_ordered.emit(forget_order(self._case, model.name, model.model_id))


def _enable(offered: QPushButton, is_offered: bool, hindrance: str) -> None:
    offered.setEnabled(is_offered)
    offered.setToolTip(hindrance)
