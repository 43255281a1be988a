"""The learned weight of every attribute in the semantic margin (ASMR, Fig. 5)."""

from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from engine.attributes.schema import Group, Schema
from engine.errors import ModelError
from engine.evaluation.pictures.ink import BLUE, GROUND, MUTED, ORANGE, headed_figure, ink, without_grid

COLUMNS = 3
LINE_IN = 0.2
WIDTH_IN = 13.0
START = 1.0  # w begins at 1 + U(−0.25, 0.25) (method.md §4)

Rows = list[tuple[str, float | None]]  # a label and its weight; no weight for a group's title, "" for a gap


def draw_margin_weights(schema: Schema, weights: Sequence[float], model: str) -> Figure:
    """Draw w_k of Eq. 5 as a bar for each attribute, under its group.

    Raises:
        ModelError: if there is not a finite weight for each attribute.
    """
    values = np.asarray(weights, np.float64)
    if values.shape != (schema.size,) or not np.isfinite(values).all():
        raise ModelError(f"The card of {model} has no weight for each of its attributes; train the model again.")
    columns = list(_columns(schema, values))
    height = max(len(rows) for rows in columns) * LINE_IN + 0.6
    negative = "; below 0 (orange) it draws them together" if (values < 0).any() else ""
    note = (
        f"Model {model}. A larger weight pushes two descriptions that differ in the attribute further apart{negative}. "
        f"Every weight started near {START:g} (dashed)."
    )
    with ink():
        figure = headed_figure("Learned weight of each attribute in the semantic margin", note, (WIDTH_IN, height))
        limits = (min(0.0, float(values.min()) - 0.5), float(values.max()) + 0.5)
        tallest = max(len(rows) for rows in columns)
        for axes, rows in zip(figure.subplots(1, len(columns), squeeze=False)[0], columns, strict=True):
            _draw_column(axes, rows, limits, tallest)
    return figure


def _columns(schema: Schema, values: NDArray[np.float64]) -> Iterator[Rows]:
    """Yield the groups' rows in display order, in columns of about equal height; no group is cut."""
    blocks = [_block(group, values[schema.slice_of(group)]) for group in schema.groups]
    target = sum(len(block) for block in blocks) / COLUMNS
    rows: Rows = []
    left = COLUMNS - 1
    for block in blocks:
        if rows and left and len(rows) + len(block) / 2 > target:
            yield rows[:-1]
            rows, left = [], left - 1
        rows += block
    yield rows[:-1]


def _block(group: Group, values: NDArray[np.float64]) -> Rows:
    named = [(attribute.short, float(value)) for attribute, value in zip(group.attributes, values, strict=True)]
    return [(group.title, None), *named, ("", None)]


def _write_weight(axes: Axes, weight: float, place: int) -> None:
    """Write the number at the bar's end."""
    text, at = f"{weight:.2f}".replace("-", "−"), (max(weight, 0), place)
    axes.annotate(text, at, (4, 0), textcoords="offset points", va="center", size=8, color=MUTED, bbox=GROUND)


def _draw_column(axes: Axes, rows: Rows, limits: tuple[float, float], height: int) -> None:
    for place, (_, weight) in enumerate(rows):
        if weight is not None:
            axes.barh(place, weight, height=0.66, color=BLUE if weight >= 0 else ORANGE)
            _write_weight(axes, weight, place)
    axes.axvline(START, color=MUTED, linewidth=1, linestyle=(0, (4, 3)))
    axes.axvline(0, color=MUTED, linewidth=1)
    axes.set_xlim(*limits)
    axes.set_ylim(height - 0.4, -0.6)
    axes.set_yticks(range(len(rows)), [label for label, _ in rows], size=9)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel("weight w")
    without_grid(axes, "y")
    for label, (_, weight) in zip(axes.get_yticklabels(), rows, strict=True):
        label.set_fontweight("bold" if weight is None else "normal")
