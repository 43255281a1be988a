"""What jobs run on, as the foot says it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.device_words import say_device
from app.settings import Settings
from app.translate import tr

if TYPE_CHECKING:
    from app.jobs.job_process import JobProcess  # loaded with the first job


class DeviceLabel(QLabel):
    """Says what the settings name, and where they leave it open, what is expected until a job has told it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deviceState")
        self.setProperty("tone", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(tr("What jobs run on; it is chosen in the settings"))
        self._settings = settings
        self._told = ""
        self.show_settings()

    def show_settings(self) -> None:
        """Say what the settings name now; what earlier jobs ran on counts no more."""
        self._told = ""
        self._show()

    def take_ended(self, job: "JobProcess") -> None:
        """Learn from a job what models run on; one that embedded nothing cannot know."""
        summary = job.state.summary
        if summary.get("embedded") and summary.get("device"):
            self._told = str(summary["device"])
            self._show()

    def _show(self) -> None:
        self.setText(say_device(self._settings.device, self._told))
        self.setAccessibleName(tr("Jobs run on: {device}").format(device=self.text()))
