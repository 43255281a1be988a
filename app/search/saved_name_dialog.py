"""Which name a saved search is kept under."""

from collections.abc import Collection

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label, set_tone
from engine.gallery.catalog.saved_queries import LONGEST_NAME


class SavedNameDialog(QDialog):
    """Says while one types whether the name is free.

    Args:
        theme: of the window.
        title: what is done.
        name: to begin with.
        taken: names of other saved searches.
        parent: the window.
    """

    def __init__(
        self, theme: Theme, title: str, name: str, taken: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("savedNameDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.size("pane_note"))
        self._taken = {other.casefold(): other for other in taken}
        self.name_edit = QLineEdit(name, objectName="savedName", maxLength=LONGEST_NAME)
        self.name_edit.setAccessibleName(tr("Name"))
        self.name_edit.selectAll()
        self.sentence = label("", "muted", name="savedNameSentence")
        self.sentence.setWordWrap(True)
        self.save_button = button(title, "primary", name="saveName")
        column = dialog_column(theme, self, title)
        column.addWidget(self.name_edit)
        column.addWidget(self.sentence)
        column.addStretch(1)
        column.addLayout(answer_row(theme, self, self.save_button))
        self.name_edit.textChanged.connect(self._check)
        self._check()

    @property
    def name(self) -> str:
        """Return the name that was typed."""
        return " ".join(self.name_edit.text().split())

    def _check(self) -> None:
        taken = self._taken.get(self.name.casefold())
        hint = tr("After each import the search is run again, and new hits are marked.")
        problem = tr("There is a saved search “{name}” already; choose another name.").format(name=taken)
        self.sentence.setText(problem if taken is not None else hint)
        set_tone(self.sentence, "error" if taken is not None else "muted")
        self.save_button.setEnabled(bool(self.name) and taken is None)
