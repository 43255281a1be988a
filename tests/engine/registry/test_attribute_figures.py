"""What a card says of each attribute, and cards that somebody else wrote."""

import dataclasses
import json
import subprocess
import sys

import pytest

from engine.registry.attribute_figures import (
    ATTRIBUTES_FIGURE,
    AttributeFigures,
    attribute_figures,
    figures_to_dict,
)
from engine.registry.card import read_card, write_card
from engine.registry.store import DEFAULT_MODEL, default_store

SOUND = {"support": 3, "known": 10, "ma": 71.5, "tested": 12}
HUGE = 10**400  # no float


@pytest.fixture
def card(installed):
    return installed.card


def told(card, entries):
    return dataclasses.replace(card, figures={ATTRIBUTES_FIGURE: entries})


def test_what_was_written_reads_back_in_the_order_of_the_schema(card, tmp_path):
    first, second = card.schema.attribute_ids[:2]
    figures = {second: AttributeFigures(0, 4, None, 0), first: AttributeFigures(3, 10, 71.5, 12)}

    write_card(told(card, figures_to_dict(figures)), tmp_path)
    read = attribute_figures(read_card(tmp_path))

    assert read == figures
    assert list(read) == [first, second]


@pytest.mark.parametrize("figures", [{}, *({ATTRIBUTES_FIGURE: other} for other in (None, [], [SOUND], "all", 7, {}))])
def test_a_card_without_them_has_none(card, figures):
    assert attribute_figures(dataclasses.replace(card, figures=figures)) == {}


def test_an_attribute_that_the_model_does_not_know_is_left_out(card):
    known = card.schema.attribute_ids[0]
    assert attribute_figures(told(card, {"wings": SOUND, known: SOUND, "": SOUND})) == {
        known: AttributeFigures(3, 10, 71.5, 12)
    }


@pytest.mark.parametrize(
    "wrong",
    [
        *({"support": value} for value in (-1, 11, 3.0, "3", None, True, [3], HUGE)),
        *({"known": value} for value in (-1, 2, 10.0, float("nan"), "10", None, True, {}, HUGE)),
        *({"tested": value} for value in (-1, 3.0, "3", None, True, HUGE)),
        *({"ma": value} for value in (-0.1, 100.1, float("nan"), float("inf"), "71.5", True, [71.5], HUGE, -HUGE)),
        {"support": HUGE, "known": HUGE},
    ],
)
def test_an_unsound_entry_is_left_out_and_the_others_stay(card, wrong):
    first, second = card.schema.attribute_ids[:2]
    assert attribute_figures(told(card, {first: SOUND | wrong, second: SOUND})).keys() == {second}


@pytest.mark.parametrize("entry", [None, 3, "3 of 10", [3, 10, 71.5], {}, {"support": 3, "known": 10, "ma": 50}])
def test_an_entry_of_another_kind_is_left_out(card, entry):
    assert attribute_figures(told(card, {card.schema.attribute_ids[0]: entry})) == {}


@pytest.mark.parametrize("ma", [0, 100, 0.0, 100.0, None])
def test_the_ends_of_the_range_are_within_it_and_a_whole_number_is_a_figure_too(card, ma):
    first = card.schema.attribute_ids[0]
    assert attribute_figures(told(card, {first: SOUND | {"ma": ma, "more": "of a newer Bolo"}}))[first].ma == ma


@pytest.mark.parametrize(
    "figures", [(-1, 3, None, 0), (4, 3, None, 0), (1, 3, 100.5, 1), (1, 3, float("nan"), 1), (1, 3, 50, -1)]
)
def test_figures_check_themselves(figures):
    with pytest.raises(ValueError, match=r"count of pictures|percentage"):
        AttributeFigures(*figures)


def test_the_shipped_card_has_them_of_every_attribute():
    card = default_store().get(DEFAULT_MODEL).card
    figures = attribute_figures(card)
    assert tuple(figures) == card.schema.attribute_ids
    assert {one.known for one in figures.values()} == {card.data["train_images"]}
    measured = [one.ma for one in figures.values() if one.ma is not None]
    # of the weights as they are shipped; the other was measured before they were rounded to half precision
    assert sum(measured) / len(measured) == pytest.approx(card.figures["recognition_ma"], abs=0.5)
    assert json.loads(json.dumps(card.figures[ATTRIBUTES_FIGURE], allow_nan=False)) == figures_to_dict(figures)


def test_reading_them_loads_no_torch():
    code = "import sys, engine.registry.attribute_figures; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
