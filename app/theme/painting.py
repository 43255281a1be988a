"""Shapes that several painted widgets share."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.theme.theme import Theme


def drawn(size: QSize, ratio: float, draw: Callable[[QPainter], object]) -> QPixmap:
    """Return a picture of this size on a device of this pixel ratio, smooth, and clear where nothing is drawn."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return pixmap


def paint_frame(
    painter: QPainter, theme: Theme, rect: QRect, *, fill: str, has_focus: bool, line: str = "line"
) -> None:
    """Paint a rounded, filled rectangle; with focus its line is the focus ring."""
    width = theme.size("focus") if has_focus else 1
    painter.setPen(QPen(theme.colour("accent" if has_focus else line), width))
    painter.setBrush(theme.colour(fill))
    inset = width / 2
    area = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(area, theme.size("radius"), theme.size("radius"))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_pill(
    painter: QPainter, theme: Theme, rect: QRect, *, fill: str, line: str, has_focus: bool, is_dashed: bool = False
) -> None:
    """Paint a pill, its ends half circles; with focus its line is the text's colour, and thick."""
    width = theme.size("focus") if has_focus else 1
    pen = QPen(theme.colour("text" if has_focus else line), width)
    if is_dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme.colour(fill))
    area = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_swatch(painter: QPainter, theme: Theme, x: int, height: int, colour: str) -> None:
    """Paint a spot of a colour, in the middle of a height."""
    side = theme.size("swatch")
    painter.setPen(QPen(theme.colour("scroll_hover"), 1))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(x + 0.5, (height - side) / 2, side, side))
    painter.setBrush(Qt.BrushStyle.NoBrush)
