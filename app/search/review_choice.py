"""Which review states are considered: a tick for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.search.review_words import say_state
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label
from engine.gallery.records import ReviewState


class ReviewChoice(QWidget):
    """All states, until some are ticked off."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(horizontalSpacing=3 * theme.size("step"), verticalSpacing=0)
        self.boxes: dict[ReviewState, QCheckBox] = {}
        for place, state in enumerate(ReviewState):
            box = QCheckBox(say_state(state), checked=True)
            box.toggled.connect(self.changed)
            grid.addWidget(box, place // 2, place % 2)
            self.boxes[state] = box
        column = QVBoxLayout(self)
        column.setSpacing(theme.size("step"))
        column.addWidget(label(tr("Reviews"), "section"))
        column.addLayout(grid)

    @property
    def chosen(self) -> frozenset[ReviewState] | None:
        """Return the states that are considered, or None for all."""
        ticked = frozenset(state for state, box in self.boxes.items() if box.isChecked())
        return None if len(ticked) == len(self.boxes) else ticked

    def choose(self, states: frozenset[ReviewState] | None) -> None:
        """Tick these states, None for all, without telling."""
        for state, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(states is None or state in states)
            box.blockSignals(False)

    def in_words(self) -> str:
        """Return the choice as it stands on the button, "" for all."""
        chosen = self.chosen
        if chosen is None:
            return ""
        words = [say_state(state).lower() for state in self.boxes if state in chosen]
        left_out = [say_state(state).lower() for state in self.boxes if state not in chosen]
        if len(left_out) == 1:
            return tr("not {state}").format(state=left_out[0])
        return tr(" or ").join(words) if words else tr("no review state")
