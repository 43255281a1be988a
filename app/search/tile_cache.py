"""Finished tiles, so that scrolling paints pictures and nothing else."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtGui import QImage, QPixmap

from engine.gallery.records import CropId
from engine.search.ranking import RankedCrop

KEPT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, eq=False)
class TileContent:
    """All that a tile's picture depends on."""

    ranked: RankedCrop
    rank_text: str
    image: QImage | None  # None while it is on its way
    is_new: bool
    is_marked: bool  # bookmarked or part of the case
    is_chosen: bool
    is_member: bool  # of the track unfolded above it

    def is_same(self, other: "TileContent") -> bool:
        """Return whether a tile of the other looks the same: the very same records, not only equal ones."""
        return (
            self.ranked is other.ranked
            and self.image is other.image
            and self.rank_text == other.rank_text
            and self.is_member == other.is_member
            and self.is_marked == other.is_marked
            and self.is_new == other.is_new
            and self.is_chosen == other.is_chosen
        )


class TileCache:
    """Keeps the tiles looked at last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[CropId, tuple[TileContent, QPixmap]] = OrderedDict()
        self._bytes = 0

    def find(self, content: TileContent) -> QPixmap | None:
        """Return a tile's picture if it has been made."""
        kept = self._kept.get(content.ranked.crop.id)
        if kept is None or not kept[0].is_same(content):
            return None
        self._kept.move_to_end(content.ranked.crop.id)
        return kept[1]

    def keep(self, content: TileContent, tile: QPixmap) -> None:
        """Keep a tile's picture in place of an older one."""
        replaced = self._kept.pop(content.ranked.crop.id, None)
        self._bytes += _size(tile) - (0 if replaced is None else _size(replaced[1]))
        self._kept[content.ranked.crop.id] = content, tile
        while self._bytes > KEPT_BYTES:
            self._bytes -= _size(self._kept.popitem(last=False)[1][1])

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._bytes = 0


def _size(tile: QPixmap) -> int:
    return 4 * tile.width() * tile.height()
