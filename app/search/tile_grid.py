"""Where each tile of a grid lies, reckoned from its number: no tile is laid out, however many there are."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TileGrid:
    """Cells of one size in columns, row by row; all lengths are pixels of the whole grid.

    Attributes:
        columns: how many cells stand side by side, 1 or more.
        cell_width: with the gap right of the tile.
        cell_height: with the gap below it.
        gap: between tiles.
    """

    columns: int
    cell_width: int
    cell_height: int
    gap: int

    @classmethod
    def fitting(cls, room: int, least: int, gap: int, aspect: float, text: int) -> "TileGrid":
        """Return the grid with as many columns as fit.

        Args:
            room: the width to fill.
            least: of a tile's width.
            gap: between tiles.
            aspect: a picture's width, of its height.
            text: the height of what stands below the picture.
        """
        columns = max(1, room // (least + gap))
        width = max(gap + 1, room // columns)
        return cls(columns=columns, cell_width=width, cell_height=round((width - gap) / aspect) + text + gap, gap=gap)

    def corner(self, place: int) -> tuple[int, int]:
        """Return left and top of a cell."""
        line, column = divmod(place, self.columns)
        return column * self.cell_width, line * self.cell_height

    def height(self, count: int) -> int:
        """Return the height of so many cells."""
        return -(-count // self.columns) * self.cell_height

    def place_at(self, x: int, y: int, count: int) -> int | None:
        """Return the cell whose tile is there, None for a gap or beyond the last of `count`."""
        column, across = divmod(x, self.cell_width)
        line, down = divmod(y, self.cell_height)
        is_tile = 0 <= column < self.columns and across < self.cell_width - self.gap
        place = line * self.columns + column
        return place if is_tile and down < self.cell_height - self.gap and 0 <= place < count else None

    def places_between(self, top: int, bottom: int, count: int) -> range:
        """Return the cells that have a pixel between these heights, both included."""
        first = max(0, top // self.cell_height) * self.columns
        return range(
            min(first, count), max(min(first, count), min(count, (bottom // self.cell_height + 1) * self.columns))
        )

    def runs_within(self, left: int, top: int, right: int, bottom: int, count: int) -> Iterator[range]:
        """Yield, line by line, the cells whose tiles a rectangle touches; its edges are included."""
        first = max(0, left // self.cell_width + (left % self.cell_width >= self.cell_width - self.gap))
        last = min(self.columns - 1, right // self.cell_width)
        top_line = max(0, top // self.cell_height + (top % self.cell_height >= self.cell_height - self.gap))
        for line in range(top_line, bottom // self.cell_height + 1):
            run = range(line * self.columns + first, min(count, line * self.columns + last + 1))
            if run:
                yield run
