"""The keys of the page, as actions: the help reads them there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.labelling import value_keys
from app.labelling.value_keys import VALUE_KEYS
from app.translate import tr
from engine.attributes.schema import AttributeId, Group

_PAGE, _STAGE = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut


class LabelActions(QObject):
    """Letters and digits work wherever the focus is on the page; arrows where nothing else needs them.

    Args:
        page: on which the actions work while it is shown.
        stage: the part of it on which arrows do.
    """

    value_said = Signal(str)  # attribute id of the group that the keys speak of
    rest_no_said = Signal()
    unsure_said = Signal()
    accepted = Signal()
    next_wanted = Signal()
    back_wanted = Signal()
    skip_wanted = Signal()
    guess_wanted = Signal()
    whole_track_turned = Signal()
    to_track_wanted = Signal()
    group_wanted = Signal(int)  # 1 for the next, -1 for the one before
    mate_wanted = Signal(int)  # of the track: 1 for the next, -1 for the one before
    many_turned = Signal()

    def __init__(self, page: QWidget, stage: QWidget) -> None:
        super().__init__(page)
        self._page, self._stage = page, stage
        self._values = [self._value_action() for _ in VALUE_KEYS]
        self._add(page, tr("Label: nothing else of the group holds"), [value_keys.REST_NO], self.rest_no_said.emit)
        self._add(page, tr("Label: it cannot be told"), [value_keys.UNSURE], self.unsure_said.emit)
        accept = tr("Make the model's guesses yours, else go to the next crop")
        self._add(page, accept, ["Return", "Enter"], self.accepted.emit)
        self._add(page, tr("Skip this crop"), [value_keys.SKIP], self.skip_wanted.emit)
        self._add(page, tr("Fill in the model's guess"), [value_keys.GUESS], self.guess_wanted.emit)
        whole = tr("Label whole tracks, or single crops again")
        self._add(page, whole, [value_keys.WHOLE_TRACK], self.whole_track_turned.emit)
        self._add(page, tr("The same for the whole track"), [value_keys.TO_TRACK], self.to_track_wanted.emit)
        self._add(page, tr("One crop, or many at once"), ["Ctrl+G"], self.many_turned.emit)
        self.arrows = [
            self._add(stage, tr("The next crop"), ["Right"], self.next_wanted.emit),
            self._add(stage, tr("The crop before"), ["Left"], self.back_wanted.emit),
            self._add(stage, tr("The next group"), ["Down"], lambda: self.group_wanted.emit(1)),
            self._add(stage, tr("The group before"), ["Up"], lambda: self.group_wanted.emit(-1)),
        ]
        self._add(page, tr("The next group"), ["Ctrl+Down"], lambda: self.group_wanted.emit(1))
        self._add(page, tr("The group before"), ["Ctrl+Up"], lambda: self.group_wanted.emit(-1))
        self._add(stage, tr("The next crop of the track"), ["."], lambda: self.mate_wanted.emit(1))
        self._add(stage, tr("The crop of the track before"), [","], lambda: self.mate_wanted.emit(-1))

    def show_group(self, group: Group, keys: dict[AttributeId, str]) -> None:
        """Have the keys speak of a group."""
        for action in self._values:
            action.setShortcuts([])
        for action, attribute in zip(self._values, group.attributes, strict=False):
            action.setData(attribute.id)
            action.setText(tr("Label: {name}").format(name=attribute.label))
            if attribute.id in keys:
                action.setShortcut(QKeySequence(keys[attribute.id]))

    def _value_action(self) -> QAction:
        action = self._add(self._page, "", (), lambda: self.value_said.emit(action.data()))
        return action

    def _add(self, owner: QWidget, text: str, keys: Sequence[str], act: Callable[[], object]) -> QAction:
        action = QAction(text, owner)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(_PAGE if owner is self._page else _STAGE)
        action.setAutoRepeat(owner is not self._page)
        action.triggered.connect(act)
        owner.addAction(action)
        return action
