"""What the pages of the Train wizard have in common."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWizardPage

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label

if TYPE_CHECKING:
    from app.training.train_wizard import TrainWizard
    from app.training.training_choice import TrainingChoice


class WizardPage(QWizardPage):
    """A title, a sentence below it, and a column for the rest; reads and changes the wizard's choice.

    Args:
        theme: its look.
        wizard: holds the choice.
        step: which of the steps it is, from 0.
        title: what the page asks.
        line: a sentence more on it.
    """

    def __init__(self, theme: Theme, wizard: "TrainWizard", step: int, title: str, line: str) -> None:
        super().__init__(wizard)
        self._theme = theme
        self._wizard = wizard
        self.page_title = title
        room = theme.size("step")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * room, 0, 2 * room, 0)
        self.column.setSpacing(3 * room)
        self.column.addLayout(self._step_row(step))
        self.column.addWidget(label(title, "title"))
        self.column.addWidget(wrapped(line, "muted"))
        self.setAccessibleName(title)

    def _step_row(self, step: int) -> QHBoxLayout:
        """Return the steps of the wizard, this one marked."""
        row = QHBoxLayout(spacing=4 * self._theme.size("step"))
        for number, name in enumerate((tr("Data"), tr("Check"), tr("Start from"), tr("Recipe"))):
            row.addWidget(label(f"{number + 1}  {name}", "accent" if number == step else "muted"))
        row.addStretch(1)
        return row

    @property
    def choice(self) -> "TrainingChoice":
        """Return what the wizard has gathered so far."""
        return self._wizard.choice

    def change(self, **fields: object) -> None:
        """Change fields of the choice; whether the page is complete is looked at anew."""
        self._wizard.change(**fields)
        self.completeChanged.emit()


def wrapped(text: str, tone: str = "", *, name: str = "") -> QLabel:
    """Return a label that breaks its lines."""
    made = label(text, tone, name=name)
    made.setWordWrap(True)
    return made
