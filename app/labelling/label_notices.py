"""What stands above the crops when something is amiss: labels that were not kept, and other trouble."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar


class LabelNotices(QWidget):
    """A line for each; hidden where there is nothing to tell."""

    again_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unkept = label("", "error", name="labelsUnkept")
        self._unkept.setWordWrap(True)
        self.again_button = button(tr("Try again"), name="labelsAgain")
        self.again_button.clicked.connect(self.again_wanted)
        self.unkept_bar = NoticeBar(theme, self._unkept, self.again_button, role="note")
        self._trouble = label("", "warn", name="labelTrouble")
        self._trouble.setWordWrap(True)
        self.close_button = button(tr("Close"), "link", name="closeLabelTrouble")
        self.trouble_bar = NoticeBar(theme, self._trouble, self.close_button, role="note")
        self.close_button.clicked.connect(lambda: self.tell(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step"))
        column.addWidget(self.unkept_bar)
        column.addWidget(self.trouble_bar)
        self._follow()

    def show_unkept(self, count: int, problem: str) -> None:
        """Say that labels are not in the case, and why; say nothing where all are."""
        text = tr_count(count, "{n} label was not kept: {problem}", "{n} labels were not kept: {problem}")
        if problem:
            self._unkept.setText(text.format(n=say_number(count), problem=problem))
        self.unkept_bar.setVisible(bool(count))
        self._follow()

    def tell(self, words: str) -> None:
        """Say something; it stays until it is closed."""
        self._trouble.setText(words)
        self.trouble_bar.setVisible(bool(words))
        self._follow()

    def _follow(self) -> None:
        self.setVisible(not (self.unkept_bar.isHidden() and self.trouble_bar.isHidden()))
