"""Having the child look for people in a few frames, one question at a time."""

from PySide6.QtCore import Signal

from app.footage.previewed_people import SeenPeople
from app.jobs.child_question import ChildQuestion
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobState, JobStatus
from app.translate import tr


class PeopleLook(ChildQuestion):
    """A new question takes the place of one that is at work."""

    looked = Signal(object)  # SeenPeople
    failed = Signal(str)
    advanced = Signal(int, int)  # frames done, of how many; 0 while unknown

    def look(self, arguments: tuple[str, ...]) -> None:
        """Ask with the child's arguments, after `bolo`; `looked` or `failed` follows."""
        self.close()
        order = JobOrder(kind=JobKind.PREVIEW, title=tr("Looking at a few frames"), arguments=arguments)
        job = self._made_job(order)
        job.changed.connect(self._tell_progress)
        job.start()

    def _tell_progress(self) -> None:
        if self._job is not None:
            self.advanced.emit(self._job.state.done, self._job.state.total or 0)

    def _take_end(self, state: JobState) -> None:
        if state.status is JobStatus.FINISHED:
            self.looked.emit(SeenPeople.from_summary(state.summary))
        else:
            self.failed.emit(state.message or tr("The frames could not be looked at; try it again."))
