"""Which cameras are considered: a tick for each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.translate import tr


class CameraChoice(QWidget):
    """All cameras, until some are ticked off."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(theme.size("step"))

    @property
    def chosen(self) -> frozenset[str] | None:
        """Return the cameras that are considered, or None for all."""
        ticked = frozenset(name for name, box in self.boxes.items() if box.isChecked())
        return None if len(ticked) == len(self.boxes) else ticked

    def offer(self, cameras: Sequence[str]) -> None:
        """Offer these cameras; a choice stays as it is, and a new camera joins it only where all were ticked."""
        if list(cameras) == list(self.boxes):
            return
        chosen = self.chosen
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.deleteLater()
        self.boxes = {name: self._box(name, chosen is None or name in chosen) for name in cameras}

    def choose(self, cameras: frozenset[str] | None) -> None:
        """Consider these cameras, None for all, without telling."""
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(cameras is None or name in cameras)
            box.blockSignals(False)

    def in_words(self) -> str:
        """Return the choice as it stands on the button."""
        chosen = self.chosen
        if chosen is None:
            return tr("All cameras")
        if not chosen:
            return tr("No camera")
        if len(chosen) == 1:
            return next(iter(chosen))
        return tr("{n} of {all} cameras").format(n=len(chosen), all=len(self.boxes))

    def _box(self, name: str, is_checked: bool) -> QCheckBox:
        box = QCheckBox(name.replace("&", "&&"), checked=is_checked)
        box.setAccessibleName(name)
        box.toggled.connect(self.changed)
        self._column.addWidget(box)
        return box
