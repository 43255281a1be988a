"""A picture from disk as an example: the child process embeds it, for the window has no image encoder."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.jobs.child_question import ChildQuestion
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobState, JobStatus
from app.translate import tr
from engine.search.examples import Example


class PictureExample(ChildQuestion):
    """One picture at a time; a new one takes the place of one that is being looked at.

    Args:
        case: its model embeds the picture.
        parent: lives as long.
    """

    embedded = Signal(object)  # Example
    failed = Signal(str)
    busy_changed = Signal(str)  # the name of the picture that is being looked at, "" where none is

    def __init__(self, case: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case

    def look_at(self, picture: Path) -> None:
        """Have a picture embedded; `embedded` or `failed` follows."""
        self.cancel()
        title = tr("Looking at {name}").format(name=picture.name)
        arguments = ("job", "embed-picture", str(self._case), str(picture))
        job = self._made_job(JobOrder(kind=JobKind.PICTURE, title=title, arguments=arguments))
        self.busy_changed.emit(picture.name)
        job.start()

    def cancel(self) -> None:
        """Give up on the picture that is being looked at; nothing is told of it any more."""
        if self._job is not None:
            self._job.let_go()
            self._job = None
            self.busy_changed.emit("")

    def _take_end(self, state: JobState) -> None:
        self.busy_changed.emit("")
        if state.status is JobStatus.FINISHED:
            self.embedded.emit(Example.from_log(state.summary))
        else:
            self.failed.emit(state.message or tr("The picture could not be looked at; try it again."))
