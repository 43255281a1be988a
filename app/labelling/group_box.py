"""One group: its title, a chip for each value, and two more: nothing else of it holds, and it cannot be told."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.labelling.answers import is_answered
from app.labelling.label_chip import ChipText, LabelChip
from app.labelling.value_keys import REST_NO, UNSURE, keys_of
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.flow_layout import FlowLayout
from app.widgets.title_button import TitleButton
from engine.attributes.schema import AttributeId, Group
from engine.gallery.records import LabelCount, Said


class GroupTitle(TitleButton):
    """The group's title; a click has the keys speak of this group."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self._is_current = self._is_answered = False
        self._name()

    def show_state(self, *, is_current: bool, is_answered: bool) -> None:
        """Show whether the keys speak of this group, and whether it is answered."""
        if (is_current, is_answered) != (self._is_current, self._is_answered):
            self._is_current, self._is_answered = is_current, is_answered
            self._name()
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a bar where the keys are, the sign of an answer, and the title."""
        theme, step = self._theme, self._theme.size("step")
        painter = self._begin()
        if self._is_current:
            painter.fillRect(QRect(0, step, step, self.height() - 2 * step), theme.colour("accent"))
        painter.setFont(theme.font("font" if self._is_current else "font_small", bold=True))
        painter.setPen(theme.colour("text" if self._is_current else "muted"))
        text = f"{self.text()}  ✓" if self._is_answered else self.text()
        painter.drawText(self.rect().adjusted(3 * step, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _name(self) -> None:
        state = tr("answered") if self._is_answered else tr("not answered")
        keys = tr(", the keys speak of it") if self._is_current else ""
        self.setAccessibleName(f"{self.text()}, {state}{keys}")


class GroupBox(QWidget):
    """Shows the words of one crop, or those that several have in common."""

    wanted = Signal(object)  # Group: the keys are to speak of it
    value_said = Signal(object, str)  # Group, attribute id
    rest_no_said = Signal(object)  # Group
    unsure_said = Signal(object)  # Group

    def __init__(self, theme: Theme, group: Group, whole: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = group
        self.title = GroupTitle(theme, group.title)
        self.title.setObjectName(f"labelGroup-{group.id}")
        keys = keys_of(whole)
        self.chips: dict[AttributeId, LabelChip] = {}
        for attribute in group.attributes:
            key = keys.get(attribute.id, "")
            text = ChipText(label=attribute.short, name=attribute.label, swatch=attribute.swatch, key=key)
            self.chips[attribute.id] = chip = LabelChip(theme, text)
            chip.setObjectName(f"label-{attribute.id}")
            chip.clicked.connect(lambda _checked=False, id_=attribute.id: self.value_said.emit(self.group, id_))
        words = tr("none of these") if group.exclusive else tr("no to the rest")
        self.rest_chip = self._quiet_chip(theme, words, REST_NO)
        self.unsure_chip = self._quiet_chip(theme, tr("unsure"), UNSURE)
        self.rest_chip.clicked.connect(lambda: self.rest_no_said.emit(self.group))
        self.unsure_chip.clicked.connect(lambda: self.unsure_said.emit(self.group))
        self.title.clicked.connect(lambda: self.wanted.emit(self.group))
        self._lay_out(theme)

    def show_words(self, words: Mapping[str, Said], unkept: frozenset[str]) -> None:
        """Show what was said."""
        for attribute_id, chip in self.chips.items():
            chip.show_word(words.get(attribute_id), is_unkept=attribute_id in unkept)

    def show_state(self, words: Mapping[str, Said], *, is_current: bool) -> None:
        """Show whether the keys speak of this group, and whether it is answered."""
        self.title.show_state(is_current=is_current, is_answered=is_answered(self.group, words))
        for chip in (*self.chips.values(), self.rest_chip, self.unsure_chip):
            chip.show_key(is_current)

    def show_counts(self, counts: Mapping[str, LabelCount]) -> None:
        """Show how many crops were labelled with each value."""
        for attribute_id, chip in self.chips.items():
            count = counts.get(attribute_id)
            chip.show_count(0 if count is None else count.holds)

    def offer(self, is_offered: bool) -> None:
        """Offer to say something."""
        for chip in (*self.chips.values(), self.rest_chip, self.unsure_chip):
            chip.setEnabled(is_offered)

    def _quiet_chip(self, theme: Theme, words: str, key: str) -> LabelChip:
        name = f"{self.group.title}: {words}"
        return LabelChip(theme, ChipText(label=words, name=name, key=key, is_quiet=True))

    def _lay_out(self, theme: Theme) -> None:
        body = QWidget()
        flow = FlowLayout(theme.size("chip_gap"), body)
        flow.setContentsMargins(0, 0, 0, theme.size("step"))
        for chip in (*self.chips.values(), self.rest_chip, self.unsure_chip):
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("step") // 2)
        column.addWidget(self.title)
        column.addWidget(body)
