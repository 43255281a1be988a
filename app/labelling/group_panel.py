"""The groups that are asked, at the side of the crop; the keys speak of one of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.labelling.answers import is_answered
from app.labelling.group_box import GroupBox
from app.theme.theme import Theme
from engine.attributes.schema import Group, Schema
from engine.gallery.records import LabelCount, Said

BUILT_AT_ONCE = 1  # of the groups; the others follow, one in each event


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
        self.boxes: list[GroupBox] = []  # of the first groups, in the end of all
        self._groups: Sequence[Group] = ()
        self._whole: Schema | None = None
        self._column = QVBoxLayout()
        self._place = 0
        self._words: Mapping[str, Said] = {}
        self._unkept: frozenset[str] = frozenset()
        self._counts: Mapping[str, LabelCount] = {}
        self._is_offered = True
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_next)
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
        return self._groups[self._place] if self._groups else None

    @property
    def is_whole(self) -> bool:
        """Return whether every group is there."""
        return len(self.boxes) == len(self._groups)

    def show_groups(self, groups: Sequence[Group], whole: Schema) -> None:
        """Ask these groups.

        Args:
            groups: without what is retired.
            whole: with it, for the keys.
        """
        holder = QWidget(objectName="scrolled")
        self._column = QVBoxLayout(holder)
        padding = self._theme.size("pane_padding")
        self._column.setContentsMargins(padding, padding, padding, padding)
        self._column.setSpacing(2 * self._theme.size("step"))
        self._column.addStretch(1)
        self.boxes, self._groups, self._whole, self._place = [], tuple(groups), whole, 0
        self._scroll.setWidget(holder)  # what was there before goes
        for _group in groups[:BUILT_AT_ONCE]:
            self._build_next()
        self._building.start()
        self.turned.emit()

    def show_words(self, words: Mapping[str, Said], unkept: frozenset[str] = frozenset()) -> None:
        """Show what was said."""
        self._words, self._unkept = words, unkept
        for place, box in enumerate(self.boxes):
            self._show_words_in(place, box)

    def show_counts(self, counts: Mapping[str, LabelCount]) -> None:
        """Show how many crops were labelled with each value."""
        self._counts = counts
        for box in self.boxes:
            box.show_counts(counts)

    def offer(self, is_offered: bool) -> None:
        """Offer to say something."""
        self._is_offered = is_offered
        for box in self.boxes:
            box.offer(is_offered)

    def turn(self, step: int) -> None:
        """Have the keys speak of the next group, or the one before."""
        if self._groups:
            self._turn_to((self._place + step) % len(self._groups))

    def turn_to_group(self, group: Group) -> None:
        """Have the keys speak of a group."""
        self._turn_to(next(place for place, known in enumerate(self._groups) if known.id == group.id))

    def turn_to_first(self) -> None:
        """Have the keys speak of the first group."""
        if self._groups:
            self._turn_to(0)

    def turn_to_open(self) -> bool:
        """Have the keys speak of the next group that is not answered; return whether there is one."""
        count = len(self._groups)
        for place in [(self._place + step) % count for step in range(count)]:
            if not is_answered(self._groups[place], self._words):
                self._turn_to(place)
                return True
        return False

    def _turn_to(self, place: int) -> None:
        while len(self.boxes) <= place:
            self._build_next()
        if place != self._place:
            self._place = place
            for number, box in enumerate(self.boxes):
                box.show_state(self._words, is_current=number == place)
            self.turned.emit()
        self._scroll.ensureWidgetVisible(self.boxes[place], 0, 2 * self._theme.size("step"))

    def _build_next(self) -> None:
        """Add the next group: all of them together would keep the window from its events too long."""
        place = len(self.boxes)
        if place == len(self._groups) or self._whole is None:
            self._building.stop()
            return
        group = self._groups[place]
        box = GroupBox(self._theme, group, self._whole.group(group.id))
        box.value_said.connect(self.value_said)
        box.rest_no_said.connect(self.rest_no_said)
        box.unsure_said.connect(self.unsure_said)
        box.wanted.connect(lambda _group: self._turn_to(place))
        box.show_counts(self._counts)
        box.offer(self._is_offered)
        self._show_words_in(place, box)
        self._column.insertWidget(place, box)
        self.boxes.append(box)

    def _show_words_in(self, place: int, box: GroupBox) -> None:
        box.show_words(self._words, self._unkept)
        box.show_state(self._words, is_current=place == self._place)
