"""The item model of the results: one ranked crop a row."""

import itertools
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.search.result_rows import ResultRows
from app.search.review_words import say_state
from app.search.times import say_clock, say_moment, say_place
from app.search.wording import say_clause
from app.translate import tr, tr_count
from engine.attributes.schema import Schema
from engine.gallery.records import CropId, ReviewState
from engine.search.evidence import Band, Verdict
from engine.search.ranking import RankedCrop

Index = QModelIndex | QPersistentModelIndex


class TileFacts(NamedTuple):
    """What a result's tile tells beside its picture."""

    ranked: RankedCrop
    rank_text: str  # its place among all, or among the crops of an unfolded track
    is_new: bool  # whether it is a new hit of the saved search that is open
    is_marked: bool  # whether it is bookmarked or part of the case
    is_member: bool  # whether it stands below its track's best crop


class ResultsItemModel(QAbstractListModel):
    """Holds a ranking of any length, a page of it at a time; a new ranking replaces rows in place.

    A row whose page is not at hand answers with nothing, and its page is asked for.
    """

    page_wanted = Signal(int)  # its number, from 0

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._rows = ResultRows()
        self._count = 0  # of the rows, as the views know it
        self._new: Set[CropId] = frozenset()
        self._marked: Set[CropId] = frozenset()

    @property
    def rows(self) -> ResultRows:
        """Return which result stands where; to look at, not to change."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of results, with the crops of unfolded stacks."""
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        ranked = self.ranked(index.row())
        if ranked is None:
            return tr("not fetched yet") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{ranked.rank} · {ranked.crop.camera} · {say_clock(ranked.crop)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{ranked.crop.camera}\n{say_moment(ranked.crop.time)}\n{say_place(ranked.crop)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(ranked, is_member=self._rows.locate(index.row())[1] is not None)
        return None

    def ranked(self, row: int) -> RankedCrop | None:
        """Return the result of a row, or None while its page is on its way."""
        missing = self._rows.missing_page(row)
        if missing is not None:
            self.page_wanted.emit(missing)
        return self._rows.at(row)

    def tile(self, row: int) -> TileFacts | None:
        """Return what the tile of a row tells, or None while its page is on its way."""
        ranked = self.ranked(row)
        if ranked is None:
            return None
        is_member = self._rows.locate(row)[1] is not None
        crop_id = ranked.crop.id
        rank_text = f"{ranked.rank}/{len(self._rows.stack_rows(row)) + 1}" if is_member else str(ranked.rank)
        return TileFacts(ranked, rank_text, crop_id in self._new, crop_id in self._marked, is_member)

    def row_of(self, crop_id: CropId) -> int | None:
        """Return the row of a crop, or None where it is not among the results at hand."""
        return self._rows.row_of(crop_id)

    def show_new(self, new: Set[CropId]) -> None:
        """Show which crops are new hits."""
        if new != self._new:
            self._new = new
            self._tell_change(range(self._count))

    def show_bookmarks(self, marked: Set[CropId]) -> None:
        """Show which crops are bookmarked or part of the case."""
        if marked != self._marked:
            self._marked = marked
            self._tell_change(range(self._count))

    def show_reviews(self, states: Mapping[CropId, ReviewState]) -> None:
        """Show what was said of crops."""
        rows = [row for row in itertools.starmap(self._rows.review, states.items()) if row is not None]
        if rows:
            self._tell_change(range(min(rows), max(rows) + 1))

    def show(self, results: Sequence[RankedCrop], places: int | None = None, *, keep: bool = False) -> None:
        """Show a ranking.

        Args:
            results: its first page.
            places: how many places it has; None where the page is all of it.
            keep: whether it answers the same question as the one before.
        """
        self._rows.begin(results, len(results) if places is None else places, keep=keep)
        before, after = self._count, len(self._rows)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._count = after
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._count = after
            self.endInsertRows()
        self._tell_change(range(min(before, after)))

    def take_page(self, page: int, results: Sequence[RankedCrop]) -> None:
        """Show a page that was asked for."""
        if results:
            self._tell_change(self._rows.take_page(page, results))

    def unfold(self, crop_id: CropId, track: Sequence[RankedCrop]) -> None:
        """Show the crops of a track below the one that stands for it, if that is folded and still here."""
        row = self._rows.row_of(crop_id)
        members = [ranked for ranked in track if ranked.crop.id != crop_id]
        if row is None or not members or self._rows.stack_rows(row):
            return
        self.beginInsertRows(QModelIndex(), row + 1, row + len(members))
        self._rows.unfold(row, members)
        self._count = len(self._rows)
        self.endInsertRows()

    def fold(self, row: int) -> int:
        """Show the best crop of a track alone again; return its row."""
        members = self._rows.stack_rows(row)
        if members:
            self.beginRemoveRows(QModelIndex(), members.start, members.stop - 1)
            self._rows.unfold(row, ())
            self._count = len(self._rows)
            self.endRemoveRows()
        return members.start - 1

    def _tell_change(self, rows: range) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def _in_words(self, ranked: RankedCrop, *, is_member: bool) -> str:
        """Return a result as a screen reader says it."""
        crop = ranked.crop
        verdicts = [
            f"{say_clause(found.clause, self._schema)}: {say_verdict(found.verdict)}" for found in ranked.clauses
        ]
        band = [] if ranked.band is None else [say_band(ranked.band)]
        words = tr("Place {n} in its track, {camera}, {time}") if is_member else tr("Rank {n}, {camera}, {time}")
        place = words.format(n=ranked.rank, camera=crop.camera, time=say_clock(crop))
        new = [tr("new")] if crop.id in self._new else []
        words = tr_count(ranked.of_track, "{n} crop of one track", "{n} crops of one track")
        track = [words.format(n=ranked.of_track)] if ranked.of_track > 1 else []
        review = [] if ranked.review is ReviewState.UNREVIEWED else [say_state(ranked.review).lower()]
        marked = [tr("bookmarked")] if crop.id in self._marked else []
        return "; ".join([place, *track, *new, *review, *marked, *band, *verdicts])


def say_verdict(verdict: Verdict) -> str:
    """Return a verdict in words."""
    return {
        Verdict.AGREES: tr("agrees"),
        Verdict.CONTRADICTS: tr("contradicts"),
        Verdict.CANNOT_TELL: tr("cannot tell"),
    }[verdict]


def say_band(band: Band) -> str:
    """Return a band in words."""
    return {Band.STRONG: tr("strong"), Band.FAIR: tr("fair"), Band.WEAK: tr("weak")}[band]
