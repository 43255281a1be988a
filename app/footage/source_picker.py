"""The sources to import, with the buttons that add to them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.footage.import_choice import VIDEO_SUFFIXES
from app.footage.source_list import SourceList
from app.settings import Settings
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button


class SourcePicker(QWidget):
    """Remembers the folder that footage was chosen in last."""

    def __init__(self, theme: Theme, icons: Icons, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.sources = SourceList(theme, icons)
        self.add_folder_button = button(tr("Add a folder…"), name="addFolder")
        self.add_videos_button = button(tr("Add videos…"), name="addVideos")
        row = QHBoxLayout(spacing=2 * theme.size("step"))
        row.addWidget(self.add_folder_button)
        row.addWidget(self.add_videos_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.size("step"))
        column.addWidget(self.sources)
        column.addLayout(row)
        self.add_folder_button.clicked.connect(self._choose_folder)
        self.add_videos_button.clicked.connect(self._choose_videos)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, tr("A folder of frames, or of cut-out people"), str(self._settings.footage_dir))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._choose(dialog)

    def _choose_videos(self) -> None:
        pattern = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES))
        kinds = f"{tr('Videos')} ({pattern});;{tr('All files')} (*)"
        dialog = QFileDialog(self, tr("Videos"), str(self._settings.footage_dir), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._choose(dialog)

    def _choose(self, dialog: QFileDialog) -> None:
        dialog.filesSelected.connect(self._take)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take(self, files: list[str]) -> None:
        paths = [Path(file) for file in files]
        if paths:
            self._settings.footage_dir = paths[0].parent
        self.sources.add(paths)
