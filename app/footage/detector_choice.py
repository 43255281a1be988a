"""How people are found: the detector, and YOLOX's weights where they are not on this machine."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.footage.import_choice import Detector
from app.footage.import_words import say_detector
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label


class DetectorChoice(QWidget):
    """Holds the choice; the dialog says what follows from it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weights: Path | None = None
        self.box = QComboBox(objectName="detectorBox")
        for detector in Detector:
            self.box.addItem(say_detector(detector), detector)
        self.box.setAccessibleName(tr("People are found by"))
        self._hint = label("", "muted")
        self._hint.setWordWrap(True)
        self.weights_button = button(tr("Choose weights…"), name="chooseWeights")
        row = QHBoxLayout(spacing=2 * theme.size("step"))
        row.addWidget(self._hint, 1)
        row.addWidget(self.weights_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.size("step"))
        column.addWidget(self.box)
        column.addLayout(row)
        self.box.currentIndexChanged.connect(self.changed)
        self.weights_button.clicked.connect(self._choose_weights)

    @property
    def detector(self) -> Detector:
        """Return the detector that is chosen."""
        return Detector(self.box.currentData())

    def set_weights(self, path: Path | None) -> None:
        """Take YOLOX's weights from this file."""
        self.weights = path
        self.changed.emit()

    def show_hint(self, text: str) -> None:
        """Say what the detector will take; nothing for one that takes no weights."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self.weights_button.setVisible(bool(text))

    def _choose_weights(self) -> None:
        dialog = QFileDialog(self, tr("YOLOX's weights"), str(Path.home()), "ONNX (*.onnx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.set_weights(Path(file)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
