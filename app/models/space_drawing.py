"""The space that pictures and categories share, drawn by a child process from labelled data; kept until drawn anew."""

from pathlib import Path

from PySide6.QtCore import Signal

from app.jobs.child_question import ChildQuestion
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobState, JobStatus
from app.translate import tr
from engine import paths

FILE = "space.png"  # as `bolo plots` calls it


class SpaceDrawing(ChildQuestion):
    """One drawing at a time."""

    drawn = Signal()
    failed = Signal(str)

    def draw(self, name: str, model_id: str, data: Path) -> None:
        """Have the space of a model drawn; `drawn` or `failed` follows."""
        self.close()
        title = tr("Drawing the joint space of {name}").format(name=name)
        arguments = ("job", "plot-space", "--", name, str(data), str(picture_of(model_id).parent))
        self._made_job(JobOrder(kind=JobKind.PLOT, title=title, arguments=arguments)).start()

    def _take_end(self, state: JobState) -> None:
        if state.status is JobStatus.FINISHED:
            self.drawn.emit()
        else:
            self.failed.emit(state.message or tr("The joint space could not be drawn; try it again."))


def picture_of(model_id: str) -> Path:
    """Return where the picture of a model's space lies once it has been drawn."""
    return paths.user_data_dir() / "pictures" / model_id / FILE
