"""Choosing tiles: one, several, a stretch, all, or those that a rubber band touches."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from app.search.choice import Choice
from app.search.result_rows import PAGE
from app.search.results_item_model import ResultsItemModel
from engine.gallery.records import CropId

AT_ONCE = 2 * PAGE  # rows; who stands in a longer stretch is asked of the case


class Choosing(QObject):
    """Turns what mouse and keys do to rows into the choice of crops.

    Results that are not at hand are chosen too: the case is asked who they are.
    """

    changed = Signal()
    places_wanted = Signal(object, object)  # range of places, and what takes the ids of the crops there

    def __init__(self, results: ResultsItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._anchor: CropId | None = None  # where a stretch begins
        self._before: tuple[CropId, ...] = ()  # what was chosen when the rubber band began
        self._round = 0
        self._awaits = -1  # the round in which the case was asked who is chosen too
        self.choice = Choice()

    @property
    def is_awaiting(self) -> bool:
        """Return whether the case is still asked who else is chosen."""
        return self._awaits == self._round

    def only(self, row: int | None) -> None:
        """Choose this row alone; None chooses nobody."""
        self._anchor = None if row is None else self._crop_of(row)
        self._take(lambda: self.choice.take(() if self._anchor is None else (self._anchor,)))

    def toggle(self, row: int) -> None:
        """Choose this row too, or no longer."""
        crop_id = self._anchor = self._crop_of(row)
        if crop_id is not None:
            self._take(lambda: self.choice.toggle(crop_id))

    def reach(self, row: int, came_from: int, *, keep: bool = False) -> None:
        """Choose the stretch from where the last choice was made.

        Args:
            row: the stretch's other end.
            came_from: its first end, where nothing was chosen yet.
            keep: whether what is chosen already stays chosen.
        """
        if self._anchor is None:
            self._anchor = self._crop_of(came_from)
        anchor = None if self._anchor is None else self._results.row_of(self._anchor)
        start = came_from if anchor is None else anchor
        self._choose_rows(range(min(start, row), max(start, row) + 1), keep=keep)

    def all(self) -> None:
        """Choose every result."""
        self._choose_rows(range(self._results.rowCount()), keep=False)

    def begin_band(self, *, keep: bool) -> None:
        """Begin a rubber band."""
        self._before = self.choice.crop_ids if keep else ()

    def stretch_band(self, runs: Iterable[range]) -> None:
        """Choose what the rubber band touches, beside what was chosen before it where that stays."""
        rows = self._results.rows
        touched = (rows.at(row) for run in runs for row in run)
        found = [ranked.crop.id for ranked in touched if ranked is not None]
        self._take(lambda: self.choice.take((*self._before, *found)))

    def _choose_rows(self, wanted: range, *, keep: bool) -> None:
        rows = self._results.rows
        if not keep:
            self.choice.take(())
        here = [rows.at(row) for row in wanted] if len(wanted) <= AT_ONCE else [None]
        if None not in here:
            self._take(lambda: self.choice.add(ranked.crop.id for ranked in here if ranked is not None))
            return
        unfolded = [ranked.crop.id for ranked in rows.unfolded_between(wanted)]
        self._take(lambda: self.choice.add(unfolded))
        places = range(rows.locate(wanted[0])[0], rows.locate(wanted[-1])[0] + 1)
        of_round = self._awaits = self._round
        self.places_wanted.emit(places, lambda crop_ids: self._add_late(of_round, crop_ids))

    def _add_late(self, of_round: int, crop_ids: Iterable[CropId]) -> None:
        """Choose who was asked for, unless something else was chosen since."""
        if of_round == self._round:
            self._take(lambda: self.choice.add(crop_ids))

    def _take(self, change: Callable[[], None]) -> None:
        self._round += 1
        change()
        self.changed.emit()

    def _crop_of(self, row: int) -> CropId | None:
        ranked = self._results.ranked(row)
        return None if ranked is None else ranked.crop.id
