"""The marks that say how a crop stands to what was asked, by sign and colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from app.theme.painting import drawn
from app.theme.theme import Theme
from app.theme.tokens import Tone
from engine.search.evidence import Band, Verdict

VERDICT_COLOURS = {
    Verdict.AGREES: "agrees",
    Verdict.CONTRADICTS: "contradicts",
    Verdict.CANNOT_TELL: "cannot_tell",
}
BAND_COLOURS = {Band.STRONG: "agrees", Band.FAIR: "cannot_tell", Band.WEAK: "muted"}


class Marks:
    """The marks as pictures, each drawn once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[Tone, Verdict, float], QPixmap] = {}

    def pixmap(self, verdict: Verdict, ratio: float) -> QPixmap:
        """Return a mark for a device of this pixel ratio."""
        key = self._theme.tokens.tone, verdict, ratio
        if key not in self._drawn:
            side, theme = self._theme.size("mark"), self._theme
            area = QRectF(0, 0, side, side)
            self._drawn[key] = drawn(
                QSize(side, side), ratio, lambda painter: paint_mark(painter, theme, area, verdict)
            )
        return self._drawn[key]


def paint_mark(painter: QPainter, theme: Theme, area: QRectF, verdict: Verdict) -> None:
    """Paint a square with a tick, a cross or a question mark in it."""
    colour = VERDICT_COLOURS[verdict]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{colour}_fill"))
    painter.drawRoundedRect(area, theme.size("radius_small"), theme.size("radius_small"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour(colour), area.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _SIGNS[verdict](painter, theme, area)


def _paint_tick(painter: QPainter, _theme: Theme, area: QRectF) -> None:
    painter.drawPolyline(QPolygonF([_at(area, 0.28, 0.54), _at(area, 0.44, 0.69), _at(area, 0.73, 0.34)]))


def _paint_cross(painter: QPainter, _theme: Theme, area: QRectF) -> None:
    painter.drawLine(_at(area, 0.33, 0.33), _at(area, 0.67, 0.67))
    painter.drawLine(_at(area, 0.67, 0.33), _at(area, 0.33, 0.67))


def _paint_question(painter: QPainter, theme: Theme, area: QRectF) -> None:
    painter.setFont(theme.font("font_small", bold=True))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "?")


def _at(area: QRectF, across: float, down: float) -> QPointF:
    return QPointF(area.x() + across * area.width(), area.y() + down * area.height())


_SIGNS = {
    Verdict.AGREES: _paint_tick,
    Verdict.CONTRADICTS: _paint_cross,
    Verdict.CANNOT_TELL: _paint_question,
}
