"""A question before something goes that cannot be brought back."""

from PySide6.QtWidgets import QDialog, QWidget

from app.theme.theme import Theme
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label


class AskDialog(QDialog):
    """Accepted where it may go.

    Args:
        theme: its look.
        title: what is asked.
        sentence: what it means.
        answer: on the button that lets it go.
        parent: what it stands over.
    """

    def __init__(self, theme: Theme, title: str, sentence: str, answer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("askDialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.size("dialog_width") * 3 // 4)
        self.sentence = label(sentence, "", name="askSentence")
        self.sentence.setWordWrap(True)
        self.answer_button = button(answer, "primary", name="askAnswer")
        column = dialog_column(theme, self, title)
        column.addWidget(self.sentence)
        column.addLayout(answer_row(theme, self, self.answer_button))
        self.answer_button.setDefault(False)  # Enter must not let it go by itself
        self.answer_button.setAutoDefault(False)
