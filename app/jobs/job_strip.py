"""The running job in the foot: sentence, bar, rate, time left, and what can be done about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from app.jobs.job_order import JobOrder
from app.jobs.job_state import JobState, JobStatus
from app.jobs.job_words import say_progress, say_title
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.elided_label import ElidedLabel
from app.widgets.labels import button, set_tone

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess  # loaded with the first job

_TONES = {JobStatus.DIED: "warn", JobStatus.FAILED: "error"}


class JobStrip(QWidget):
    """Shows one job at a time; hidden until there is one."""

    go_on_wanted = Signal(object)  # JobOrder
    failures_wanted = Signal()

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

    def show_job(self, job: "JobProcess") -> None:
        """Show this job from now on."""
        if self._job is not None:
            QObject.disconnect(self._job, None, self, None)
        self._job = job
        job.changed.connect(self._update)
        self._update()
        self.show()

    def dismiss(self) -> None:
        """Put the job that has ended out of sight."""
        self._job = None
        self.hide()

    def _build(self) -> None:
        self._title = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._title.setObjectName("jobTitle")
        self._bar = QProgressBar(textVisible=False, maximum=1000, objectName="jobBar")
        self._bar.setFixedWidth(self._theme.size("job_bar"))
        self._progress = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self._progress.setProperty("tone", "muted")
        self._progress.setObjectName("jobProgress")
        self.cancel_button = button(tr("Cancel"), "link", name="jobCancel")
        self.go_on_button = button(tr("Go on"), "link", name="jobGoOn")
        self.failures_button = button("", "link", name="jobFailures")
        self.dismiss_button = button(tr("Dismiss"), "link", name="jobDismiss")
        self.cancel_button.clicked.connect(self._cancel)
        self.go_on_button.clicked.connect(self._go_on)
        self.failures_button.clicked.connect(self.failures_wanted)
        self.dismiss_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * self._theme.size("step"))
        for widget in (self._title, self._bar, self._progress, self.cancel_button, self.go_on_button):
            row.addWidget(widget)
        row.addWidget(self.failures_button)
        row.addWidget(self.dismiss_button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _update(self) -> None:
        if self._job is None:
            return
        state = self._job.state
        self._title.setText(say_title(state))
        set_tone(self._title, _TONES.get(state.status, ""))
        self._show_bar(state)
        self._progress.setText(say_progress(state))
        self._progress.setVisible(state.is_running)
        self.cancel_button.setVisible(state.is_running)
        self.cancel_button.setEnabled(state.status is JobStatus.RUNNING)
        self.go_on_button.setVisible(state.can_go_on)
        self.dismiss_button.setVisible(not state.is_running)
        self.failures_button.setVisible(bool(state.failures))
        self.failures_button.setText(tr("{n} failed").format(n=len(state.failures)))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._progress.text())

    def _show_bar(self, state: JobState) -> None:
        share = state.share_done
        self._bar.setVisible(state.is_running)
        self._bar.setMaximum(1000 if share is not None else 0)  # 0 shows that it moves, not how far
        self._bar.setValue(round(1000 * share) if share is not None else 0)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _go_on(self) -> None:
        if self._job is not None:
            order: JobOrder = self._job.order
            self.go_on_wanted.emit(order)
