"""Finished tiles, so that scrolling paints pictures and nothing else."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPixmap

from app.search.results_item_model import TileFacts
from engine.gallery.records import CropId

KEPT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, eq=False)
class TileContent:
    """All that a tile's picture depends on."""

    facts: TileFacts
    image: QImage | None  # None while it is on its way
    is_chosen: bool

    def is_same(self, other: "TileContent") -> bool:
        """Return whether a tile of the other looks the same: the very same records, not only equal ones."""
        return (
            self.facts.ranked is other.facts.ranked
            and self.facts[1:] == other.facts[1:]
            and self.image is other.image
            and self.is_chosen == other.is_chosen
        )


class TileCache:
    """Keeps the tiles looked at last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[CropId, tuple[TileContent, QPixmap]] = OrderedDict()
        self._bytes = 0

    def find(self, content: TileContent) -> QPixmap | None:
        """Return a tile's picture if it has been made."""
        kept = self._kept.get(content.facts.ranked.crop.id)
        if kept is None or not kept[0].is_same(content):
            return None
        self._kept.move_to_end(content.facts.ranked.crop.id)
        return kept[1]

    def keep(self, content: TileContent, tile: QPixmap) -> None:
        """Keep a tile's picture in place of an older one."""
        replaced = self._kept.pop(content.facts.ranked.crop.id, None)
        self._bytes += _size(tile) - (0 if replaced is None else _size(replaced[1]))
        self._kept[content.facts.ranked.crop.id] = content, tile
        while self._bytes > KEPT_BYTES:
            self._bytes -= _size(self._kept.popitem(last=False)[1][1])

    def forget(self) -> "OrderedDict[CropId, tuple[TileContent, QPixmap]]":
        """Forget all, and return it: who frees so much at once holds up the window."""
        forgotten, self._kept, self._bytes = self._kept, OrderedDict(), 0
        return forgotten


def _size(tile: QPixmap) -> int:
    return 4 * tile.width() * tile.height()
