"""Runs jobs one after the other, for a case has one writer, and keeps those that are not done."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobStatus, JobStep
from app.jobs.kept_jobs import KEPT_KINDS, KeptJobs

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess

MOST_ENDED = 20  # are listed
GIVES_WAY = (JobKind.ACTIVATE, JobKind.TRAIN)  # both take long and go on where they were; an import need not wait


class JobDesk(QObject):
    """Holds the jobs in the order they came: those that ended, the one that runs, those that wait."""

    changed = Signal()  # which jobs there are, or how one of them stands
    grew = Signal()  # the gallery may hold more
    ended = Signal(object)  # JobProcess
    left_over = Signal(list)  # of JobProcess: not done when the case was last open
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[JobProcess] = []
        self._running: JobProcess | None = None
        self._shown: JobProcess | None = None
        self._kept: KeptJobs | None = None
        self._is_held = False  # a job was paused: those behind it wait too
        self._giving_way: JobProcess | None = None  # pauses for those behind it, and goes on after them
        self._was_busy = False

    @property
    def jobs(self) -> Sequence["JobProcess"]:
        """Return the jobs, the first that came first."""
        return tuple(self._jobs)

    @property
    def job(self) -> "JobProcess | None":
        """Return the job that runs; else the one that was last at work, if it is still listed."""
        return self._shown if self._shown in self._jobs else None

    @property
    def pending(self) -> Sequence["JobProcess"]:
        """Return the jobs at work or waiting."""
        return [job for job in self._jobs if job.state.is_running or job.state.status is JobStatus.WAITING]

    @property
    def is_busy(self) -> bool:
        """Whether a job runs."""
        return self._running is not None

    def start(self, order: JobOrder) -> "JobProcess":
        """Run an order once those before it have ended; one that is listed and not done is taken up there."""
        self._is_held = False
        same = next((job for job in self._jobs if job.order == order), None)
        if same is None or same.state.status is JobStatus.FINISHED:
            job = self._made(order)
            self._jobs.append(job)
        elif same in self.pending:
            job = same
        else:
            job = self._replace(same)
        self._run_next()
        return job

    def take_step(self, job: "JobProcess", step: JobStep) -> None:
        """Do what the user wants done about a job."""
        if job not in self._jobs or step not in job.state.steps:
            return
        if step is JobStep.PAUSE:
            self._is_held = True
            job.pause()
        elif step is JobStep.CANCEL:
            job.cancel()
        elif step is JobStep.DISMISS:
            self._dismiss(job)
        else:
            self._is_held = False
            self._shown = self._replace(job)
        self._run_next()

    def open_case(self, folder: Path) -> None:
        """Take up what was not done when this case was last open; it waits for the user's word."""
        self._kept = KeptJobs(folder)
        known = {job.order for job in self._jobs}
        left = [self._made(order) for order in self._kept.read() if order not in known]
        for job in left:
            job.state.status = JobStatus.PAUSED
        self._jobs += left
        self._tell()
        if left:
            self.left_over.emit(left)

    def close_case(self) -> None:
        """Have the case's jobs stop, without waiting for it; they are kept in the case and go on the next time."""
        self._keep()
        self._kept = None
        for job in [job for job in self._jobs if job.order.case is not None]:
            self._forget(job)
        self._run_next()

    def end(self) -> None:
        """Stop everything and wait until the child has gone, as the program is about to."""
        self._keep()
        self._kept = None
        if self._running is not None:
            self._running.end()
        for job in self.jobs:
            self._forget(job)
        self._tell()

    def _made(self, order: JobOrder) -> "JobProcess":
        from app.jobs.job_process import JobProcess  # processes can wait until the window is on the screen

        job = JobProcess(order, self)
        job.grew.connect(self.grew)
        job.ended.connect(lambda: self._on_ended(job))
        return job

    def _replace(self, job: "JobProcess") -> "JobProcess":
        """Put a new run of the same order in a job's place."""
        again = self._made(job.order)
        self._jobs[self._jobs.index(job)] = again
        if job is not self._running:
            job.deleteLater()
        return again

    def _dismiss(self, job: "JobProcess") -> None:
        self._jobs.remove(job)
        if job is not self._running:
            job.deleteLater()
        self._is_held &= any(other.state.status is JobStatus.PAUSED for other in self._jobs)

    def _forget(self, job: "JobProcess") -> None:
        self._jobs.remove(job)
        if job is self._running:
            self._running = None
            job.let_go()
        else:
            job.deleteLater()

    def _make_way(self) -> None:
        """Have a long job pause while others wait that should not; a user's pause holds them all the same."""
        running = None if self._is_held else self._running
        if running is None or running.order.kind not in GIVES_WAY or running.state.status is not JobStatus.RUNNING:
            return
        if any(job.state.status is JobStatus.WAITING and job.order.kind not in GIVES_WAY for job in self._jobs):
            self._giving_way = running
            running.pause()

    def _go_on_later(self, job: "JobProcess") -> None:
        """Put a job that has made way behind those that wait."""
        self._jobs.remove(job)
        self._jobs.append(self._made(job.order))
        job.deleteLater()

    def _run_next(self) -> None:
        """Start the next one, if it can be; tell how all stand."""
        self._make_way()
        waiting = next((job for job in self._jobs if job.state.status is JobStatus.WAITING), None)
        if waiting is not None and self._running is None and not self._is_held:
            self._running = self._shown = waiting
            waiting.start()
        self._tell()

    def _on_ended(self, job: "JobProcess") -> None:
        self._running = None
        has_made_way, self._giving_way = job is self._giving_way, None
        if job not in self._jobs:
            job.deleteLater()
        elif has_made_way and job.state.status is JobStatus.PAUSED:
            self._go_on_later(job)
        ended = [other for other in self._jobs if other.state.status in (JobStatus.FINISHED, JobStatus.CANCELLED)]
        for old in ended[:-MOST_ENDED]:
            self._dismiss(old)
        self._run_next()
        self.ended.emit(job)

    def _tell(self) -> None:
        self._keep()
        if self._was_busy != self.is_busy:
            self._was_busy = self.is_busy
            self.busy_changed.emit(self.is_busy)
        self.changed.emit()

    def _keep(self) -> None:
        if self._kept is not None:
            unfinished = [job.order for job in self._jobs if job.state.is_unfinished]
            self._kept.write([order for order in unfinished if order.case is not None and order.kind in KEPT_KINDS])
