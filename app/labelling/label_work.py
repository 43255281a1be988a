"""Where labels are given: one crop or many, and the groups at their side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.labelling.answering import Answering
from app.labelling.answers import is_answered, words_in_common
from app.labelling.batch_view import BatchView
from app.labelling.group_panel import GroupPanel
from app.labelling.label_actions import LabelActions
from app.labelling.label_desk import LabelDesk
from app.labelling.stage import Stage
from app.labelling.value_keys import keys_of
from app.theme.theme import Theme
from engine.attributes.schema import Group
from engine.gallery.records import CropId

BATCH = 40  # crops that are shown together
AHEAD = 6  # pictures that are read before they are at hand


class LabelWork(QWidget):
    """Has the newest words shown, and goes on by itself once all that is asked is answered."""

    many_turned = Signal(bool)

    def __init__(
        self, theme: Theme, desk: LabelDesk, stage: Stage, batch: BatchView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stage, self.batch = stage, batch
        self.panel = GroupPanel(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(stage)
        self._stack.addWidget(batch)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("centre_padding"))
        row.addWidget(self._stack, 1)
        row.addWidget(self.panel)

    @property
    def is_many(self) -> bool:
        """Return whether many crops are at hand."""
        return self._stack.currentWidget() is self.batch

    def connect_to(self, answering: Answering, keys: LabelActions) -> None:
        """Follow what is said and pressed."""
        self._keys, self._answering = keys, answering
        desk, stage, panel = self._desk, self.stage, self.panel
        desk.asked_changed.connect(self._show_asked)
        desk.moved.connect(self._arrive)
        desk.sheets.came.connect(self.show_all)
        desk.saying.changed.connect(self._show_said)
        desk.saying.turned_to.connect(self._turn_to)
        desk.progressed.connect(lambda: panel.show_counts(desk.counts))
        answering.answered.connect(self._after_answer)
        panel.turned.connect(self._show_keys)
        panel.value_said.connect(answering.say_value)
        panel.rest_no_said.connect(answering.say_rest_no)
        panel.unsure_said.connect(answering.say_unsure)
        stage.strip.chosen.connect(desk.go_to)
        self.batch.next_wanted.connect(self._next_batch)
        self.batch.choice_changed.connect(self.show_all)
        self.batch.opened.connect(self.open_alone)
        keys.group_wanted.connect(panel.turn)
        keys.mate_wanted.connect(self._go_beside)
        keys.accepted.connect(self._accept)
        keys.many_turned.connect(lambda: self.turn_many(not self.is_many))

    def targets(self) -> Sequence[CropId]:
        """Return the crops that are labelled: the chosen ones, or the one at hand."""
        if self.is_many:
            return self.batch.chosen
        return [] if self._desk.current is None else [self._desk.current]

    def turn_many(self, is_many: bool) -> None:
        """Show one crop at a time, or many at once."""
        if is_many != self.is_many:
            self._stack.setCurrentWidget(self.batch if is_many else self.stage)
            for action in self._keys.arrows:
                action.setEnabled(not is_many)
            self._desk.takes_batches = is_many
            self.batch.show_batch([])
            self._desk.begin()  # who is at hand and not labelled comes again
            self.many_turned.emit(is_many)
        self.take_focus()

    def say_by_key(self, say: Callable[[Group], object]) -> None:
        """Say something of the group that the keys speak of."""
        if self.panel.group is not None:
            say(self.panel.group)

    def skip(self) -> None:
        """Pass the crop at hand over for good."""
        if not self.is_many:
            self._desk.skip()

    def open_alone(self, crop_id: CropId) -> None:
        """Have a crop at hand, for itself."""
        self.turn_many(False)
        self._desk.go_to(crop_id)

    def take_focus(self) -> None:
        """Have the keyboard's focus where the crops are."""
        (self.batch.view if self.is_many else self.stage.picture).setFocus()

    def show_all(self) -> None:
        """Show what is known of who is at hand."""
        desk = self._desk
        if self.is_many:
            self.batch.crops.tell(self.batch.crops.crop_ids)
        else:
            sheet = None if desk.current is None else desk.sheets.sheet(desk.current)
            self.stage.show_crop(desk.current, sheet, desk.run.coming(AHEAD))
            track = () if sheet is None else sheet.track
            answered = frozenset(crop_id for crop_id in track if self._is_answered(crop_id))
            self.stage.strip.show_track(track, desk.current, answered, 0 if sheet is None else sheet.of_track)
        self._show_words()

    def _show_asked(self) -> None:
        if self._desk.kept is not None:
            self.panel.show_groups(self._desk.groups, self._desk.kept.schema)
            self.panel.show_counts(self._desk.counts)
            self.show_all()

    def _show_words(self) -> None:
        book, targets = self._desk.book, self.targets()
        words = words_in_common([book.words(crop_id) for crop_id in targets])
        self.panel.show_words(words, frozenset().union(*(book.unkept_of(crop_id) for crop_id in targets)))

    def _arrive(self) -> None:
        """Show who is at hand now, the keys speaking of the first group that is not answered."""
        if self.is_many:
            if not self.batch.crops.crop_ids:
                self._next_batch()
            return
        self.show_all()
        self.panel.turn_to_first()
        self.panel.turn_to_open()

    def _show_said(self, crop_ids: Sequence[CropId]) -> None:
        if self.is_many:
            self.batch.crops.tell(crop_ids)
            self._show_words()
        else:
            self.show_all()

    def _show_keys(self) -> None:
        group, kept = self.panel.group, self._desk.kept
        if group is not None and kept is not None:
            self._keys.show_group(group, keys_of(kept.schema.group(group.id)))
        self.batch.show_group(group)

    def _after_answer(self, group: Group) -> None:
        """Go to the next group, or the next crop, once this one is answered."""
        if self.is_many:
            return
        self.panel.turn_to_group(group)
        if is_answered(group, self._desk.book.words(self.targets()[0])) and not self.panel.turn_to_open():
            self._desk.go_on()

    def _accept(self) -> None:
        """Make guesses the labeller's own; where there are none, or all is answered then, go on."""
        had_guesses = self._answering.confirm()
        if self.is_many:
            if not had_guesses:
                self._next_batch()
        elif not had_guesses or not self.panel.turn_to_open():
            self._desk.go_on()

    def _next_batch(self) -> None:
        self.batch.show_batch(self._desk.take_batch(BATCH))
        self.show_all()

    def _turn_to(self, crop_ids: Sequence[CropId]) -> None:
        """Show on whom a step was undone; among many, where nobody was left, have who is open again come."""
        if self.is_many:
            if not self.batch.crops.crop_ids:
                self._desk.begin()
        elif self._desk.current not in crop_ids:
            self._desk.go_to(crop_ids[0])

    def _go_beside(self, step: int) -> None:
        mate = None if self.is_many else self.stage.strip.beside(step)
        if mate is not None:
            self._desk.go_to(mate)

    def _is_answered(self, crop_id: CropId) -> bool:
        words = self._desk.book.words(crop_id)
        return all(is_answered(group, words) for group in self._desk.groups)
