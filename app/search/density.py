"""How large the tiles are: three buttons, one of them pressed."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import show_pressed


class Density(Enum):
    """The size of the tiles."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"

    @property
    def tile_token(self) -> str:
        """Return the token of a tile's least width."""
        return f"tile_{self.value}"


class DensityRow(QWidget):
    """Three buttons side by side; arrows move between them."""

    chosen = Signal(object)  # Density

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("step") // 2)
        self._group = QButtonGroup(self)
        self.buttons: dict[Density, QToolButton] = {}
        for density, letter, name in (
            (Density.SMALL, tr("S"), tr("Small tiles")),
            (Density.MEDIUM, tr("M"), tr("Medium tiles")),
            (Density.LARGE, tr("L"), tr("Large tiles")),
        ):
            self.buttons[density] = self._button(density, letter, name)
            row.addWidget(self.buttons[density])
        self.show_density(Density.MEDIUM)

    def show_density(self, density: Density) -> None:
        """Show a size, without telling."""
        for of, button in self.buttons.items():
            show_pressed(button, of is density)

    def _button(self, density: Density, letter: str, name: str) -> QToolButton:
        made = QToolButton(text=letter, checkable=True, toolTip=name)
        made.setObjectName(f"density-{density.value}")
        made.setProperty("kind", "segment")
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda: self._choose(density))
        self._group.addButton(made)
        return made

    def _choose(self, density: Density) -> None:
        self.show_density(density)
        self.chosen.emit(density)
