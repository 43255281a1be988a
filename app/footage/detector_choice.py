"""How people are found: the detector, and its weights where they are not on this machine."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.footage.import_choice import Detector
from app.footage.import_words import say_detector
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label

WEIGHTS_FILES = {
    Detector.YOLOX: "ONNX (*.onnx)",
    Detector.TORCHVISION: "PyTorch, safetensors (*.pth *.safetensors)",
}


class DetectorChoice(QWidget):
    """Holds the choice; the dialog says what follows from it."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: dict[Detector, Path] = {}
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

    @property
    def weights(self) -> Path | None:
        """Return the file that was chosen for this detector, or None."""
        return self._weights.get(self._taker)

    def start_with(self, detector: Detector, weights: Path | None) -> None:
        """Choose what the settings say."""
        self.box.setCurrentIndex(self.box.findData(detector))
        if weights is not None:
            self.set_weights(weights)

    def set_weights(self, path: Path) -> None:
        """Take the weights of the detector that is chosen from this file."""
        self._weights[self._taker] = path
        self.changed.emit()

    @property
    def _taker(self) -> Detector:
        """Return which detector takes the file that is chosen now."""
        return Detector.TORCHVISION if self.detector is Detector.TORCHVISION else Detector.YOLOX

    def show_hint(self, text: str) -> None:
        """Say what the detector will take; nothing for one that takes no weights."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self.weights_button.setVisible(bool(text))

    def _choose_weights(self) -> None:
        dialog = QFileDialog(self, tr("The detector's weights"), str(Path.home()), WEIGHTS_FILES[self._taker])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.set_weights(Path(file)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
