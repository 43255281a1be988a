"""A model's measures as its page says them, in the user's language."""

from dataclasses import replace

import pytest

from app.models.model_words import how_well

FIGURES = {
    "fused": {"rank1": 44.1, "map": 46.62, "intervals": {"rank1": [41.25, 47.0], "map": [44.0, 49.3]}},
    "recognition_ma": 85.34,
    "measured_on": "scene-3.1.4",
}


@pytest.fixture
def card(installed_model):
    return replace(installed_model.card, figures=FIGURES)


def test_in_english_measures_stand_as_the_engine_says_them(qapp, card):
    assert how_well(card) == {
        "Complete descriptions, fused": "Rank-1 44.1 % (41.2 to 47.0), mAP 46.6 % (44.0 to 49.3)",
        "Attributes one by one": "mean accuracy 85.3 %",
        "Measured on": "scene-3.1.4",
    }


def test_in_german_they_have_the_german_decimal_sign_and_a_name_keeps_its_points(german, card):
    assert list(how_well(card).values()) == [
        "Rank-1 44,1 % (41,2 bis 47,0), mAP 46,6 % (44,0 bis 49,3)",
        "mittlere Genauigkeit 85,3 %",
        "scene-3.1.4",
    ]
