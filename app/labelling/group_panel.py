"""The groups that are asked, at the side of the crop; the keys speak of one of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.labelling.answers import is_answered
from app.labelling.group_box import GroupBox
from app.theme.theme import Theme
from engine.attributes.schema import Group, Schema
from engine.gallery.records import LabelCount, Said


class GroupPanel(QFrame):
    """Shows words; passes on what is clicked."""

    value_said = Signal(object, str)  # Group, attribute id
    rest_no_said = Signal(object)  # Group
    unsure_said = Signal(object)  # Group
    turned = Signal()  # the keys speak of another group

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rightPane")
        self._theme = theme
        self.boxes: list[GroupBox] = []
        self._place = 0
        self._words: Mapping[str, Said] = {}
        self._scroll = QScrollArea(widgetResizable=True, objectName="labelGroups")
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setFixedWidth(theme.size("pane_note"))

    @property
    def group(self) -> Group | None:
        """Return the group that the keys speak of."""
        return self.boxes[self._place].group if self.boxes else None

    def show_groups(self, groups: Sequence[Group], whole: Schema) -> None:
        """Ask these groups.

        Args:
            groups: without what is retired.
            whole: with it, for the keys.
        """
        holder = QWidget(objectName="scrolled")
        column = QVBoxLayout(holder)
        padding = self._theme.size("pane_padding")
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(2 * self._theme.size("step"))
        self.boxes = [GroupBox(self._theme, group, whole.group(group.id)) for group in groups]
        for place, box in enumerate(self.boxes):
            column.addWidget(box)
            box.value_said.connect(self.value_said)
            box.rest_no_said.connect(self.rest_no_said)
            box.unsure_said.connect(self.unsure_said)
            box.wanted.connect(lambda _group, place=place: self._turn_to(place))
        column.addStretch(1)
        self._scroll.setWidget(holder)  # what was there before goes
        self._place = 0
        self.turned.emit()

    def show_words(self, words: Mapping[str, Said], unkept: frozenset[str] = frozenset()) -> None:
        """Show what was said."""
        self._words = words
        for place, box in enumerate(self.boxes):
            box.show_words(words, unkept)
            box.show_state(words, is_current=place == self._place)

    def show_counts(self, counts: Mapping[str, LabelCount]) -> None:
        """Show how many crops were labelled with each value."""
        for box in self.boxes:
            box.show_counts(counts)

    def offer(self, is_offered: bool) -> None:
        """Offer to say something."""
        for box in self.boxes:
            box.offer(is_offered)

    def turn(self, step: int) -> None:
        """Have the keys speak of the next group, or the one before."""
        if self.boxes:
            self._turn_to((self._place + step) % len(self.boxes))

    def turn_to_group(self, group: Group) -> None:
        """Have the keys speak of a group."""
        self._turn_to(next(place for place, box in enumerate(self.boxes) if box.group.id == group.id))

    def turn_to_first(self) -> None:
        """Have the keys speak of the first group."""
        if self.boxes:
            self._turn_to(0)

    def turn_to_open(self) -> bool:
        """Have the keys speak of the next group that is not answered; return whether there is one."""
        count = len(self.boxes)
        for place in [(self._place + step) % count for step in range(count)]:
            if not is_answered(self.boxes[place].group, self._words):
                self._turn_to(place)
                return True
        return False

    def _turn_to(self, place: int) -> None:
        if place != self._place:
            self._place = place
            for number, box in enumerate(self.boxes):
                box.show_state(self._words, is_current=number == place)
            self.turned.emit()
        self._scroll.ensureWidgetVisible(self.boxes[place], 0, 2 * self._theme.size("step"))
