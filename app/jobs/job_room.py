"""Where the window shows its jobs: the strip in the foot, the list above it, the notice above the pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.jobs.desktop_notice import DesktopNotice
from app.jobs.job_desk import JobDesk
from app.jobs.job_notice import JobNotice
from app.jobs.job_panel import JobPanel
from app.jobs.job_state import JobStatus, JobStep
from app.jobs.job_strip import JobStrip
from app.jobs.job_words import say_title
from app.theme.theme import Theme

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess

_TOLD = (JobStatus.FINISHED, JobStatus.FAILED, JobStatus.DIED)  # the others were the user's own doing


class JobRoom(QObject):
    """Shows what the desk holds, and hands on what the user wants done about it."""

    def __init__(self, theme: Theme, desk: JobDesk, strip: JobStrip, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._strip = strip
        self.panel = JobPanel(theme)
        self.notice = JobNotice(theme)
        self.desktop = DesktopNotice(window)
        for shows in (strip, self.panel):
            desk.changed.connect(lambda shows=shows: shows.show_desk(desk))
            shows.step_wanted.connect(desk.take_step)
        for leads in (strip, self.notice):
            leads.panel_wanted.connect(self.panel.toggle)
        desk.ended.connect(self._tell_ended)
        desk.left_over.connect(self.notice.offer)
        self.notice.go_on_wanted.connect(self._go_on)
        self.desktop.clicked.connect(window.activateWindow)

    def _tell_ended(self, job: "JobProcess") -> None:
        """Tell of a job's end; in the window the strip does, unless it shows the next one already."""
        if job.state.status not in _TOLD:
            return
        if self._strip.job is not job:
            self.notice.tell_ended(job)
        self.desktop.tell(say_title(job.state))

    def _go_on(self, left: "list[JobProcess]") -> None:
        for job in left:
            self._desk.take_step(job, JobStep.GO_ON)
