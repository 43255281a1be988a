"""What makes a picture legible: every word of it lies on the paper, and no two words lie on each other."""

from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text


def boxes_of_words(figure, monkeypatch):
    """Return the words drawn and their boxes in pixels, shrunk by one pixel."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)  # the first time lays out
    drawn, draw = [], Text.draw
    with monkeypatch.context() as patched:
        patched.setattr(Text, "draw", lambda text, *rest, **named: (drawn.append(text), draw(text, *rest, **named))[1])
        figure.draw(renderer)
    texts = [text for text in drawn if text.get_visible() and text.get_text().strip()]
    found = [(text.get_text(), text.get_window_extent(renderer).padded(-1)) for text in texts]
    return [(words, box) for words, box in found if box.width > 0 and box.height > 0]


@pytest.fixture
def assert_legible(monkeypatch):
    """Return what checks a figure."""

    def check(figure):
        words = boxes_of_words(figure, monkeypatch)
        assert words
        paper = figure.bbox
        outside = [text for text, box in words if not (paper.x0 <= box.x0 and box.x1 <= paper.x1)]
        outside += [text for text, box in words if not (paper.y0 <= box.y0 and box.y1 <= paper.y1)]
        assert not outside, f"runs off the paper: {outside}"
        heaped = [(a, b) for (a, x), (b, y) in combinations(words, 2) if x.overlaps(y)]
        assert not heaped, f"written over each other: {heaped[:5]}"

    return check
