"""The buttons that do something about a job: as many as can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.jobs.job_state import JobState, JobStatus, JobStep
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button


class StepButtons(QWidget):
    """Offers the steps that a job's state allows."""

    wanted = Signal(object)  # JobStep

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("step"))
        self.buttons: dict[JobStep, QPushButton] = {}
        for step, (text, name) in _offers().items():
            made = button(text, "link", name=name)
            made.clicked.connect(lambda _checked, step=step: self.wanted.emit(step))
            row.addWidget(made)
            self.buttons[step] = made
        self.buttons[JobStep.TRY_AGAIN].setToolTip(
            tr("Looks at the files that failed once more; what is in the case already is passed over.")
        )

    def show_state(self, state: JobState) -> None:
        """Offer what can be done now; each button's name says about which job."""
        is_open = state.status in (JobStatus.WAITING, JobStatus.PAUSED)
        self.buttons[JobStep.DISMISS].setText(tr("Remove") if is_open else tr("Dismiss"))
        for step, offered in self.buttons.items():
            offered.setVisible(step in state.steps)
            offered.setAccessibleName(f"{offered.text()}: {state.title}")


def _offers() -> dict[JobStep, tuple[str, str]]:
    return {
        JobStep.PAUSE: (tr("Pause"), "jobPause"),
        JobStep.GO_ON: (tr("Go on"), "jobGoOn"),
        JobStep.TRY_AGAIN: (tr("Try again"), "jobTryAgain"),
        JobStep.CANCEL: (tr("Cancel"), "jobCancel"),
        JobStep.DISMISS: (tr("Dismiss"), "jobDismiss"),
    }
