"""The running job in the foot: sentence, bar, rate, time left, and what can be done about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.jobs.job_bar import JobBar
from app.jobs.job_desk import JobDesk
from app.jobs.job_state import JobStatus, JobStep
from app.jobs.job_words import say_progress, say_title
from app.jobs.step_buttons import StepButtons
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import button, set_tone

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess  # loaded with the first job

TONES = {JobStatus.DIED: "warn", JobStatus.FAILED: "error"}


class JobStrip(QWidget):
    """Shows one job at a time, and how many there are; hidden until there is one."""

    step_wanted = Signal(object, object)  # JobProcess, JobStep
    failures_wanted = Signal()
    panel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobStrip")
        self._theme = theme
        self._job: JobProcess | None = None
        self._build()
        self.hide()

    @property
    def job(self) -> "JobProcess | None":
        """Return the job that is shown."""
        return self._job

    @property
    def text(self) -> str:
        """Return the sentence that stands first."""
        return self._title.text()

    @property
    def cancel_button(self) -> QPushButton:
        """Return the button that stops the job."""
        return self.steps.buttons[JobStep.CANCEL]

    @property
    def go_on_button(self) -> QPushButton:
        """Return the button that has the job go on where it stopped."""
        return self.steps.buttons[JobStep.GO_ON]

    @property
    def dismiss_button(self) -> QPushButton:
        """Return the button that puts the job out of sight."""
        return self.steps.buttons[JobStep.DISMISS]

    def show_desk(self, desk: JobDesk) -> None:
        """Show the job that runs or ran last, and how many are listed."""
        self._show_job(desk.job)
        self.jobs_button.setText(tr("Jobs: {n}").format(n=say_number(len(desk.jobs))))
        self.setVisible(bool(desk.jobs))

    def _show_job(self, job: "JobProcess | None") -> None:
        if job is not self._job:
            if self._job is not None:
                QObject.disconnect(self._job, None, self, None)
            self._job = job
            if job is not None:
                job.changed.connect(self._update)
        self._update()

    def _build(self) -> None:
        self._title = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._title.setObjectName("jobTitle")
        self._bar = JobBar(self._theme)
        self._progress = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._progress.setProperty("tone", "muted")
        self._progress.setObjectName("jobProgress")
        self.steps = StepButtons(self._theme)
        self.failures_button = button("", "link", name="jobFailures")
        self.jobs_button = button("", "link", name="jobsButton")
        self.jobs_button.setToolTip(tr("Shows all jobs (Ctrl+J)"))
        self.steps.wanted.connect(lambda step: self.step_wanted.emit(self._job, step))
        self.failures_button.clicked.connect(self.failures_wanted)
        self.jobs_button.clicked.connect(self.panel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * self._theme.size("step"))
        for widget in (self._title, self._bar, self._progress, self.steps, self.failures_button, self.jobs_button):
            row.addWidget(widget)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _update(self) -> None:
        if self._job is None:
            for part in (self._title, self._bar, self._progress, self.steps, self.failures_button):
                part.hide()
            return
        for part in (self._title, self.steps):  # the others come and go: shown here, all would be laid out twice
            part.show()
        state = self._job.state
        self._title.setText(say_title(state))
        set_tone(self._title, TONES.get(state.status, ""))
        self._bar.show_state(state)
        self._progress.setText(say_progress(state))
        self._progress.setVisible(state.is_running)
        self.steps.show_state(state)
        self.failures_button.setVisible(bool(state.failures))
        self.failures_button.setText(tr("{n} failed").format(n=say_number(len(state.failures))))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._progress.text())
