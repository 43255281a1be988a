"""Curves over the epochs of a training, with their axes; painted here, so that the window needs no plotting library."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme.theme import Theme
from app.translate import say_decimal, say_number, tr, tr_count

Point = tuple[float, float]
LINE_PX = 2.0
DOTS_UP_TO = 30  # points; more of them would be a caterpillar
TICKS = 4  # lines across, about
NICE = (1.0, 2.0, 2.5, 5.0, 10.0)  # what ticks lie apart, times a power of ten


class CurvePlot(QWidget):
    """Shows one curve or several to one scale.

    Args:
        theme: its look.
        title: what is measured, for who cannot see it.
        colours: the colour token of each curve, by its name.
    """

    def __init__(self, theme: Theme, title: str, colours: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._colours = colours
        self._curves: dict[str, Sequence[Point]] = {}
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return room for four ticks."""
        return QSize(self._theme.size("pane_left"), self._theme.size("frame_height"))

    @property
    def curves(self) -> Mapping[str, Sequence[Point]]:
        """Return what is shown."""
        return self._curves

    def show_curves(self, curves: Mapping[str, Sequence[Point]]) -> None:
        """Show these points, of each curve in the order of the epochs."""
        self._curves = {name: tuple(points) for name, points in curves.items() if points}
        last = {name: points[-1][1] for name, points in self._curves.items()}
        self.setAccessibleDescription(", ".join(f"{name} {say_decimal(value, 2)}" for name, value in last.items()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lines across, their numbers, and the curves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font("font_small"))
        values = [value for points in self._curves.values() for _, value in points if math.isfinite(value)]
        if not values:
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("After the first epoch"))
            painter.end()
            return
        low, high, apart = axis(min(values), max(values))
        area = self._area(painter.fontMetrics())
        self._paint_axis(painter, area, low, high, apart)
        last = max(epochs for points in self._curves.values() for epochs, _ in points)
        for name, points in self._curves.items():
            placed = [_placed(area, epochs / max(last, 1), (value - low) / (high - low)) for epochs, value in points]
            self._paint_curve(painter, name, placed)
        self._paint_epochs(painter, area, last)
        painter.end()

    def _area(self, metrics: QFontMetrics) -> QRectF:
        step = self._theme.size("step")
        left = metrics.horizontalAdvance("000.00") + 2 * step
        return QRectF(self.rect()).adjusted(left, 2 * step, -2 * step, -(metrics.height() + 2 * step))

    def _paint_axis(self, painter: QPainter, area: QRectF, low: float, high: float, apart: float) -> None:
        step = self._theme.size("step")
        for number in range(round((high - low) / apart) + 1):
            value = low + number * apart
            y = _placed(area, 0, (value - low) / (high - low)).y()
            painter.setPen(QPen(self._theme.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._theme.colour("muted"))
            place = QRectF(0, y - 10, area.left() - step, 20)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, say_decimal(value, 2))

    def _paint_curve(self, painter: QPainter, name: str, placed: Sequence[QPointF]) -> None:
        colour = self._theme.colour(self._colours[name])
        painter.setPen(QPen(colour, LINE_PX))
        painter.drawPolyline(list(placed))
        if len(placed) <= DOTS_UP_TO:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for point in placed:
                painter.drawEllipse(point, 1.5 * LINE_PX, 1.5 * LINE_PX)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_epochs(self, painter: QPainter, area: QRectF, last: float) -> None:
        painter.setPen(self._theme.colour("muted"))
        below = QRectF(area.left(), area.bottom(), area.width(), self.height() - area.bottom())
        epochs = math.ceil(last)
        text = tr_count(epochs, "{n} epoch", "{n} epochs").format(n=say_number(epochs))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "0")


def axis(lowest: float, highest: float) -> tuple[float, float, float]:
    """Return where an axis begins and ends so that all values lie on it, and how far apart its lines are."""
    span = max(highest - lowest, abs(highest) * 1e-3, 1e-6)
    power = 10.0 ** math.floor(math.log10(span / TICKS))
    apart = next(nice * power for nice in NICE if nice * power * TICKS >= span)
    low = math.floor(lowest / apart) * apart
    high = max(math.ceil(highest / apart) * apart, low + apart)
    return low, high, apart


def _placed(area: QRectF, across: float, up: float) -> QPointF:
    return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())
