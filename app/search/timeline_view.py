"""When crops were seen, camera by camera: bars over time, and a brush that narrows the search to a part of it."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.footage.calendar_ticks import choose_step, ticks
from app.search.brush import Brush
from app.search.times import say_day, say_day_short
from app.theme.theme import Theme
from app.translate import say_number, tr
from engine.casework.coverage import Span
from engine.search.filters import Filters
from engine.search.timeline import Timeline

PARTS = 180  # the bars of a lane
DAY_S = 86_400
Painting = Callable[[QPainter, QRect, int], None]


class TimelineView(QWidget):
    """One lane for all cameras, or one for each.

    Dragging chooses a span, a double-click or Escape all of it; with the keys, arrows move, Shift widens and Enter
    chooses. A click on a camera's name, or Space, leaves the camera out or takes it in.
    """

    span_chosen = Signal(object, object)  # datetimes, or None and None for all
    camera_turned = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._theme = theme
        self._timeline: Timeline | None = None
        self._filters = Filters()
        self._zone: tzinfo = UTC
        self._by_camera = False
        self._brush = Brush(PARTS)
        self._lane = 0
        self._is_choosing = False  # a span is being dragged, or moved by keys
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self._fit()

    @property
    def lanes(self) -> tuple[str, ...]:
        """Return the cameras that have a lane of their own."""
        return self._timeline.cameras if self._timeline is not None and self._by_camera else ()

    def show_timeline(self, timeline: Timeline | None, filters: Filters, zone: tzinfo) -> None:
        """Show counts, and what the filters leave in; hidden where no crop has a time."""
        self._timeline, self._filters, self._zone = timeline, filters, zone
        if timeline is not None and not self._is_choosing:
            self._brush.show(self._part_of(filters.start), self._part_of(filters.end))
        self._fit()

    def show_lanes(self, by_camera: bool) -> None:
        """Show a lane for each camera, or one for all."""
        self._by_camera = by_camera
        self._lane = 0
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the lanes with the line of times below them."""
        return QSize(self._theme.size("start_column"), self._lanes_height() + self._theme.size("lane_axis"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag a span, or turn a camera."""
        x, y = int(event.position().x()), int(event.position().y())
        lane = y // self._lane_height()
        if x < self._bars().left():
            if lane < len(self.lanes):
                self.camera_turned.emit(self.lanes[lane])
            return
        self._is_choosing = True
        self._brush.begin(self._part_at(x))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the span; without a button, tell what lies under the mouse."""
        part = self._part_at(int(event.position().x()))
        if event.buttons() & Qt.MouseButton.LeftButton and self._brush.is_held:
            self._brush.reach(part)
            self.update()
        else:
            self.setToolTip(self._say_part(part))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Choose the span that was dragged; a click alone chooses nothing."""
        if self._brush.is_held:
            self._brush.release()
            self._choose() if self._brush.is_wide else self._forget_drag()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Choose all."""
        self._choose_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, widen, choose; or turn a camera."""
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -PARTS, Qt.Key.Key_End: PARTS}
        lanes = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            self._is_choosing = True
            self._brush.step(steps[key], keep=shift)
        elif key in lanes and self.lanes:
            self._lane = min(len(self.lanes) - 1, max(0, self._lane + lanes[key]))
        elif key == Qt.Key.Key_Space and self.lanes:
            self.camera_turned.emit(self.lanes[self._lane])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key == Qt.Key.Key_Escape:
            self._choose_all()
        else:
            super().keyPressEvent(event)
            return
        self._name()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keys stand."""
        super().focusInEvent(event)
        self._name()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lanes, brush and times."""
        if self._timeline is None:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font("font_small"))
        height = self._lane_height()
        if self.lanes:
            for lane, camera in enumerate(self.lanes):
                crops, best = self._timeline.crops[lane], self._timeline.best[lane]
                self._paint_name(painter, lane, camera)
                self._paint_bars(painter, QRect(0, lane * height, 0, height), crops, best, self._is_in(camera))
        else:
            crops, best = self._timeline.crops.sum(axis=0), self._timeline.best.sum(axis=0)
            self._paint_bars(painter, QRect(0, 0, 0, height), crops, best, is_in=True)
        self._paint_brush(painter)
        self._paint_axis(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter, lane: QRect, crops: np.ndarray, best: np.ndarray, is_in: bool) -> None:
        area = self._bars()
        most = float(max(1, crops.max(initial=0)))
        room, bottom = lane.height() - 3, lane.bottom() - 1
        grey, hot = self._theme.colour("line_strong"), self._theme.colour("accent")
        for colour in (grey, hot):
            colour.setAlphaF(1.0 if is_in else self._theme.share("left_out"))
        width = area.width() / PARTS
        painter.fillRect(QRectF(area.left(), bottom, area.width(), 1), self._theme.colour("line"))
        for part in np.flatnonzero(crops + best).tolist():
            left = area.left() + part * width
            # The root lets single crops be seen beside crowds.
            high = max(2.0, room * (float(crops[part]) / most) ** 0.5)
            painter.fillRect(QRectF(left, bottom - high, max(1.0, width - 1), high), grey)
            if best[part]:
                shown = max(3.0, min(high, room * (float(best[part]) / most) ** 0.5))
                painter.fillRect(QRectF(left, bottom - shown, max(1.0, width - 1), shown), hot)

    def _paint_name(self, painter: QPainter, lane: int, camera: str) -> None:
        height, step = self._lane_height(), self._theme.size("step")
        area = QRect(0, lane * height, self._bars().left() - 2 * step, height)
        mark = "✓ " if self._is_in(camera) else "– "
        painter.setPen(self._theme.colour("text" if self._is_in(camera) else "muted"))
        text = painter.fontMetrics().elidedText(mark + camera, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus() and lane == self._lane:
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            painter.drawRect(area.adjusted(0, 1, -1, -2))

    def _paint_brush(self, painter: QPainter) -> None:
        """Darken what is left out, and draw a line at both ends."""
        area, (first, last) = self._bars(), self._brush.span
        width = area.width() / PARTS
        left, right = area.left() + first * width, area.left() + (last + 1) * width
        height = self._lanes_height()
        if not self._brush.is_all:
            veil = self._theme.colour("window")
            veil.setAlphaF(self._theme.share("veil"))
            painter.fillRect(QRectF(area.left(), 0, left - area.left(), height), veil)
            painter.fillRect(QRectF(right, 0, area.right() + 1 - right, height), veil)
        if not self._brush.is_all or self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), self._theme.size("focus")))
            painter.drawRect(QRectF(left, 1, max(2.0, right - left), height - 2))

    def _paint_axis(self, painter: QPainter) -> None:
        span, area = self._span(), self._bars()
        axis = QRect(area.left(), self._lanes_height(), area.width(), self._theme.size("lane_axis"))
        painter.setPen(self._theme.colour("muted"))
        is_days = choose_step(span).total_seconds() >= DAY_S
        free_from = axis.left()
        for tick in ticks(span, self._zone):
            local = tick.astimezone(self._zone)
            text = say_day_short(local) if is_days else f"{local:%H:%M}"
            x = axis.left() + round((tick.timestamp() - span.start.timestamp()) / span.seconds * axis.width())
            width = painter.fontMetrics().horizontalAdvance(text)
            if x - width // 2 >= free_from and x + width // 2 <= axis.right():
                painter.drawText(x - width // 2, axis.bottom() - 2, text)
                free_from = x + width // 2 + 3 * self._theme.size("step")

    def _bars(self) -> QRect:
        """Return where the bars stand."""
        left = self._theme.size("lane_name") if self.lanes else 0
        return QRect(left, 0, max(1, self.width() - left), self._lanes_height())

    def _lane_height(self) -> int:
        return self._theme.size("lane_height") if self.lanes else self._theme.size("lane_alone")

    def _lanes_height(self) -> int:
        return self._lane_height() * max(1, len(self.lanes))

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.setVisible(self._timeline is not None)
        self._name()
        self.update()

    def _is_in(self, camera: str) -> bool:
        return self._filters.cameras is None or camera in self._filters.cameras

    def _part_at(self, x: int) -> int:
        area = self._bars()
        return min(PARTS - 1, max(0, (x - area.left()) * PARTS // area.width()))

    def _part_of(self, time: datetime | None) -> int | None:
        if time is None or self._timeline is None:
            return None
        share = (time.timestamp() - self._timeline.start) / (self._timeline.end - self._timeline.start)
        return min(PARTS - 1, max(0, int(share * PARTS)))

    def _time_of(self, part: float) -> datetime:
        assert self._timeline is not None
        seconds = self._timeline.start + (self._timeline.end - self._timeline.start) * part / PARTS
        return datetime.fromtimestamp(seconds, self._zone)

    def _span(self) -> Span:
        return Span(start=self._time_of(0).astimezone(UTC), end=self._time_of(PARTS).astimezone(UTC))

    def _choose(self) -> None:
        if self._timeline is None:
            return
        self._is_choosing = False
        if self._brush.is_all:
            self._choose_all()
            return
        first, last = self._brush.span
        self.span_chosen.emit(self._time_of(first), self._time_of(last + 1))

    def _choose_all(self) -> None:
        self._is_choosing = False
        self._brush.show(None, None)
        self.update()
        self.span_chosen.emit(None, None)

    def _forget_drag(self) -> None:
        self._is_choosing = False
        self._brush.show(self._part_of(self._filters.start), self._part_of(self._filters.end))
        self.update()

    def _say_part(self, part: int) -> str:
        if self._timeline is None:
            return ""
        crops, best = int(self._timeline.crops[:, part].sum()), int(self._timeline.best[:, part].sum())
        words = tr("{time}: {n} crops, {best} of the best")
        return words.format(time=self._say_time(self._time_of(part)), n=say_number(crops), best=say_number(best))

    def _say_time(self, time: datetime) -> str:
        return f"{say_day(time)}, {time:%H:%M:%S}"

    def _name(self) -> None:
        if self._timeline is None:
            return
        first, last = self._brush.span
        words = tr("Timeline, {first} to {last}").format(
            first=self._say_time(self._time_of(first)), last=self._say_time(self._time_of(last + 1))
        )
        if self.lanes:
            camera = self.lanes[self._lane]
            state = tr("considered") if self._is_in(camera) else tr("left out")
            words = f"{words}; {camera}: {state}"
        self.setAccessibleName(words)
