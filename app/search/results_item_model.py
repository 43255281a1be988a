"""The item model of the results: one ranked crop a row."""

from collections.abc import Sequence, Set
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.search.review_words import say_state
from app.search.times import say_clock, say_moment, say_place
from app.translate import tr
from engine.attributes.schema import Schema
from engine.gallery.records import CropId, ReviewState
from engine.search.evidence import Band, Verdict
from engine.search.ranking import RankedCrop
from engine.search.words import say_clause

Index = QModelIndex | QPersistentModelIndex


class ResultsRole(IntEnum):
    """What the delegate asks for."""

    RANKED = Qt.ItemDataRole.UserRole + 1  # the RankedCrop
    IS_NEW = Qt.ItemDataRole.UserRole + 2  # whether it is a new hit of the saved search that is open


class ResultsItemModel(QAbstractListModel):
    """Holds ranked crops; a new ranking replaces rows in place, so that the view does not jump."""

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._results: tuple[RankedCrop, ...] = ()
        self._rows: dict[CropId, int] = {}
        self._new: Set[CropId] = frozenset()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of results."""
        return 0 if parent is not None and parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        ranked = self._results[index.row()]
        if role == ResultsRole.RANKED:
            return ranked
        if role == ResultsRole.IS_NEW:
            return ranked.crop.id in self._new
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{ranked.rank} · {ranked.crop.camera} · {say_clock(ranked.crop)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{ranked.crop.camera}\n{say_moment(ranked.crop.time)}\n{say_place(ranked.crop)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(ranked)
        return None

    def ranked(self, row: int) -> RankedCrop:
        """Return the result of a row."""
        return self._results[row]

    def row_of(self, crop_id: CropId) -> int | None:
        """Return the row of a crop, or None where it is not among the results."""
        return self._rows.get(crop_id)

    def show_new(self, new: Set[CropId]) -> None:
        """Show which crops are new hits."""
        if new != self._new:
            self._new = new
            self._tell_change(range(len(self._results)))

    def show_review(self, crop_id: CropId, state: ReviewState) -> None:
        """Show what was said of a crop."""
        row = self._rows.get(crop_id)
        if row is not None:
            changed = replace(self._results[row], review=state)
            self._results = (*self._results[:row], changed, *self._results[row + 1 :])
            self._tell_change(range(row, row + 1))

    def review_of(self, crop_id: CropId) -> ReviewState:
        """Return what was said of a crop, as far as it is among the results."""
        row = self._rows.get(crop_id)
        return ReviewState.UNREVIEWED if row is None else self._results[row].review

    def show(self, results: Sequence[RankedCrop]) -> None:
        """Show these results."""
        before, after = len(self._results), len(results)
        if after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._take(results)
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._take(results)
            self.endInsertRows()
        else:
            self._take(results)
        self._tell_change(range(min(before, after)))

    def _tell_change(self, rows: range) -> None:
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def _take(self, results: Sequence[RankedCrop]) -> None:
        self._results = tuple(results)
        self._rows = {ranked.crop.id: row for row, ranked in enumerate(results)}

    def _in_words(self, ranked: RankedCrop) -> str:
        """Return a result as a screen reader says it."""
        crop = ranked.crop
        verdicts = [
            f"{say_clause(found.clause, self._schema)}: {say_verdict(found.verdict)}" for found in ranked.clauses
        ]
        band = [] if ranked.band is None else [say_band(ranked.band)]
        place = tr("Rank {n}, {camera}, {time}").format(n=ranked.rank, camera=crop.camera, time=say_clock(crop))
        new = [tr("new")] if crop.id in self._new else []
        track = [tr("{n} crops of one track").format(n=ranked.of_track)] if ranked.of_track > 1 else []
        review = [] if ranked.review is ReviewState.UNREVIEWED else [say_state(ranked.review).lower()]
        return "; ".join([place, *track, *new, *review, *band, *verdicts])


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
