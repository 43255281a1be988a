"""The pictures' colours, letters and heads. Every colour is told apart by people who see few of them, and on paper."""

import math
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

PAPER = "#ffffff"
PANEL = "#f3f5f8"
LINE = "#d8dfe7"
TEXT = "#18212c"
MUTED = "#566577"
RIGHT, WRONG = "#0d7049", "#b92f2f"  # the window's agrees and contradicts; never without a mark or a line's form
BLUE, ORANGE = "#0072b2", "#d55e00"
# Okabe and Ito's colours, but wine and grey for their yellow, too pale on white, and their black, the letters' own.
COLOURS = (BLUE, ORANGE, "#009e73", "#cc79a7", "#6b7683", "#e69f00", "#56b4e9", "#882255")
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "h")

GROUND = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8}  # of a number that a line would run through

SIZE_PT, TITLE_PT, NOTE_PT = 10.0, 15.0, 10.0
MARGIN_IN = 0.25
_LETTER_EM = 0.56  # mean width of a letter; a little more than DejaVu's, so that lines end early
_RC = {
    "font.family": "DejaVu Sans",  # matplotlib carries it: the same letters on every machine
    "font.size": SIZE_PT,
    "text.color": TEXT,
    "axes.labelcolor": TEXT,
    "axes.edgecolor": MUTED,
    "axes.facecolor": PAPER,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 11.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": LINE,
    "grid.linewidth": 0.8,
    "xtick.color": TEXT,
    "ytick.color": TEXT,
    "legend.frameon": False,
    "figure.facecolor": PAPER,
    "svg.hashsalt": "bolo",  # the same picture gives the same file
    "svg.fonttype": "path",
}


@contextmanager
def ink() -> Iterator[None]:
    """Draw in these colours and letters."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_RC)  # type: ignore[arg-type]
        yield


def headed_figure(title: str, note: str, size_in: tuple[float, float]) -> Figure:
    """Return a figure with a title and a note above the room for the axes; call it within `ink`.

    Args:
        title: one sentence.
        note: what was measured on what; wrapped.
        size_in: width and height of the room, without the head.
    """
    width, room = size_in
    lines = wrapped(note, width - 2 * MARGIN_IN, NOTE_PT)
    titles = wrapped(title, width - 2 * MARGIN_IN, TITLE_PT * 1.1)  # bold letters are wider
    title_in, note_in = (len(titles) * TITLE_PT * 1.3 / 72, len(lines) * NOTE_PT * 1.5 / 72)
    height = room + MARGIN_IN + title_in + note_in + 0.1
    edge = MARGIN_IN / 2
    place = (edge / width, edge / height, 1 - 2 * edge / width, (room - edge) / height)
    figure = Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(rect=place))
    left, top = MARGIN_IN / width, 1 - MARGIN_IN / height
    figure.text(left, top, "\n".join(titles), size=TITLE_PT, weight="bold", va="top")
    figure.text(left, top - title_in / height, "\n".join(lines), size=NOTE_PT, color=MUTED, va="top", linespacing=1.4)
    return figure


def wrapped(text: str, width_in: float, size_pt: float, lines: int | None = None) -> list[str]:
    """Return the text in lines of about this width; the last of `lines` ends in an ellipsis if more was to come."""
    letters = max(8, math.floor(width_in * 72 / (size_pt * _LETTER_EM)))
    return textwrap.wrap(text, letters, max_lines=lines, placeholder=" …")


def without_grid(axes: Axes, which: str) -> None:
    """Take the grid lines of one axis, "x" or "y", away."""
    (axes.xaxis if which == "x" else axes.yaxis).grid(visible=False)
