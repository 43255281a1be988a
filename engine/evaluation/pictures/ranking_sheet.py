"""Rankings as rows of pictures, right and wrong ones framed (ASMR, Figs. 3, 4 and 7)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.errors import ShapeError
from engine.evaluation.pictures.ink import MARGIN_IN, MUTED, PANEL, RIGHT, WRONG, headed_figure, ink, wrapped

TILE_IN = (0.84, 1.68)  # width, height
TILE_PX = (168, 336)
GAP_IN = 0.14
CAPTION_IN = 0.3
WORDS_IN = 3.4
WORDS_PT = 10.0
WORDS_LINES = 7
LINE_SPACING = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One description and its first pictures, best first.

    Attributes:
        words: the description.
        note: a line about the ranking.
        pictures: K crops, (h, w, 3) uint8 RGB.
        is_right: (K,) whether each is of the description's category.
    """

    words: str
    note: str
    pictures: Sequence[NDArray[np.uint8]]
    is_right: NDArray[np.bool_]

    def __post_init__(self) -> None:
        if len(self.pictures) != len(self.is_right):
            raise ShapeError(f"{len(self.pictures)} pictures need as many marks, not {len(self.is_right)}.")


def draw_ranking_sheet(rows: Sequence[SheetRow], note: str) -> Figure:
    """Draw a row for each description: right pictures in whole green frames, wrong ones in broken red ones.

    Raises:
        ShapeError: if there is no row.
    """
    if not rows:
        raise ShapeError("A sheet of rankings needs at least one description.")
    depth = max(len(row.pictures) for row in rows)
    row_in = TILE_IN[1] + CAPTION_IN + GAP_IN
    room = (2 * MARGIN_IN + WORDS_IN + depth * (TILE_IN[0] + GAP_IN), len(rows) * row_in + MARGIN_IN)
    marks = "✓ and a whole green frame: labelled just so; ✗ and a broken red frame: labelled otherwise."
    with ink():
        figure = headed_figure("Best matches of whole descriptions", f"{note} {marks}", room)
        figure.set_layout_engine("none")
        for number, row in enumerate(rows):
            _draw_row(figure, row, top_in=room[1] - number * row_in)
    return figure


def _draw_row(figure: Figure, row: SheetRow, *, top_in: float) -> None:
    """Draw one row; `top_in` counts from the figure's foot."""
    width, height = figure.get_size_inches()
    lines = wrapped(row.words, WORDS_IN - 0.2, WORDS_PT, WORDS_LINES)
    left, top = MARGIN_IN / width, (top_in - CAPTION_IN) / height
    figure.text(left, top, "\n".join(lines), size=WORDS_PT, va="top", linespacing=LINE_SPACING)
    below = top - (len(lines) + 0.5) * WORDS_PT * LINE_SPACING * 1.17 / 72 / height  # DejaVu's line is 1.17 em
    figure.text(left, below, row.note, size=9, color=MUTED, va="top")
    for rank, (picture, is_right) in enumerate(zip(row.pictures, row.is_right, strict=True), start=1):
        x_in = MARGIN_IN + WORDS_IN + (rank - 1) * (TILE_IN[0] + GAP_IN)
        place = (x_in / width, (top_in - CAPTION_IN - TILE_IN[1]) / height, TILE_IN[0] / width, TILE_IN[1] / height)
        _draw_tile(figure.add_axes(place), picture, rank, is_right=bool(is_right))


def _draw_tile(axes: Axes, picture: NDArray[np.uint8], rank: int, *, is_right: bool) -> None:
    colour = RIGHT if is_right else WRONG
    axes.imshow(np.asarray(ImageOps.pad(Image.fromarray(picture), TILE_PX, color=PANEL)), aspect="auto")
    axes.set(xticks=[], yticks=[])
    axes.grid(visible=False)
    axes.set_title(f"{rank} {'✓' if is_right else '✗'}", size=10, color=colour, pad=4, loc="center")
    for spine in axes.spines.values():
        spine.set(visible=True, color=colour, linewidth=3, linestyle="-" if is_right else (0, (2.5, 1.2)))
