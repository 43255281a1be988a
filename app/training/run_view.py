"""The training while it runs: where it stands, its curves, and what can be done about it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.jobs.job_bar import JobBar
from app.jobs.job_state import JobState, JobStatus, JobStep
from app.jobs.job_words import say_progress, say_seconds, say_title
from app.jobs.step_buttons import StepButtons
from app.theme.theme import Theme
from app.training.curve_plot import CurvePlot
from app.training.training_course import TrainingCourse
from app.training.wizard_page import wrapped
from app.translate import say_number, tr
from app.widgets.labels import button, label, set_tone

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess

LOSS = "loss"
COLOURS = {"ma": "accent", "fused_map": "agrees"}
TONES = {JobStatus.DIED: "warn", JobStatus.FAILED: "error"}


class RunView(QWidget):
    """Follows one training's job.

    Args:
        theme: its look.
        may_discard: whether the training can be discarded while nobody is at work on it.
        parent: of the view.
    """

    step_wanted = Signal(object, object)  # JobProcess, or None where nothing runs, and JobStep
    enough_wanted = Signal(object)  # JobProcess
    discard_wanted = Signal()

    def __init__(self, theme: Theme, *, may_discard: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._may_discard = may_discard
        self._job: JobProcess | None = None
        self._stage = ""  # under way
        self._ended_stage = ""  # asked to end, which is done once
        self._legend: dict[str, QLabel] = {}
        self.sentence = wrapped("", "strong", name="trainingSentence")
        self.bar = JobBar(theme)
        self.loss = CurvePlot(theme, tr("Error on what it learns"), {LOSS: "accent"})
        self.figures = CurvePlot(theme, tr("On people held out, in percent"), COLOURS)
        self.steps = StepButtons(theme)
        self.enough_button = button(tr("Stop and keep the best"), name="trainingEnough")
        self.discard_button = button(tr("Discard…"), "link", name="trainingDiscard")
        self._build()

    def follow(self, job: "JobProcess | None") -> None:
        """Show this job's steps."""
        if job is not self._job:
            self._ended_stage = ""
        self._job = job

    def show_state(self, state: JobState, course: TrainingCourse) -> None:
        """Show where the training stands."""
        is_at_work = state.status is JobStatus.RUNNING
        self.sentence.setText(say_course(state, course) if is_at_work else say_title(state))
        set_tone(self.sentence, TONES.get(state.status, "strong"))
        self.bar.show_state(state)
        self.steps.show_state(state)
        self.steps.buttons[JobStep.DISMISS].hide()  # a training is discarded, or goes on
        self.enough_button.setVisible(is_at_work)
        self.discard_button.setVisible(self._may_discard and JobStep.GO_ON in state.steps)
        self._stage = course.stage
        self.enough_button.setEnabled(is_at_work and course.is_learning and course.stage != self._ended_stage)
        self.loss.show_curves({LOSS: course.loss_curve})
        self.figures.show_curves(course.validation)
        for name, shown in self._legend.items():
            shown.setVisible(name in course.validation)

    def show_problem(self, problem: str) -> None:
        """Say why the training could not be discarded."""
        self.sentence.setText(problem)
        set_tone(self.sentence, "error")

    def _build(self) -> None:
        step = self._theme.size("step")
        self.enough_button.setToolTip(
            tr("Ends the stage at the next step and takes the best epoch so far; what comes after it follows.")
        )
        self.enough_button.clicked.connect(self._ask_enough)
        self.discard_button.clicked.connect(self.discard_wanted)
        self.steps.wanted.connect(self._pass_on)
        foot = QHBoxLayout(spacing=2 * step)
        foot.addWidget(self.bar)
        foot.addStretch(1)
        foot.addWidget(self.discard_button)
        foot.addWidget(self.enough_button)
        foot.addWidget(self.steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * step)
        column.addWidget(self.sentence)
        column.addLayout(self._plots(), 1)
        column.addLayout(foot)

    def _plots(self) -> QHBoxLayout:
        step = self._theme.size("step")
        row = QHBoxLayout(spacing=4 * step)
        for plot, names in ((self.loss, {}), (self.figures, _names())):
            column = QVBoxLayout(spacing=step)
            head = QHBoxLayout(spacing=3 * step)
            head.addWidget(label(plot.accessibleName(), "section"))
            for name, text in names.items():
                self._legend[name] = label(f"● {text}", COLOURS[name])
                head.addWidget(self._legend[name])
            head.addStretch(1)
            column.addLayout(head)
            column.addWidget(plot, 1)
            row.addLayout(column, 1)
        return row

    def _ask_enough(self) -> None:
        if self._job is not None:
            self._ended_stage = self._stage
            self.enough_button.setEnabled(False)
            self.enough_wanted.emit(self._job)

    def _pass_on(self, step: JobStep) -> None:
        self.step_wanted.emit(self._job, step)


def say_course(state: JobState, course: TrainingCourse) -> str:
    """Return stage, epoch, rate and time left; before and after the learning what the job itself says."""
    if not course.is_learning:
        return say_progress(state)
    parts = [
        tr("Stage “{stage}”, epoch {n} of {all}").format(
            stage=course.stage, n=say_number(course.epoch), all=say_number(course.epochs)
        ),
        tr("{n} pictures a second").format(n=say_number(round(course.crops_per_second))),
    ]
    if course.seconds_left is not None:
        parts.append(tr("at most {time} left").format(time=say_seconds(course.seconds_left)))
    return " · ".join(parts)


def _names() -> Mapping[str, str]:
    return {"ma": tr("attributes (mA)"), "fused_map": tr("descriptions (mAP)")}
