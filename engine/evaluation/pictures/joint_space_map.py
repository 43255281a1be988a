"""The map of pictures and categories in their joint space (ASMR, Fig. 6)."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from engine.evaluation.joint_space import JointSpace
from engine.evaluation.pictures.ink import COLOURS, MARKERS, MUTED, PAPER, TEXT, headed_figure, ink, wrapped

SIZE_IN = (14.0, 7.6)
LEGEND_IN = 5.2
WORDS_PT = 9.5
WORDS_LINES = 4


def draw_joint_space(space: JointSpace, words: Sequence[str], note: str) -> Figure:
    """Draw each picture as a small mark and each category's own embedding as a large star of the same colour.

    Args:
        space: the plane.
        words: C descriptions, in the order of the categories.
        note: what it shows.
    """
    with ink():
        figure = headed_figure("Pictures and descriptions in their joint space", note, SIZE_IN)
        axes = figure.subplots()
        for place in range(len(space.vectors)):
            own = space.pictures[space.of_picture == place]
            axes.scatter(
                own[:, 0],
                own[:, 1],
                s=46,
                alpha=0.85,
                color=COLOURS[place],
                marker=MARKERS[place],
                edgecolor=PAPER,
                linewidth=0.5,
            )
        axes.scatter(
            space.categories[:, 0],
            space.categories[:, 1],
            s=np.linspace(620, 260, len(space.categories)),  # one below another still shows
            marker="*",
            color=COLOURS[: len(space.vectors)],
            edgecolor=TEXT,
            linewidth=1.2,
            zorder=3,
        )
        _tidy(axes)
        _explain(axes, space, words)
    return figure


def _tidy(axes: Axes) -> None:
    """Take scales away, which a t-SNE layout does not have, and frame the plane."""
    axes.set(xticks=[], yticks=[])
    axes.margins(0.06)
    for spine in axes.spines.values():
        spine.set(visible=True, color=MUTED)


def _explain(axes: Axes, space: JointSpace, words: Sequence[str]) -> None:
    counts = [int((space.of_picture == place).sum()) for place in range(len(words))]
    texts = [
        "\n".join(wrapped(f"{count} pictures: {said}", LEGEND_IN, WORDS_PT, WORDS_LINES))
        for said, count in zip(words, counts, strict=True)
    ]
    marks = [
        Line2D([], [], linestyle="", marker=MARKERS[place], color=COLOURS[place], markersize=8)
        for place in range(len(words))
    ]
    star = Line2D([], [], linestyle="", marker="*", color=PAPER, markeredgecolor=TEXT, markersize=14)
    axes.legend(
        [*marks, star],
        [*texts, "a star: the description itself, as the category encoder places it"],
        loc="center left",
        bbox_to_anchor=(1.01, 0.5),
        fontsize=WORDS_PT,
        labelspacing=1.0,
        borderaxespad=0,
    )
