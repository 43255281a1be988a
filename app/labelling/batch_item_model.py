"""The item model of a batch: crops that are labelled together."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.labelling.answers import is_answered
from app.labelling.label_book import LabelBook
from app.labelling.label_words import say_word
from app.translate import tr
from engine.attributes.schema import Group
from engine.gallery.records import CropId, Said

Index = QModelIndex | QPersistentModelIndex


class BatchRole(IntEnum):
    """What a tile is painted from."""

    CROP_ID = Qt.ItemDataRole.UserRole
    WORDS = Qt.ItemDataRole.UserRole + 1  # of the group, in short
    IS_ANSWERED = Qt.ItemDataRole.UserRole + 2
    IS_GUESS = Qt.ItemDataRole.UserRole + 3
    IS_UNKEPT = Qt.ItemDataRole.UserRole + 4


class BatchItemModel(QAbstractListModel):
    """Holds ids; what is said of them is in the book."""

    def __init__(self, book: LabelBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._crop_ids: list[CropId] = []
        self._group: Group | None = None

    @property
    def crop_ids(self) -> Sequence[CropId]:
        """Return the crops of the batch."""
        return self._crop_ids

    def show_batch(self, crop_ids: Sequence[CropId]) -> None:
        """Show other crops."""
        self.beginResetModel()
        self._crop_ids = list(crop_ids)
        self.endResetModel()

    def show_group(self, group: Group | None) -> None:
        """Say of each crop what was said of this group."""
        self._group = group
        self.tell(self._crop_ids)

    def tell(self, crop_ids: Sequence[CropId]) -> None:
        """Have tiles painted of which something else is said now."""
        places = [self._crop_ids.index(crop_id) for crop_id in crop_ids if crop_id in self._crop_ids]
        if places:
            self.dataChanged.emit(self.index(min(places)), self.index(max(places)))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of crops."""
        return 0 if parent is not None and parent.isValid() else len(self._crop_ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        crop_id = self._crop_ids[index.row()]
        if role == BatchRole.CROP_ID:
            return crop_id
        words = self._book.words(crop_id)
        if role in (BatchRole.WORDS, Qt.ItemDataRole.DisplayRole):
            return self._say(crop_id)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{tr('crop {n}').format(n=crop_id)}: {self._say(crop_id) or say_word(None)}"
        if role == BatchRole.IS_ANSWERED:
            return self._group is not None and is_answered(self._group, words)
        if role == BatchRole.IS_GUESS:
            return any(word.is_guess for word in self._of_group(crop_id).values())
        if role == BatchRole.IS_UNKEPT:
            return bool(self._book.unkept_of(crop_id))
        return None

    def _of_group(self, crop_id: CropId) -> dict[str, Said]:
        if self._group is None:
            return {}
        words = self._book.words(crop_id)
        return {attribute.id: words[attribute.id] for attribute in self._group.attributes if attribute.id in words}

    def _say(self, crop_id: CropId) -> str:
        """Return what was said: the values that hold, else that none does or that it cannot be told."""
        said = self._of_group(crop_id)
        if not said or self._group is None:
            return ""
        held = [attribute.short for attribute in self._group.attributes if _holds(said.get(attribute.id))]
        if held:
            return ", ".join(held)
        return tr("unsure") if any(word.value is None for word in said.values()) else tr("none of these")


def _holds(word: Said | None) -> bool:
    return word is not None and word.value is True
