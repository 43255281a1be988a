"""The reliability diagram: said probability against the share that holds."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from engine.evaluation.pictures.ink import BLUE, GROUND, LINE, MUTED, ORANGE, headed_figure, ink, without_grid
from engine.evaluation.reliability import Reliability

SIZE_IN = (11.0, 6.6)


def draw_reliability(reliability: Reliability, by_group: Sequence[tuple[str, float]], note: str) -> Figure:
    """Draw the diagram over a histogram of the answers, and the error of each group beside them.

    Args:
        reliability: of all answers.
        by_group: each group's title and expected calibration error in points.
        note: what was measured on what.
    """
    answers = f"{reliability.counts.sum():,} answers; expected calibration error {reliability.error:.2f} points"
    note = f"{note} {answers}, dashed on the right."
    with ink():
        figure = headed_figure("Do the probabilities mean what they say?", note, SIZE_IN)
        panels = figure.subplot_mosaic(
            [["diagram", "groups"], ["counts", "groups"]], width_ratios=(1.25, 1), height_ratios=(3.2, 1)
        )
        _draw_diagram(panels["diagram"], reliability)
        _draw_counts(panels["counts"], reliability)
        _draw_groups(panels["groups"], by_group, reliability.error)
    return figure


def _draw_diagram(axes: Axes, reliability: Reliability) -> None:
    filled = reliability.counts > 0
    low, high = reliability.held_within()
    said, held = reliability.said[filled], reliability.held[filled]
    spread = np.abs(np.stack([held - low[filled], high[filled] - held]))
    axes.plot([0, 1], [0, 1], color=MUTED, linestyle=(0, (4, 3)), linewidth=1.2, label="calibrated")
    axes.errorbar(
        said,
        held,
        spread,
        color=BLUE,
        marker="o",
        markersize=6,
        linewidth=1.6,
        capsize=3,
        label="the heads, with 95 % intervals",
    )
    axes.set(xlim=(0, 1), ylim=(0, 1), ylabel="share that holds")
    axes.legend(loc="upper left")


def _draw_counts(axes: Axes, reliability: Reliability) -> None:
    width = np.diff(reliability.edges)
    axes.bar(reliability.edges[:-1], reliability.counts, width, align="edge", color=BLUE, edgecolor="white")
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(FuncFormatter(lambda count, _place: f"{count:,.0f}"))
    axes.set_ylim(bottom=0.8)
    axes.set(xlim=(0, 1), xlabel="probability that the model names", ylabel="answers")
    without_grid(axes, "x")


def _draw_groups(axes: Axes, by_group: Sequence[tuple[str, float]], whole: float) -> None:
    titles, errors = [title for title, _ in by_group], [error for _, error in by_group]
    places = range(len(titles))
    axes.hlines(places, 0, errors, color=LINE, linewidth=2)
    axes.plot(errors, places, "o", color=BLUE, markersize=6)
    axes.axvline(whole, color=ORANGE, linewidth=1.4, linestyle=(0, (4, 3)))
    for place, error in zip(places, errors, strict=True):
        at, off = (error, place), (7, 0)
        axes.annotate(
            f"{error:.1f}", at, off, textcoords="offset points", va="center", size=9, color=MUTED, bbox=GROUND
        )
    axes.set_yticks(places, titles)
    axes.set_ylim(len(titles) - 0.4, -0.6)
    axes.set_xlim(0, max(errors) * 1.2 + 0.1)
    axes.tick_params(axis="y", length=0)
    axes.set_title("By group of attributes")
    axes.set_xlabel("expected calibration error, points")
    without_grid(axes, "y")
