"""The way to a picture from disk as an example: chosen, looked at, or what went wrong."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton, QVBoxLayout, QWidget

from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label

ENDINGS = (".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")


class PictureBar(QWidget):
    """One button; while a picture is being looked at it cancels that."""

    picture_chosen = Signal(object)  # Path
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._looked_at = ""
        self.dialog: QFileDialog | None = None
        self.button = self._button()
        self.problem: QLabel = label("", "error", name="pictureProblem")
        self.problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step"))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self._on_clicked)
        theme.changed.connect(self._show)
        self._show()

    def show_busy(self, name: str) -> None:
        """Show which picture is being looked at, "" for none."""
        self._looked_at = name
        self._show()

    def show_problem(self, text: str) -> None:
        """Show why a picture could not become an example."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def ask(self) -> None:
        """Ask for a picture."""
        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog = self.dialog = QFileDialog(self.window(), tr("A picture of one person, cut out"))
        dialog.setNameFilter(tr("Pictures ({endings})").format(endings=endings))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.picture_chosen.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _on_clicked(self) -> None:
        if self._looked_at:
            self.cancel_wanted.emit()
        else:
            self.ask()

    def _forget(self) -> None:
        self.dialog = None

    def _button(self) -> QToolButton:
        made = QToolButton(objectName="likePicture")
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        return made

    def _show(self) -> None:
        text = tr("Like a picture…")
        tip = tr("More like a picture from disk of one person, cut out; it can also be dropped here")
        if self._looked_at:
            text = tr("Looking at {name}").format(name=self._looked_at)
            tip = tr("Looking at {name}; a click cancels").format(name=self._looked_at)
        room = self._theme.size("filter_text") // 2
        shown = QFontMetrics(self._theme.font()).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
        self.button.setText(shown.replace("&", "&&"))
        self.button.setIcon(self._icons.icon("close" if self._looked_at else "image"))
        self.button.setAccessibleName(text)
        self.button.setToolTip(tip)
