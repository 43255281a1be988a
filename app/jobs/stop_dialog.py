"""The question before something is closed that jobs work on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.jobs.job_words import say_stopping
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.labels import button, label


class StopDialog(QDialog):
    """Accepted where the jobs may be stopped."""

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stopDialog")
        self.setWindowTitle(tr("Jobs are at work"))
        self.setMinimumWidth(theme.size("dialog_width") * 3 // 4)
        step = theme.size("step")
        self.sentence = label(say_stopping(titles), "", name="stopSentence")
        self.sentence.setWordWrap(True)
        self.stop_button = button(tr("Stop and close"), "primary", name="stopAndClose")
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 5 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(label(tr("Jobs are at work"), "title"))
        column.addWidget(self.sentence)
        column.addLayout(answer_row(theme, self, self.stop_button, tr("Stay")))
