"""The line above the pages that tells of jobs: one that ended while another runs, or some that were left over."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from app.jobs.job_words import say_left_over, say_title
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess


class JobNotice(NoticeBar):
    """Says the last thing that was worth saying, until it is dismissed or another comes."""

    go_on_wanted = Signal(list)  # of JobProcess
    panel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._label = label("", "strong", name="jobNotice")
        self._label.setWordWrap(True)
        self.go_on_button = button(tr("Go on"), name="goOnLeftOver")
        self.show_button = button(tr("Show jobs"), "link", name="showJobs")
        self.dismiss_button = button(tr("Dismiss"), "link", name="dismissNotice")
        super().__init__(theme, self._label, self.go_on_button, self.show_button, self.dismiss_button, parent=parent)
        self._left: list[JobProcess] = []
        self.go_on_button.clicked.connect(self._go_on)
        self.show_button.clicked.connect(self._show_panel)
        self.dismiss_button.clicked.connect(self.hide)

    def tell_ended(self, job: "JobProcess") -> None:
        """Tell how a job ended."""
        self._say(say_title(job.state))

    def offer(self, left: Sequence["JobProcess"]) -> None:
        """Offer to go on with jobs that were not done."""
        self._left = list(left)
        self._say(say_left_over([job.order.title for job in left]))
        self.go_on_button.show()

    def _say(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self.go_on_button.hide()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _go_on(self) -> None:
        self.hide()
        self.go_on_wanted.emit(self._left)
        self._left = []

    def _show_panel(self) -> None:
        self.hide()
        self.panel_wanted.emit()
