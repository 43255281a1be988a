"""The labelling at hand: who says what of whom, in which order; asks the case, and tells what has come."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from app.case.case_service import CaseService
from app.case.records import OpenedCase
from app.engine_words import schema_in_language
from app.labelling.crop_sheets import CropSheets
from app.labelling.label_book import LabelBook
from app.labelling.label_reading import Asked, LabelProgress, read_asked, read_progress, read_queue
from app.labelling.label_run import LabelRun
from app.labelling.saying import Saying
from engine.attributes.schema import Group, GroupId, Schema
from engine.casework.label_order import LabelOrder, LabelQuestion, LabelQueue
from engine.casework.label_schema import LabelSchema
from engine.gallery.records import CropId, LabelCount
from engine.registry.card import ModelCard

AT_ONCE = 200  # crops of the queue
FEW = 40  # left in it: more are asked for
AHEAD = 8  # crops of which all is read before they are at hand
COUNT_MS = 400


class LabelDesk(QObject):
    """Holds the run, the words and what is asked; no widget."""

    asked_changed = Signal()  # other groups, attributes or another labeller
    moved = Signal()  # somebody else is at hand, or nobody
    progressed = Signal()  # other counts

    def __init__(self, service: CaseService, opened: OpenedCase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._model: tuple[str, Schema] | None = None
        self.switch_model(opened.card)
        self.undo = QUndoStack(self)
        self.book, self.run = LabelBook(), LabelRun()
        self.saying = Saying(service, self.book, self.undo, self)
        self.sheets = CropSheets(service, self.book, self)
        self.order = LabelOrder.CHANCE if opened.card is None else LabelOrder.UNCERTAIN
        self.kept: LabelSchema | None = None
        self.all_groups: tuple[Group, ...] = ()  # that can be asked, in the user's language
        self.labeller_name = ""
        self.takes_batches = False  # whether crops are taken many at a time
        self.labelled, self.total = 0, 0
        self.counts: Mapping[str, LabelCount] = {}
        self._chosen: frozenset[GroupId] | None = None  # groups that are asked; None for all
        self._skipped: set[CropId] = set()
        self._batch: list[CropId] = []  # taken last
        self._wanted: list[CropId] = []  # to come first
        self._round = 0  # of questions for the queue; answers to older ones are late
        self.is_queue_open = False  # an answer is on its way
        self._is_opening = False  # what is to be asked is on its way
        self._is_exhausted = False
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._count.timeout.connect(self._ask_progress)
        self.saying.kept.connect(self._count_soon)
        self.saying.spread.connect(self._ask_queue)
        service.change_failed.connect(self._close_question)

    @property
    def has_model(self) -> bool:
        """Return whether there is a model that could guess."""
        return self._model is not None

    @property
    def is_settled(self) -> bool:
        """Return whether nothing is on its way that would show."""
        is_here = self.current is None or self.sheets.sheet(self.current) is not None
        return self.kept is not None and not self.is_queue_open and is_here and not self.saying.writing

    @property
    def groups(self) -> Sequence[Group]:
        """Return the groups that are asked, in the user's language, without what is retired."""
        return [group for group in self.all_groups if self._chosen is None or group.id in self._chosen]

    @property
    def current(self) -> CropId | None:
        """Return the crop at hand."""
        return self.run.current

    def open(self) -> None:
        """Ask what is to be asked, and begin."""
        labeller, self._is_opening = self.saying.labeller, True
        self._service.ask_case(lambda gallery: read_asked(gallery, labeller), self._take_asked)

    def close(self) -> None:
        """Ask nothing any more."""
        self._count.stop()
        self.undo.clear()

    def switch_model(self, card: ModelCard | None) -> None:
        """Guess and order by this model from now on; None where there is none."""
        self._model = None if card is None else (card.model_id, card.schema)

    def refresh(self) -> None:
        """Ask again who comes next and what was said of who is at hand, for the case has changed; nobody moves.

        Where the first reading failed, begin with another.
        """
        if self.kept is not None:
            self.sheets.look_again([*self._at_hand(), *self._batch])
            self._ask_queue()
        elif not self._is_opening:
            self.open()

    def begin(self) -> None:
        """Begin anew with what is asked now."""
        self.run.begin()
        self._is_exhausted = False
        self._ask_queue()
        self.moved.emit()

    def set_order(self, order: LabelOrder) -> None:
        """Have other crops come first."""
        self.order = order
        self.begin()

    def set_chosen(self, chosen: frozenset[GroupId] | None) -> None:
        """Ask these groups alone; None asks all."""
        self._chosen = chosen
        self.asked_changed.emit()
        self.begin()

    def set_labeller(self, name: str | None) -> None:
        """Label in another name; None is who reviews alone, else the user of the machine."""
        self.undo.clear()
        self._skipped.clear()
        self.saying.labeller = self.sheets.labeller = name
        self.book.turn_to(name)
        self.sheets.forget()
        self.open()

    def go_on(self) -> None:
        """Go to the next crop."""
        if not self.run.go_on():
            self._go_round()
        self._arrive()

    def skip(self) -> None:
        """Go to the next crop; this one does not come again."""
        if self.current is not None:
            self._skipped.add(self.current)
        self.go_on()

    def go_back(self) -> None:
        """Go to the crop before."""
        if self.run.go_back():
            self._arrive()

    def go_to(self, crop_id: CropId) -> None:
        """Go to a crop, of whatever track."""
        self.run.go_to(crop_id)
        self._arrive()

    def put_first(self, crop_ids: Sequence[CropId]) -> None:
        """Have these crops come now; before the case has told what is asked, once it has."""
        self._wanted = list(crop_ids)
        if self.kept is not None and crop_ids:
            self.run.put_first(crop_ids)
            self._arrive()
            self._wanted = []

    def drop_tracks_of(self, crop_ids: Sequence[CropId]) -> None:
        """Have the rest of these crops' tracks not come: it is about to be labelled with them."""
        sheets = (self.sheets.sheet(crop_id) for crop_id in crop_ids)
        self.run.drop(mate for sheet in sheets if sheet is not None for mate in sheet.track)

    def take_batch(self, count: int) -> list[CropId]:
        """Return the next crops, to be labelled together."""
        batch = self._batch = self.run.take_batch(count)
        if not batch:
            self._go_round()
        self.sheets.look_up(batch)
        self._refill()
        return batch

    def _at_hand(self) -> list[CropId]:
        """Return who is at hand, and who comes next."""
        return [*([] if self.current is None else [self.current]), *self.run.coming(AHEAD)]

    def _arrive(self) -> None:
        self.sheets.look_up(self._at_hand())
        self._refill()
        self.moved.emit()

    def _refill(self) -> None:
        if self.run.waiting < FEW and not self._is_exhausted and not self.is_queue_open:
            self._ask_queue()

    def _go_round(self) -> None:
        """Begin again with those passed over, once all have come; where nobody has, nobody was passed over."""
        if self._is_exhausted and self.run.seen:
            self.run.begin()
            self._is_exhausted = False

    def _ask_queue(self) -> None:
        if self.kept is None or not self.groups:
            return
        self._round += 1
        self.is_queue_open = True
        question = LabelQuestion(
            asked=Schema(self.kept.schema.name, self.kept.schema.title, tuple(self.groups)),
            order=self.order,
            model=self._model,
            labeller=self.saying.labeller,
            limit=AT_ONCE,
            left_out=frozenset(self._skipped) | self.run.seen,
        )
        take = partial(self._take_queue, self._round)
        self._service.ask_case(lambda gallery: read_queue(gallery, question), take)

    def _take_asked(self, asked: Asked) -> None:
        self._is_opening = False
        known = {group.id for group in self.all_groups}
        self.kept, self.labeller_name = asked.kept, asked.labeller
        self.all_groups = schema_in_language(asked.kept.asked).groups
        if self._chosen is not None:  # who adds a group means to ask it
            self._chosen |= {group.id for group in self.all_groups} - known
        self.asked_changed.emit()
        self.begin()
        self.put_first(self._wanted)

    def _take_queue(self, number: int, queue: LabelQueue) -> None:
        if number != self._round:
            return
        self.is_queue_open = False
        self._is_exhausted = len(queue.crop_ids) < AT_ONCE
        was = self.current
        self.labelled, self.total = queue.labelled, queue.total
        self.run.refill(queue.crop_ids, starts=not self.takes_batches)
        self.sheets.look_up(self._at_hand())
        if was is None:
            self.moved.emit()
        self._service.ask_case(lambda gallery: gallery.label_counts(), self._take_counts)  # the rest came with it

    def _close_question(self) -> None:
        """Take that a question may never be answered."""
        self.is_queue_open = self._is_opening = False

    def _count_soon(self) -> None:
        if not self._count.isActive():
            self._count.start()

    def _ask_progress(self) -> None:
        groups, labeller = self.groups, self.saying.labeller
        if groups:
            self._service.ask_case(lambda gallery: read_progress(gallery, groups, labeller), self._take_progress)

    def _take_progress(self, progress: LabelProgress) -> None:
        self.labelled = progress.labelled
        self._take_counts(progress.counts)

    def _take_counts(self, counts: Mapping[str, LabelCount]) -> None:
        self.counts = counts
        self.progressed.emit()
