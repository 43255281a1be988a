"""Taking a model in from a file: a child process looks at all of it, for what is checked needs torch."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.jobs.child_question import ChildQuestion
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobState, JobStatus
from app.translate import tr


class ModelAdding(ChildQuestion):
    """One file at a time."""

    added = Signal(str)  # the name of the model
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def add(self, file: Path) -> None:
        """Take a model in; `added` or `refused` follows."""
        self.close()
        title = tr("Checking {name}").format(name=file.name)
        self._made_job(
            JobOrder(kind=JobKind.ADD_MODEL, title=title, arguments=("job", "add-model", "--", str(file)))
        ).start()

    def _take_end(self, state: JobState) -> None:
        if state.status is JobStatus.FINISHED:
            self.added.emit(str(state.summary["name"]))
        else:
            self.refused.emit(state.message or tr("The model could not be taken in; try it again."))
