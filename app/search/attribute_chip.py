"""One attribute as a chip: any, has, has not, prefers; said by mark, line and colour."""

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QBrush, QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from app.search.description import Tick
from app.theme.kept_picture import KeptPicture
from app.theme.painting import paint_pill, paint_swatch
from app.theme.theme import Theme
from app.translate import say_decimal, say_number, tr
from engine.attributes.schema import Attribute
from engine.registry.attribute_figures import AttributeFigures

MARKS = {Tick.ANY: "", Tick.HAS: "✓", Tick.NOT: "–", Tick.PREFERS: "★"}
RARE = 0.01  # of the pictures that were learned from
LEAST_TESTED = 10  # pictures of each answer, or a measure is chance
_COLOURS = {  # fill, line, text
    Tick.ANY: ("chip", "line", "text"),
    Tick.HAS: ("accent_fill", "accent", "text"),
    Tick.NOT: ("contradicts_fill", "contradicts", "contradicts"),
    Tick.PREFERS: ("panel", "accent", "text"),
}


class AttributeChip(QAbstractButton):
    """Click or Space goes to the next state, Alt-click or P prefers, the context menu has all four.

    Its width leaves room for the mark in every state, so that nothing moves under the pointer. A small bar says how
    well the model tells the attribute: full where it is always right, empty where it guesses, dotted where it learned
    from few pictures.

    Args:
        theme: its look.
        attribute: with its label in the user's language.
        figures: what the model's card says of it; None shows no bar.
        parent: the group.
    """

    cycle_wanted = Signal(str)
    tick_wanted = Signal(str, object)  # attribute id, Tick

    def __init__(
        self,
        theme: Theme,
        attribute: Attribute,
        figures: AttributeFigures | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures = figures
        self._kept = KeptPicture(self, theme)
        self.attribute = attribute
        self._tick: Tick | None = None  # none is shown yet
        self.setObjectName(f"chip-{attribute.id}")
        self.setText(attribute.short)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.cycle_wanted.emit(attribute.id))
        said = [attribute.label] if attribute.label != attribute.short else []
        said += [say_figures(figures)] if figures is not None else []
        self.setToolTip("\n".join(said))
        self.setAccessibleDescription("" if figures is None else say_figures(figures))
        self.show_tick(Tick.ANY)

    @property
    def tick(self) -> Tick:
        """Return the state that is shown."""
        return self._tick or Tick.ANY

    def show_tick(self, tick: Tick) -> None:
        """Show a state; painted and told anew only where it is another."""
        if tick is self._tick:
            return
        self._tick = tick
        self.setAccessibleName(f"{self.attribute.label}: {say_tick(tick)}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the widest state."""
        theme = self._theme
        width = QFontMetrics(theme.font(bold=True)).horizontalAdvance(self.text()) + self._mark_width()
        if self.attribute.swatch is not None:
            width += theme.size("swatch") + theme.size("swatch_gap")
        return QSize(width + 2 * theme.size("chip_padding"), theme.size("chip_height"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take P for "prefer"."""
        if event.key() == Qt.Key.Key_P and not event.modifiers():
            self._toggle_preference()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click with Alt for "prefer"."""
        is_alt_click = event.modifiers() & Qt.KeyboardModifier.AltModifier and self.isDown()
        if is_alt_click and event.button() == Qt.MouseButton.LeftButton and self.hitButton(event.position().toPoint()):
            self.setDown(False)
            self._toggle_preference()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the four states by name."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for tick in Tick:
            action = menu.addAction(f"{MARKS[tick]} {say_tick(tick)}".strip())
            action.triggered.connect(lambda _checked, tick=tick: self.tick_wanted.emit(self.attribute.id, tick))
        menu.popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, swatch, mark and name."""
        self._kept.paint((self.tick, self.underMouse(), self.hasFocus()), self._draw)

    def _draw(self, painter: QPainter) -> None:
        self._paint_pill(painter)
        self._paint_quality(painter)
        self._paint_content(painter)

    def _toggle_preference(self) -> None:
        wanted = Tick.ANY if self.tick is Tick.PREFERS else Tick.PREFERS
        self.tick_wanted.emit(self.attribute.id, wanted)

    def _mark_width(self) -> int:
        return QFontMetrics(self._theme.font(bold=True)).horizontalAdvance("★") + self._theme.size("step") // 2

    def _paint_pill(self, painter: QPainter) -> None:
        fill, line, _ = _COLOURS[self.tick]
        if self.underMouse() and self.tick is Tick.ANY:
            fill, line = "chip_hover", "line_strong"
        is_dashed = self.tick is Tick.PREFERS
        paint_pill(
            painter, self._theme, self.rect(), fill=fill, line=line, has_focus=self.hasFocus(), is_dashed=is_dashed
        )

    def _paint_quality(self, painter: QPainter) -> None:
        """Paint the bar along the lower edge, where it is straight."""
        quality = quality_of(self._figures)
        if quality is None:
            return
        thick, step = self._theme.size("quality_bar"), self._theme.size("step")
        bar = QRectF(3 * step, self.height() - thick - step // 2, self.width() - 6 * step, thick)
        painter.fillRect(bar, self._theme.colour("line_strong"))
        told = QRectF(bar.topLeft(), QSizeF(quality * bar.width(), thick))
        is_rare = self._figures is not None and self._figures.support < RARE * self._figures.known
        pattern = Qt.BrushStyle.Dense4Pattern if is_rare else Qt.BrushStyle.SolidPattern
        painter.fillRect(told, QBrush(self._theme.colour("muted"), pattern))

    def _paint_content(self, painter: QPainter) -> None:
        font = self._theme.font(bold=self.tick in (Tick.HAS, Tick.PREFERS))
        font.setStrikeOut(self.tick is Tick.NOT)
        metrics = QFontMetrics(font)
        mark_width = self._mark_width() if MARKS[self.tick] else 0
        swatch = self._theme.size("swatch") + self._theme.size("swatch_gap") if self.attribute.swatch is not None else 0
        x = (self.width() - metrics.horizontalAdvance(self.text()) - mark_width - swatch) // 2
        if self.attribute.swatch is not None:
            paint_swatch(painter, self._theme, x, self.height(), self.attribute.swatch)
        painter.setPen(self._theme.colour(_COLOURS[self.tick][2]))
        if mark_width:
            painter.setFont(self._theme.font(bold=True))
            painter.drawText(QRect(x + swatch, 0, mark_width, self.height()), _LEFT, MARKS[self.tick])
        painter.setFont(font)
        painter.drawText(QRect(x + swatch + mark_width, 0, self.width(), self.height()), _LEFT, self.text())


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def say_tick(tick: Tick) -> str:
    """Return a state in words."""
    return {
        Tick.ANY: tr("anything"),
        Tick.HAS: tr("has"),
        Tick.NOT: tr("has not"),
        Tick.PREFERS: tr("preferably"),
    }[tick]


def quality_of(figures: AttributeFigures | None) -> float | None:
    """Return how much better than guessing an attribute is told, 0 to 1; None where that is not known."""
    if figures is None or figures.ma is None or figures.tested < LEAST_TESTED:
        return None
    return min(1.0, max(0.0, figures.ma / 50 - 1))


def say_figures(figures: AttributeFigures) -> str:
    """Return in words how well an attribute is told, and from how many pictures that was learned."""
    if quality_of(figures) is None:
        quality = tr("quality not known: too few pictures to measure it on")
    else:
        quality = tr("quality {n} %, where 50 % is guessing").format(n=say_decimal(figures.ma, 0))
    learned = tr("learned from {n} of {all} pictures")
    return f"{quality}; {learned.format(n=say_number(figures.support), all=say_number(figures.known))}"
