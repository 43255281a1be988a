"""One group of the schema: a head that folds, and the chips below it."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.search.attribute_chip import AttributeChip
from app.search.description import Tick
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.flow_layout import FlowLayout
from app.widgets.title_button import TitleButton
from engine.attributes.schema import AttributeId, Group
from engine.registry.attribute_figures import AttributeFigures


class GroupHead(TitleButton):
    """The group's title with a line to the pane's edge; folds and unfolds."""

    def __init__(self, theme: Theme, icons: Icons, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self._icons = icons
        self._ticked = 0
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._name)
        self._name()

    def show_ticked(self, count: int) -> None:
        """Show how many attributes of the group are ticked, for while it is folded."""
        if count == self._ticked:
            return
        self._ticked = count
        self._name()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrow, title and line."""
        theme, step = self._theme, self._theme.size("step")
        painter = self._begin()
        lit = "text" if self.underMouse() else "muted"
        side = 3 * step
        arrow = self._icons.pixmap(
            "chevron-down" if self.isChecked() else "chevron-right", lit, side, self.devicePixelRatioF()
        )
        painter.drawPixmap(step, (self.height() - side) // 2, arrow)
        font = theme.font("font_small", bold=True)
        painter.setFont(font)
        painter.setPen(theme.colour(lit))
        text = self._shown_text()
        left = 2 * step + side
        painter.drawText(QRect(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        self._paint_line(painter, left + QFontMetrics(font).horizontalAdvance(text) + 2 * step)
        painter.end()

    def _paint_line(self, painter: QPainter, x: int) -> None:
        middle, end = self.height() // 2, self.width() - self._theme.size("step")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        if end > x:
            painter.drawLine(QPoint(x, middle), QPoint(end, middle))

    def _shown_text(self) -> str:
        return f"{self.text()} · {self._ticked}" if self._ticked else self.text()

    def _name(self) -> None:
        state = tr("unfolded") if self.isChecked() else tr("folded")
        self.setAccessibleName(
            tr("{title}, {n} ticked, {state}").format(title=self.text(), n=self._ticked, state=state)
        )


class AttributeGroup(QWidget):
    """A group with its chips; figures: what the model's card says of attributes."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        group: Group,
        figures: Mapping[AttributeId, AttributeFigures],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.group = group
        self.head = GroupHead(theme, icons, group.title)
        self.head.setObjectName(f"group-{group.id}")
        self.chips = {one.id: AttributeChip(theme, one, figures.get(one.id)) for one in group.attributes}
        self._body = QWidget()
        flow = FlowLayout(theme.size("chip_gap"), self._body)
        flow.setContentsMargins(0, 0, 0, theme.size("step"))
        for chip in self.chips.values():
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step") // 2)
        column.addWidget(self.head)
        column.addWidget(self._body)
        self.head.toggled.connect(self._body.setVisible)
        self._body.hide()

    def show_ticks(self, ticks: Mapping[AttributeId, Tick]) -> None:
        """Show the states of the group's attributes."""
        for attribute_id, chip in self.chips.items():
            chip.show_tick(ticks.get(attribute_id, Tick.ANY))
        self.head.show_ticked(sum(1 for attribute_id in self.chips if attribute_id in ticks))

    def show_matches(self, matches: frozenset[AttributeId] | None) -> None:
        """Show only the attributes that match; None shows all, folded or unfolded as before."""
        for attribute_id, chip in self.chips.items():
            chip.setVisible(matches is None or attribute_id in matches)
        any_match = matches is None or not matches.isdisjoint(self.chips)
        self.setVisible(any_match)
        self._body.setVisible(self.head.isChecked() if matches is None else any_match)
