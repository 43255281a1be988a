"""Which part of a frame is in sight: reckoned, without a widget."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

LARGEST = 24.0
STEP = 1.25  # of one turn of the wheel, or one press of a key
PERSON_SHARE = 0.86  # of the view that a person fills


@dataclass(frozen=True, slots=True)
class FrameZoom:
    """How a picture lies in a view.

    Attributes:
        factor: 1 where the whole picture just fits; never below.
        centre_x: which point of the picture lies in the middle of the view, 0 to 1 across it.
        centre_y: the same, down.
    """

    factor: float = 1.0
    centre_x: float = 0.5
    centre_y: float = 0.5

    def area(self, view: QSizeF, picture: QSizeF) -> QRectF:
        """Return where the whole picture lies, in the view's pixels; no edge of it leaves an empty border."""
        fit = min(view.width() / picture.width(), view.height() / picture.height())
        width, height = picture.width() * fit * self.factor, picture.height() * fit * self.factor
        left = _placed(view.width(), width, self.centre_x)
        top = _placed(view.height(), height, self.centre_y)
        return QRectF(left, top, width, height)

    def zoomed(self, by: float, at: QPointF, view: QSizeF, picture: QSizeF) -> "FrameZoom":
        """Return the zoom that is `by` times as large; what lies at the point of the view stays there."""
        before = self.area(view, picture)
        factor = min(LARGEST, max(1.0, self.factor * by))
        grown = factor / self.factor
        left = at.x() - (at.x() - before.left()) * grown
        top = at.y() - (at.y() - before.top()) * grown
        return FrameZoom(
            factor,
            (view.width() / 2 - left) / (before.width() * grown),
            (view.height() / 2 - top) / (before.height() * grown),
        )

    def moved(self, by: QPointF, view: QSizeF, picture: QSizeF) -> "FrameZoom":
        """Return the zoom with the picture moved by so many pixels of the view, as far as it goes."""
        area = self.area(view, picture).translated(by)
        centre_x = (view.width() / 2 - area.left()) / area.width()
        centre_y = (view.height() / 2 - area.top()) / area.height()
        there = FrameZoom(self.factor, centre_x, centre_y).area(view, picture)
        return FrameZoom(
            self.factor,
            (view.width() / 2 - there.left()) / there.width(),
            (view.height() / 2 - there.top()) / there.height(),
        )

    @classmethod
    def around(cls, box: QRectF, view: QSizeF, picture: QSizeF) -> "FrameZoom":
        """Return the zoom that shows a box, in the picture's pixels, as large as it fits with some room."""
        fit = min(view.width() / picture.width(), view.height() / picture.height())
        wanted = PERSON_SHARE * min(view.width() / box.width(), view.height() / box.height()) / fit
        factor = min(LARGEST, max(1.0, wanted))
        return cls(factor, box.center().x() / picture.width(), box.center().y() / picture.height())


def _placed(room: float, length: float, centre: float) -> float:
    """Return where a length begins whose point `centre` is to lie in the middle of the room."""
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, room / 2 - centre * length))
