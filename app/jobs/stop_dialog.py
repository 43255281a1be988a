"""The question before something is closed that jobs work on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from app.jobs.job_words import say_stopping
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label


class StopDialog(QDialog):
    """Accepted where the jobs may be stopped."""

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stopDialog")
        self.setWindowTitle(tr("Jobs are at work"))
        self.setMinimumWidth(theme.size("dialog_width") * 3 // 4)
        self.sentence = label(say_stopping(titles), "", name="stopSentence")
        self.sentence.setWordWrap(True)
        self.stop_button = button(tr("Stop and close"), "primary", name="stopAndClose")
        column = dialog_column(theme, self, tr("Jobs are at work"))
        column.addWidget(self.sentence)
        column.addLayout(answer_row(theme, self, self.stop_button, tr("Stay")))
