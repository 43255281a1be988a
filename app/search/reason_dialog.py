"""Why a crop is added to the case."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label
from app.widgets.named_line import named_line

LONGEST = 1000  # letters


class ReasonDialog(QDialog):
    """Accepted with a reason; without one nobody is added.

    Args:
        theme: its look.
        reason: to begin with.
        parent: what it stands over.
    """

    def __init__(self, theme: Theme, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reasonDialog")
        self.setWindowTitle(tr("Add to the case"))
        self.setMinimumWidth(theme.size("pane_note"))
        self.reason_edit: QLineEdit = named_line(tr("Reason"), "addReason", tr("Why this picture belongs to the case"))
        self.reason_edit.setMaxLength(LONGEST)
        self.reason_edit.setText(reason)
        self.add_button = button(tr("Add to the case"), "primary", name="addWithReason")
        sentence = label(tr("The reason is kept, stands in reports, and goes into the log."), "muted")
        sentence.setWordWrap(True)
        column = dialog_column(theme, self, tr("Add to the case"))
        column.addWidget(self.reason_edit)
        column.addWidget(sentence)
        column.addLayout(answer_row(theme, self, self.add_button))
        self.reason_edit.textChanged.connect(self._offer)
        self._offer()

    @property
    def reason(self) -> str:
        """Return the reason that was given."""
        return " ".join(self.reason_edit.text().split())

    def _offer(self) -> None:
        self.add_button.setEnabled(bool(self.reason))
        self.add_button.setToolTip("" if self.reason else tr("Say first why it is added."))
