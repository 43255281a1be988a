"""How clear a crop has to be: its height in pixels and its sharpness."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QSpinBox, QVBoxLayout, QWidget

from app.theme.theme import Theme
from app.translate import say_decimal, tr
from app.widgets.labels import label

TALLEST_PX = 10_000
SHARPEST = 100_000
HEIGHT_STEP_PX = 16
SHARPNESS_STEP = 25


class QualityChoice(QWidget):
    """Two lower limits; at 0 a limit is off."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.height_spin = self._spin("minHeight", tr("Height at least"), TALLEST_PX, HEIGHT_STEP_PX, tr(" px"))
        self.sharpness_spin = self._spin("minSharpness", tr("Sharpness at least"), SHARPEST, SHARPNESS_STEP, "")
        form = QFormLayout()
        form.setHorizontalSpacing(3 * theme.size("step"))
        form.setVerticalSpacing(theme.size("step"))
        for spin in (self.height_spin, self.sharpness_spin):
            form.addRow(label(spin.accessibleName()), spin)
        column = QVBoxLayout(self)
        column.setSpacing(theme.size("step"))
        column.addWidget(label(tr("Quality"), "section"))
        column.addLayout(form)
        column.addWidget(label(tr("Below a sharpness of about 50 a crop looks blurred."), "muted"))

    @property
    def min_height_px(self) -> int | None:
        """Return the least height, or None for any."""
        return self.height_spin.value() or None

    @property
    def min_sharpness(self) -> float | None:
        """Return the least sharpness, or None for any."""
        return float(self.sharpness_spin.value()) or None

    def choose(self, min_height_px: int | None, min_sharpness: float | None) -> None:
        """Show these limits, without telling."""
        for spin, value in ((self.height_spin, min_height_px), (self.sharpness_spin, min_sharpness)):
            spin.blockSignals(True)
            spin.setValue(round(value or 0))
            spin.blockSignals(False)

    def in_words(self) -> str:
        """Return the limits as they stand on the button, "" where there are none."""
        height = tr("≥ {n} px").format(n=self.min_height_px) if self.min_height_px else ""
        sharpness = tr("sharp ≥ {n}").format(n=say_decimal(self.min_sharpness)) if self.min_sharpness else ""
        return ", ".join(part for part in (height, sharpness) if part)

    def _spin(self, name: str, title: str, most: int, step: int, suffix: str) -> QSpinBox:
        spin = QSpinBox(objectName=name, maximum=most, singleStep=step, suffix=suffix, specialValueText=tr("any"))
        spin.setAccessibleName(title)
        spin.lineEdit().setTextMargins(2 * self._theme.size("step"), 0, 0, 0)
        spin.setKeyboardTracking(False)  # "12" on the way to "128" is no question
        spin.valueChanged.connect(self.changed)
        return spin
