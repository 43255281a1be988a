"""The way to the original: opened by the system's own program, or shown in its folder."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label


class OriginalRow(QWidget):
    """Two buttons, and below them why one could not do what it says."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.open_button = button(tr("Open original"), "link", name="openOriginal")
        self.folder_button = button(tr("Show in folder"), "link", name="showInFolder")
        self.problem = label("", "error", name="originalProblem")
        self.problem.setWordWrap(True)
        row = QHBoxLayout(spacing=theme.size("step"))
        row.addWidget(self.open_button)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step"))
        column.addLayout(row)
        column.addWidget(self.problem)
        self.problem.hide()
        self.open_button.clicked.connect(lambda: self._open(in_folder=False))
        self.folder_button.clicked.connect(lambda: self._open(in_folder=True))

    def show_path(self, path: Path) -> None:
        """Take the file that the buttons lead to."""
        self._path = path
        self.problem.hide()

    def _open(self, *, in_folder: bool) -> None:
        if self._path is None:
            return
        path = self._path.parent if in_folder else self._path
        is_there = path.exists()
        if is_there and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.problem.hide()
            return
        words = tr("{path} cannot be opened, for no program of this machine takes it; open it from there yourself.")
        if not is_there:
            words = tr("{path} is not there; plug in its drive, or say on the page Footage where it is now.")
        self.problem.setText(words.format(path=str(path).replace("/", "/\u200b")))
        self.problem.show()
