"""One job in the list of jobs: what the foot shows of it, and its details, folded."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.jobs.job_bar import JobBar
from app.jobs.job_order import JobKind
from app.jobs.job_strip import TONES
from app.jobs.job_words import say_details, say_progress, say_title
from app.jobs.step_buttons import StepButtons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import button, set_tone

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess

DETAIL_LINES = 6  # are seen at once


class JobCard(QFrame):
    """Follows its job until it is taken away."""

    step_wanted = Signal(object, object)  # JobProcess, JobStep
    show_wanted = Signal(object)  # JobProcess, of a training, which has a view of its own

    def __init__(self, theme: Theme, job: "JobProcess", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("jobCard")
        self._theme = theme
        self.job = job
        self._build()
        job.changed.connect(self._update)
        self._update()

    def _build(self) -> None:
        step = self._theme.size("step")
        self._title = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._bar = JobBar(self._theme)
        self._progress = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._progress.setProperty("tone", "muted")
        # Before the steps: Tab goes by what is built first.
        self.details_button = button("", "link", name="jobDetails")
        self.details_button.setCheckable(True)
        self.show_button = button(tr("Show"), "link", name="jobShow")
        self.show_button.setVisible(self.job.order.kind is JobKind.TRAIN)
        self.show_button.setAccessibleName(f"{tr('Show')}: {self.job.order.title}")
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self.job))
        self.steps = StepButtons(self._theme)
        self.details = QPlainTextEdit(readOnly=True, objectName="jobDetailsText")
        self.details.setTabChangesFocus(True)
        self.details.setFixedHeight(DETAIL_LINES * self.fontMetrics().lineSpacing() + 3 * step)
        self.details.hide()
        row = QHBoxLayout(spacing=3 * step)
        for widget in (self._title, self._bar, self._progress):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.show_button)
        row.addWidget(self.details_button)
        row.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * step, step, 2 * step, step)
        column.addLayout(row)
        column.addWidget(self.details)
        self.details_button.toggled.connect(self._fold)
        self.steps.wanted.connect(lambda wanted: self.step_wanted.emit(self.job, wanted))

    def _update(self) -> None:
        state = self.job.state
        self._title.setText(say_title(state))
        set_tone(self._title, TONES.get(state.status, ""))
        self._bar.show_state(state)
        self._progress.setText(say_progress(state))
        self._progress.setVisible(state.is_running)
        self.steps.show_state(state)
        count = tr("Details, {n} failed").format(n=len(state.failures)) if state.failures else tr("Details")
        self.details_button.setText(count)
        self.details_button.setAccessibleName(f"{count}: {state.title}")
        self.details.setAccessibleName(tr("Details of {title}").format(title=state.title))
        self.setAccessibleName(self._title.text())
        if self.details_button.isChecked():
            self._show_details()

    def _fold(self, is_open: bool) -> None:
        self.details.setVisible(is_open)
        if is_open:
            self._show_details()

    def _show_details(self) -> None:
        text = say_details(self.job.state)
        if text != self.details.toPlainText():
            self.details.setPlainText(text)
