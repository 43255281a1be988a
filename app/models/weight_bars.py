"""The learned weight of every attribute as bars: how far two descriptions that differ in it are pushed apart."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import Theme
from app.translate import say_decimal, tr

START = 1.0  # every weight begins near it
FEW = 12  # of the bars are shown until all are wanted


class WeightBars(QWidget):
    """Paints a row for each attribute, the largest weight first; a line marks where all began.

    Args:
        theme: its look.
        weights: label and weight, the largest first.
        parent: what it stands in.
    """

    def __init__(self, theme: Theme, weights: Sequence[tuple[str, float]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weightBars")
        self._theme = theme
        self._weights = tuple(weights)
        self._shows_all = len(weights) <= FEW
        self._row = QFontMetrics(theme.font("font_small")).height() + theme.size("step") // 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Learned weight of each attribute"))
        self.setAccessibleDescription("; ".join(f"{name} {say_decimal(weight, 2)}" for name, weight in weights))
        theme.changed.connect(self.update)

    @property
    def shown(self) -> tuple[tuple[str, float], ...]:
        """Return the rows that are painted."""
        return self._weights if self._shows_all else self._weights[:FEW]

    def show_all(self, wanted: bool) -> None:
        """Show every attribute, or the first few."""
        self._shows_all = wanted or len(self._weights) <= FEW
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the rows."""
        return QSize(self._theme.size("pane_left"), len(self.shown) * self._row)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, in a width in which bars can still be told apart."""
        return QSize(self._theme.size("pane_left") // 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, bars, numbers, and the line where all began."""
        theme, step = self._theme, self._theme.size("step")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("font_small"))
        names = min(self.width() * 2 // 5, theme.size("pane_left") * 2 // 3)
        figure = painter.fontMetrics().horizontalAdvance("−00.00") + 2 * step
        area = QRectF(names + 2 * step, 0, max(self.width() - names - figure - 2 * step, 1), self.height())
        least = min(0.0, *(weight for _, weight in self._weights))
        scale = area.width() / max(max(weight for _, weight in self._weights) - least, START)
        zero = area.left() - least * scale
        for place, (name, weight) in enumerate(self.shown):
            top = place * self._row
            bar = QRectF(min(zero, zero + weight * scale), top + step, abs(weight) * scale, self._row - 2 * step)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent" if weight >= 0 else "cannot_tell"))
            painter.drawRoundedRect(bar, step / 2, step / 2)
            self._write(painter, QRectF(0, top, names, self._row), name, "text", right=True)
            self._write(painter, QRectF(bar.right() + step, top, figure, self._row), say_decimal(weight, 2), "muted")
        painter.setPen(QPen(theme.colour("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(int(zero + START * scale), 0, int(zero + START * scale), len(self.shown) * self._row)
        painter.end()

    def _write(self, painter: QPainter, area: QRectF, text: str, colour: str, *, right: bool = False) -> None:
        painter.setPen(self._theme.colour(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)
