"""The bar that shows how far a job is."""

from PySide6.QtWidgets import QProgressBar, QWidget

from app.jobs.job_state import JobState
from app.theme.theme import Theme
from app.widgets.progress import show_value

STEPS = 1000


class JobBar(QProgressBar):
    """Shows the share that is done; while that is unknown, that it moves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobBar")
        self.setTextVisible(False)
        self.setMaximum(STEPS)
        self.setFixedWidth(theme.size("job_bar"))

    def show_state(self, state: JobState) -> None:
        """Show how far the job is."""
        share = state.share_done
        self.setVisible(state.is_running)
        self.setMaximum(STEPS if share is not None else 0)  # 0 shows that it moves, not how far
        show_value(self, round(STEPS * share) if share is not None else 0)
        self.setAccessibleName(state.title)
