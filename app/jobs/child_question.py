"""A question that the child answers at once, and that nothing is lost with if it is dropped."""

from PySide6.QtCore import QObject

from app.jobs.job_order import JobOrder
from app.jobs.job_process import JobProcess
from app.jobs.job_state import JobState


class ChildQuestion(QObject):
    """One question at a time; who asks says what becomes of its end, by `_take_end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: JobProcess | None = None

    @property
    def is_busy(self) -> bool:
        """Whether the child is at work on one."""
        return self._job is not None

    def close(self) -> None:
        """End the child."""
        if self._job is not None:
            self._job.abandon()
            self._job = None

    def _made_job(self, order: JobOrder) -> JobProcess:
        """Return the job of a new question, not yet started."""
        self._job = JobProcess(order, self)
        self._job.ended.connect(self._on_ended)
        return self._job

    def _on_ended(self) -> None:
        if self._job is None:
            return
        state = self._job.state
        self._job.deleteLater()
        self._job = None
        self._take_end(state)

    def _take_end(self, state: JobState) -> None:
        raise NotImplementedError
