"""What becomes of a new model: used from now on, kept, or discarded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.training.compared import Compared
from app.training.decision import Decision
from app.training.wizard_page import wrapped
from app.translate import tr
from app.widgets.labels import button
from app.widgets.named_line import named_line


class DecideBar(QFrame):
    """Asks; a weaker model is used only with a reason."""

    decided = Signal(object, str)  # Decision, reason

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._needs_reason = False
        self.sentence = wrapped("", "strong", name="decideSentence")
        self.reason_edit = named_line(
            tr("Reason"), "decideReason", tr("Why a weaker model is used; it goes into the log")
        )
        self.activate_button = button(tr("Use it from now on"), "primary", name="decideActivate")
        self.keep_button = button(tr("Keep it for later"), name="decideKeep")
        self.discard_button = button(tr("Discard it"), name="decideDiscard")
        self._build(theme)

    def show_compared(self, compared: Compared, *, can_activate: bool) -> None:
        """Say how the new model did, and ask."""
        self._needs_reason = compared.is_worse or not compared.pictures
        self.sentence.setText(say_verdict(compared))
        self.reason_edit.setVisible(self._needs_reason)
        self.activate_button.setVisible(can_activate)
        self._check()

    def show_problem(self, problem: str) -> None:
        """Say why a decision could not be carried out, and ask again."""
        self.sentence.setText(problem)
        self.ask_anew()

    def ask_anew(self) -> None:
        """Let one decide again."""
        for made in (self.keep_button, self.discard_button):
            made.setEnabled(True)
        self._check()

    def _build(self, theme: Theme) -> None:
        step = theme.size("step")
        self.activate_button.setToolTip(
            tr("Every crop is looked at anew in the background; until that is done the old model answers.")
        )
        self.discard_button.setToolTip(tr("Deletes the new model."))
        for made, decision in (
            (self.activate_button, Decision.ACTIVATE),
            (self.keep_button, Decision.KEEP),
            (self.discard_button, Decision.DISCARD),
        ):
            made.clicked.connect(lambda _checked, decision=decision: self._decide(decision))
        self.reason_edit.textChanged.connect(lambda _text: self._check())
        row = QHBoxLayout(spacing=2 * step)
        row.addWidget(self.reason_edit, 1)
        row.addStretch(1)
        for made in (self.discard_button, self.keep_button, self.activate_button):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.addWidget(self.sentence)
        column.addLayout(row)

    def _check(self) -> None:
        self.activate_button.setEnabled(not self._needs_reason or bool(self.reason_edit.text().strip()))

    def _decide(self, decision: Decision) -> None:
        for made in (self.activate_button, self.keep_button, self.discard_button):
            made.setEnabled(False)
        self.decided.emit(decision, self.reason_edit.text().strip())


def say_verdict(compared: Compared) -> str:
    """Return how the new model did, in a sentence."""
    if not compared.pictures:
        return tr("The new model could not be measured. To use it all the same, say why.")
    if compared.is_worse:
        return tr("The new model is behind in at least one figure. To use it all the same, say why.")
    if any(row.trend > 0 for row in compared.figures):
        return tr("The new model is better on the people held out.")
    return tr("The new model is behind in no figure, but not clearly better: the intervals hold nought.")
