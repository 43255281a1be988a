"""What a chip tells of an attribute: how well the model tells it, and from how many pictures it learned that."""

import numpy as np
import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.search.attribute_chip import AttributeChip, quality_of
from engine.attributes.schema import AttributeId
from engine.registry.attribute_figures import AttributeFigures


@pytest.fixture
def chip(qtbot, theme, peta):
    """Return what makes a chip of the red top with figures, and returns the pixels of its bar from left to right."""

    def make(figures):
        made = AttributeChip(theme, peta.attribute(AttributeId("upperBodyRed")), figures)
        qtbot.addWidget(made)
        made.resize(made.sizeHint())
        image = made.grab().toImage()
        low = made.height() - theme.size("quality_bar") - theme.size("step") // 2
        step = theme.size("step")
        return made, [image.pixelColor(x, low).name() for x in range(3 * step, made.width() - 3 * step)]

    return make


@pytest.mark.parametrize(("ma", "quality"), [(50, 0), (75, 0.5), (100, 1), (30, 0), (None, None)])
def test_the_quality_is_how_much_better_than_guessing_it_is(ma, quality):
    assert quality_of(AttributeFigures(5, 10, ma, 40)) == quality


def test_the_bar_is_as_long_as_the_quality(chip, theme):
    told = theme.colour("muted").name()
    shares = [
        np.mean([pixel == told for pixel in chip(AttributeFigures(500, 1000, ma, 40))[1]]) for ma in (50, 75, 100)
    ]
    assert shares == pytest.approx([0, 0.5, 1], abs=0.04)
    assert theme.colour("line_strong").name() not in chip(None)[1]


def test_a_rare_attribute_has_a_dotted_bar(chip, theme):
    _, pixels = chip(AttributeFigures(9, 1000, 100.0, 40))
    share = np.mean([pixel == theme.colour("muted").name() for pixel in pixels])
    assert 0.3 < share < 0.7


def test_words_say_it_too(chip):
    made, _ = chip(AttributeFigures(1203, 16468, 74.26, 40))
    assert made.toolTip() == "Red top\nquality 74 %, where 50 % is guessing; learned from 1,203 of 16,468 pictures"
    assert made.accessibleDescription() in made.toolTip()
    for unknown in (AttributeFigures(3, 9, None, 0), AttributeFigures(3, 9, 99.9, 2)):
        made, pixels = chip(unknown)
        said = "quality not known: too few pictures to measure it on; learned from 3 of 9 pictures"
        assert made.toolTip() == f"Red top\n{said}" and pixels == chip(None)[1]
    assert chip(None)[0].toolTip() == "Red top"


def test_a_menu_goes_once_it_is_shut(qtbot, chip):
    made, _ = chip(None)
    made.show()
    spot = made.rect().center()
    QApplication.sendEvent(made, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, made.mapToGlobal(spot)))
    made.findChild(QMenu).close()
    qtbot.waitUntil(lambda: made.findChild(QMenu) is None)
