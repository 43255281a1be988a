"""What the wizard has a child find out: what is in the data, and what a training will take."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from app.jobs.child_question import ChildQuestion
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobState, JobStatus
from app.jobs.job_words import say_progress
from app.translate import tr


class TrainingQuestion(ChildQuestion):
    """One question at a time; a new one takes the place of one that is at work."""

    answered = Signal(object)  # what the child told at its end, by name
    failed = Signal(str)
    advanced = Signal(str)  # how far it is, in words

    def ask(self, arguments: tuple[str, ...]) -> None:
        """Ask with the child's arguments, after `bolo`; `answered` or `failed` follows."""
        self.close()
        order = JobOrder(kind=JobKind.PREVIEW, title=tr("Looking into the data"), arguments=arguments)
        job = self._made_job(order)
        job.changed.connect(self._tell_progress)
        job.start()

    def _tell_progress(self) -> None:
        if self._job is not None:
            self.advanced.emit(say_progress(self._job.state))

    def _take_end(self, state: JobState) -> None:
        if state.status is JobStatus.FINISHED:
            summary: Mapping[str, Any] = state.summary
            self.answered.emit(summary)
        else:
            self.failed.emit(state.message or tr("It could not be found out; try it again."))
