"""What file names say of camera and time: a pattern, or a preset, with what it makes of the user's own files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from app.engine_words import say_in_language
from app.footage.first_files import FirstFiles
from app.footage.name_words import say_names
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label, set_style_property, set_tone
from engine.imaging.name_presets import PRESETS


class NameChoice(QWidget):
    """Holds the pattern; one that was typed, or a preset's."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: tuple[Path, ...] = ()
        self._lister = FirstFiles(self)
        self.box = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert, objectName="patternBox")
        self.box.addItem("")
        for preset in PRESETS:
            self.box.addItem(f"{say_in_language(preset.title)}: {preset.pattern}", preset.pattern)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(20)
        self.box.setAccessibleName(tr("Pattern of the file names"))
        self.box.lineEdit().setPlaceholderText(tr("A date and time anywhere in the name, or as {camera}_{date}_{time}"))
        self.preview = label("", "muted", name="namePreview")
        self.preview.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step"))
        column.addWidget(self.box)
        column.addWidget(self.preview)
        self.box.activated.connect(self._take_preset)
        self.box.editTextChanged.connect(self._tell)
        self._lister.listed.connect(self._take_files)
        self.show_preview(is_wrong=False)

    @property
    def pattern(self) -> str:
        """Return the pattern, "" where names are read as usual."""
        return self.box.currentText().strip()

    def read_names_of(self, sources: Sequence[Path]) -> None:
        """Show what the pattern makes of the files of these sources."""
        self._lister.list(sources)

    def show_preview(self, *, is_wrong: bool) -> None:
        """Show what the pattern makes of the names."""
        text = say_names(self.files, self.pattern)
        self.preview.setText(text)
        self.preview.setVisible(bool(text))
        set_tone(self.preview, "warn" if is_wrong else "muted")
        set_style_property(self.box, "wrong", is_wrong)

    def _take_preset(self, row: int) -> None:
        self.box.setEditText(self.box.itemData(row) or "")

    def _take_files(self, files: tuple[Path, ...]) -> None:
        self.files = files
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
