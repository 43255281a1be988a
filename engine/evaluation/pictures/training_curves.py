"""Losses and validation figures over the epochs."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from engine.evaluation.markdown_table import title_of
from engine.evaluation.pictures.ink import COLOURS, MARKERS, MUTED, PANEL, headed_figure, ink
from engine.evaluation.training_history import Curve, StageSpan, TrainingHistory

SIZE_IN = (11.0, 7.4)
_DASHES: tuple[str | tuple[float, tuple[float, ...]], ...] = ("-", (0, (4, 2)), (0, (1.5, 1.5)))


def draw_training_curves(history: TrainingHistory, note: str) -> Figure:
    """Draw the losses above the figures on validation data; the stages are bands across both."""
    names = ", ".join(f"{number} {stage.name}" for number, stage in enumerate(history.stages, start=1))
    with ink():
        figure = headed_figure("Course of the training", f"{note} Stages: {names}.", SIZE_IN)
        above, below = figure.subplots(2, 1, sharex=True)
        _draw(above, history.losses, "Training loss, mean over the epoch")
        _draw(below, history.validation, "Validation, percent")
        above.set_ylim(bottom=0)
        below.set_ylim(0, _ceiling(history.validation))
        below.set_xlabel("epoch, counted over all stages")
        for axes in (above, below):
            _draw_stages(axes, history.stages)
    return figure


def _draw(axes: Axes, curves: Mapping[str, Curve], title: str) -> None:
    """Draw the curves; one colour and marker a scorer or loss, one kind of line a figure."""
    axes.set_title(title, pad=24)
    families = list(dict.fromkeys(_family(name) for name in curves))
    figures = list(dict.fromkeys(_figure(name) for name in curves if _figure(name)))
    for name, curve in curves.items():
        place = families.index(_family(name))
        axes.plot(
            np.arange(1, len(curve) + 1),
            curve,
            label=_label(name),
            color=COLOURS[place % len(COLOURS)],
            linestyle=_DASHES[figures.index(_figure(name)) % len(_DASHES)] if _figure(name) else "-",
            marker=MARKERS[place % len(MARKERS)],
            markersize=4.5,
            linewidth=1.8,
        )
    if curves:
        axes.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), borderaxespad=0, handlelength=3.2)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))


def _figure(name: str) -> str:
    """Return which figure of a scorer a column holds: "rank1" of "fused_rank1"; "" of a column without a scorer."""
    scorer, _, figure = name.rpartition("_")
    return figure if scorer and title_of(figure) != figure else ""


def _family(name: str) -> str:
    """Return the scorer of a column; a column without one is its own family."""
    return name.removesuffix(f"_{_figure(name)}") if _figure(name) else name


def _label(name: str) -> str:
    """Return a column's name in words: "fused_rank1" is "Rank-1, fused"."""
    if _figure(name):
        return f"{title_of(_figure(name))}, {_family(name)}"
    return title_of(name) if title_of(name) != name else name.replace("_", " ")


def _ceiling(curves: Mapping[str, Curve]) -> float:
    """Return the next ten per cent above all curves."""
    highest = max((float(np.nanmax(curve, initial=0.0)) for curve in curves.values()), default=0.0)
    return min(100.0, 10.0 * (highest // 10 + 1))


def _draw_stages(axes: Axes, stages: Sequence[StageSpan]) -> None:
    """Shade every second stage and write the stages' numbers above; the note says their names."""
    axes.set_xlim(0.5, stages[-1].end + 0.5)
    for number, stage in enumerate(stages, start=1):
        if number % 2:
            axes.axvspan(stage.start + 0.5, stage.end + 0.5, color=PANEL, zorder=0)
        middle = (stage.start + stage.end) / 2 + 0.5
        at_top = axes.get_xaxis_transform()
        axes.text(middle, 1.02, f"stage {number}", transform=at_top, ha="center", va="bottom", size=9, color=MUTED)
