"""The item model of the results: one ranked crop a row."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.search.times import say_clock, say_moment, say_place
from app.translate import tr
from engine.attributes.schema import Schema
from engine.gallery.records import CropId
from engine.search.evidence import Band, Verdict
from engine.search.ranking import RankedCrop
from engine.search.words import say_clause

Index = QModelIndex | QPersistentModelIndex


class ResultsRole(IntEnum):
    """What the delegate asks for."""

    RANKED = Qt.ItemDataRole.UserRole + 1  # the RankedCrop


class ResultsItemModel(QAbstractListModel):
    """Holds ranked crops; a new ranking replaces rows in place, so that the view does not jump."""

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._results: tuple[RankedCrop, ...] = ()
        self._rows: dict[CropId, int] = {}

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
        if min(before, after):
            self.dataChanged.emit(self.index(0), self.index(min(before, after) - 1))

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
        return "; ".join([place, *band, *verdicts])


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
