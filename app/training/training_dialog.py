"""One training in a window of its own: its course while it runs, then the comparison and the decision."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.jobs.job_order import JobOrder
from app.jobs.job_state import JobState, JobStatus
from app.theme.theme import Theme
from app.training.compare_view import CompareView
from app.training.compared import read_compared
from app.training.decide_bar import DecideBar
from app.training.decision import Decision
from app.training.run_view import RunView
from app.training.training_course import TrainingCourse
from app.translate import tr
from app.widgets.ask_dialog import AskDialog
from app.widgets.labels import button, label
from engine.errors import EngineError
from engine.evaluation.training_history import read_history_csv
from engine.training.history import HISTORY_FILE

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess

WIDTH, HEIGHT = 1080, 680


class TrainingDialog(QDialog):
    """Follows a training by its order, through all its runs; it can be shut and opened again at any time.

    Args:
        theme: its look.
        order: of the training.
        folder: of the training.
        can_activate: whether the case can be written.
        parent: the window.
    """

    step_wanted = Signal(object, object)  # JobProcess, JobStep
    enough_wanted = Signal(object)  # JobProcess
    another_wanted = Signal()
    pictures_wanted = Signal(list)  # ids of crops
    decided = Signal(object, str)  # Decision, reason
    discarded = Signal()  # the training, before there was anything to decide

    def __init__(
        self, theme: Theme, order: JobOrder, folder: Path, *, can_activate: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("trainingDialog")
        self.setWindowTitle(order.title)
        self.setModal(False)
        self._theme = theme
        self.order = order
        self.folder = folder
        self._can_activate = can_activate
        self._job: JobProcess | None = None
        self.asking: AskDialog | None = None
        self.course = _course_so_far(folder)
        self.run_view = RunView(theme, may_discard=can_activate)
        self.compare_view = CompareView(theme)
        self.decide_bar = DecideBar(theme)
        self.another_button = button(tr("Train another…"), "link", name="trainAnother")
        self._build()
        self._show_state(JobState(order.title, JobStatus.PAUSED))
        self.resize(WIDTH, HEIGHT)  # two plots, or two rankings

    def follow(self, job: "JobProcess | None") -> None:
        """Show how this run of the training goes."""
        if job is self._job:
            return
        if self._job is not None:
            QObject.disconnect(self._job, None, self, None)
        self._job = job
        self.run_view.follow(job)
        if job is not None:
            job.changed.connect(self._update)
            job.told.connect(self.course.take_line)
            self._update()

    def show_outcome(self) -> None:
        """Show the comparison, once there is one."""
        compared = read_compared(self.folder)
        is_over = self._job is None or self._job.state.has_ended
        if compared is not None and is_over:
            self.compare_view.show_compared(compared)
            self.decide_bar.show_compared(compared, can_activate=self._can_activate)
            self._stack.setCurrentIndex(1)

    def show_pictures(self, pictures: Mapping[int, bytes]) -> None:
        """Hand on pictures of crops, JPEGs by id."""
        self.compare_view.show_pictures(pictures)

    def _build(self) -> None:
        step = self._theme.size("step")
        outcome = QWidget()
        column = QVBoxLayout(outcome)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * step)
        column.addWidget(self.compare_view, 1)
        column.addWidget(self.decide_bar)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.run_view)
        self._stack.addWidget(outcome)
        head = QHBoxLayout(spacing=3 * step)
        head.addWidget(label(self.order.title, "title"))
        head.addStretch(1)
        head.addWidget(self.another_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.run_view.step_wanted.connect(self.step_wanted)
        self.run_view.enough_wanted.connect(self.enough_wanted)
        self.run_view.discard_wanted.connect(self._ask_to_discard)
        self.compare_view.pictures_wanted.connect(self.pictures_wanted)
        self.decide_bar.decided.connect(self._decide)
        self.another_button.clicked.connect(self.another_wanted)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)

    def _update(self) -> None:
        if self._job is not None:
            self._show_state(self._job.state)
            if self._job.state.status is JobStatus.FINISHED:
                self.show_outcome()

    def _show_state(self, state: JobState) -> None:
        self.run_view.show_state(state, self.course)

    def _ask_to_discard(self) -> None:
        title = tr("Discard the training {name}?").format(name=self.folder.name)
        sentence = tr("What it has learned so far is deleted, and it cannot be gone on with.")
        self.asking = AskDialog(self._theme, title, sentence, tr("Discard"), self)
        self.asking.accepted.connect(self.discarded)
        self.asking.finished.connect(self.asking.deleteLater)
        self.asking.finished.connect(self._forget_question)
        self.asking.open()

    def _forget_question(self) -> None:
        self.asking = None

    def _decide(self, decision: Decision, reason: str) -> None:
        self.decided.emit(decision, reason)


def _course_so_far(folder: Path) -> TrainingCourse:
    """Return the course of a training by its history, as far as there is one."""
    try:
        return TrainingCourse.from_history(read_history_csv(folder / HISTORY_FILE))
    except EngineError:
        return TrainingCourse()
