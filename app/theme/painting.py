"""Shapes that several painted widgets share."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.theme.theme import Theme


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
