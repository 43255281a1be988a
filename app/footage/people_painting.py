"""How people and zones are painted over a frame: what counts, what does not, and why, by line, sign and words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from app.footage.preview_words import say_reason, say_zone
from app.footage.previewed_people import SeenPerson
from app.theme.theme import Theme
from app.translate import say_decimal
from engine.detection.ignore_zone import Corner, IgnoreZone
from engine.detection.settings import LeftOut

ZONE_COLOUR = "ignored"


class PeoplePainter:
    """Paints into the area of a frame.

    Args:
        painter: in the pixels of the widget.
        theme: colours and sizes.
        area: where the frame is painted.
    """

    def __init__(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        self._painter = painter
        self._theme = theme
        self._area = area

    def paint_people(self, people: Sequence[tuple[SeenPerson, LeftOut | None]], frame_px: tuple[int, int]) -> None:
        """Paint boxes: solid with the score for who is taken, broken with the reason for who is not."""
        across, down = self._area.width() / frame_px[0], self._area.height() / frame_px[1]
        for person, reason in sorted(people, key=lambda pair: pair[1] is None):  # who is taken lies on top
            box = person.box
            rect = QRectF(self._area.x() + box.x * across, self._area.y() + box.y * down, box.w * across, box.h * down)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in (*([self._halo_pen()] if reason is None else []), self._box_pen(reason)):
                self._painter.setPen(pen)
                self._painter.drawRect(rect)
            if reason is None:
                self._badge(rect.topLeft(), say_decimal(person.score, 2))
            elif reason is not LeftOut.UNSURE:  # there are many, and their dotted boxes say enough
                self._badge(rect.topLeft(), say_reason(reason))

    def paint_zones(self, zones: Sequence[IgnoreZone], chosen: int | None) -> None:
        """Paint the zones hatched, each with its name; the chosen one is filled too."""
        for place, zone in enumerate(zones):
            outline = QPolygonF([self._at(corner) for corner in zone.corners])
            colour = self._theme.colour(ZONE_COLOUR)
            self._painter.setPen(QPen(colour, self._theme.size("focus")))
            fill = self._theme.colour(ZONE_COLOUR)
            fill.setAlphaF(self._theme.share("zone_fill"))
            self._painter.setBrush(QBrush(fill, Qt.BrushStyle.BDiagPattern))
            self._painter.drawPolygon(outline)
            if place == chosen:
                fill.setAlphaF(self._theme.share("zone_chosen"))
                self._painter.setBrush(fill)
                self._painter.drawPolygon(outline)
            self._badge(outline.boundingRect().topLeft(), say_zone(place))

    def paint_drawing(self, corners: Sequence[Corner], pointer: Corner | None) -> None:
        """Paint the corners that stand, and the line to where the next would be."""
        pen = QPen(self._theme.colour(ZONE_COLOUR), self._theme.size("focus"))
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [self._at(corner) for corner in corners]
        self._painter.drawPolyline(QPolygonF(points))
        if points and pointer is not None:
            pen.setStyle(Qt.PenStyle.DashLine)
            self._painter.setPen(pen)
            self._painter.drawLine(points[-1], self._at(pointer))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour(ZONE_COLOUR))
        radius = self._theme.size("step")
        for point in points:
            self._painter.drawEllipse(point, radius, radius)

    def paint_pointer(self, pointer: Corner) -> None:
        """Paint the cross that the arrow keys move."""
        at, arm = self._at(pointer), 3 * self._theme.size("step")
        for colour, width in (("badge", 2 * self._theme.size("focus")), (ZONE_COLOUR, self._theme.size("focus"))):
            self._painter.setPen(QPen(self._theme.colour(colour), width))
            self._painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
            self._painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))

    def _at(self, corner: Corner) -> QPointF:
        x, y = corner
        return QPointF(self._area.x() + x * self._area.width(), self._area.y() + y * self._area.height())

    def _halo_pen(self) -> QPen:
        colour = self._theme.colour("badge")
        colour.setAlphaF(self._theme.share("box_halo"))
        return QPen(colour, 2 * self._theme.size("focus"))

    def _box_pen(self, reason: LeftOut | None) -> QPen:
        if reason is None:
            return QPen(self._theme.colour("found"), self._theme.size("focus"))
        dots = Qt.PenStyle.DotLine if reason is LeftOut.UNSURE else Qt.PenStyle.DashLine
        return QPen(self._theme.colour("on_badge"), 1, dots)

    def _badge(self, corner: QPointF, text: str) -> None:
        """Paint a word on a dark ground, above the corner where there is room."""
        self._painter.setFont(self._theme.font("font_small"))
        height, padding = self._theme.size("badge_height"), self._theme.size("step")
        width = self._painter.fontMetrics().horizontalAdvance(text) + 2 * padding
        x = min(max(corner.x(), self._area.left()), self._area.right() - width)
        y = corner.y() - height if corner.y() - height >= self._area.top() else corner.y()
        ground = self._theme.colour("badge")
        ground.setAlphaF(self._theme.share("badge_opacity"))
        self._painter.fillRect(QRectF(x, y, width, height), ground)
        self._painter.setPen(self._theme.colour("on_badge"))
        self._painter.drawText(QRectF(x, y, width, height), Qt.AlignmentFlag.AlignCenter, text)
