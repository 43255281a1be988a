"""Starts jobs, one at a time, and shows them in the strip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.jobs.job_order import JobOrder
from app.jobs.job_strip import JobStrip

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess


class JobDesk(QObject):
    """Holds the job that runs, or ran last."""

    grew = Signal()  # the gallery may hold more
    ended = Signal(object)  # JobProcess
    busy_changed = Signal(bool)

    def __init__(self, strip: JobStrip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self.job: JobProcess | None = None
        strip.go_on_wanted.connect(self.start)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs."""
        return self.job is not None and self.job.state.is_running

    def start(self, order: JobOrder) -> "JobProcess | None":
        """Run an order, unless a job runs already."""
        from app.jobs.job_process import JobProcess  # processes can wait until the window is on the screen

        if self.is_busy:
            return None
        self._drop()
        self.job = JobProcess(order, self)
        self.job.grew.connect(self.grew)
        self.job.ended.connect(self._on_ended)
        self._strip.show_job(self.job)
        self.busy_changed.emit(True)
        self.job.start()
        return self.job

    def stop(self) -> None:
        """Have the job stop, without waiting for it; it goes on from there when it is run again."""
        self._drop()
        self._strip.dismiss()
        self.busy_changed.emit(False)

    def end(self) -> None:
        """Stop the job and wait until its child has gone, as the program is about to."""
        if self.job is not None:
            self.job.end()
        self.stop()

    def _drop(self) -> None:
        if self.job is not None:
            self.job.let_go()
            self.job = None

    def _on_ended(self) -> None:
        self.busy_changed.emit(False)
        self.ended.emit(self.job)
