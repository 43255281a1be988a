"""Descriptions in English."""

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.search.query import Query
from engine.search.words import say_clause

PETA = shipped_schema("peta")
MARKET = shipped_schema("market1501")
PA100K = shipped_schema("pa100k")


@pytest.mark.parametrize(
    ("ticks", "words"),
    [
        (
            {
                "has": ["upperBodyRed", "upperBodyPink", "carryingBackpack"],
                "not_": ["accessoryHat"],
                "prefer": ["personalFemale"],
            },
            "Red or pink top, backpack, no hat — preferably a woman",
        ),
        ({"has": ["personalFemale", "upperBodyRed"]}, "Woman, red top"),
        ({"has": ["carryingBackpack", "carryingUmbrella"]}, "Backpack and umbrella"),
        ({"any_of": [["carryingBackpack", "carryingUmbrella"]]}, "Backpack or umbrella"),
        ({"has": ["personalLess30", "upperBodyTshirt"]}, "Aged 16–30, T-shirt"),
        ({"has": ["upperBodyLogo", "upperBodyThinStripes"]}, "Logo and thin stripes on top"),
        ({"any_of": [["upperBodyLogo", "upperBodyPlaid"]]}, "Logo on top or plaid top"),
        ({"not_": ["accessoryHat", "accessorySunglasses"]}, "No hat or sunglasses"),
        ({"not_": ["personalMale"]}, "Not a man"),
        ({"not_": ["hairBald"]}, "Not bald"),
        ({"not_": ["personalLess15"]}, "Not aged under 16"),
        ({"not_": ["upperBodyNoSleeve"]}, "Not without sleeves"),
        ({"not_": ["carryingNothing"]}, "Carrying something"),
        ({"has": ["carryingNothing"]}, "Carrying nothing"),
        (
            {"prefer": ["carryingUmbrella", "lowerBodyJeans", "hairRed"]},
            "Anyone — preferably jeans, red hair and an umbrella",
        ),
        ({}, "Anyone"),
    ],
)
def test_ticks_read_as_english(ticks, words):
    assert Query.build(PETA, **ticks).in_words(PETA) == words


def test_schemas_whose_values_say_none_read_well_too():
    assert Query.build(MARKET, has=["accessoryNoHat", "ageOld"]).in_words(MARKET) == "Old, no hat"
    assert (
        Query.build(PA100K, has=["viewBack"], not_=["viewFront"]).in_words(PA100K)
        == "Seen from the back, not seen from the front"
    )


def test_a_complete_description_says_what_holds_and_which_groups_are_empty():
    vector = np.zeros(PETA.size)
    vector[[PETA.index(name) for name in ("personalFemale", "upperBodyBlack", "upperBodyGrey")]] = 1

    words = Query.complete(PETA, vector).in_words(PETA)

    assert words.startswith("Woman, no age, black and grey top only, no top, ")
    assert "nothing carried" in words


def test_a_clause_reads_alone_as_on_a_chip():
    query = Query.build(PETA, has=["upperBodyRed", "upperBodyPink"], not_=["accessoryHat"])

    assert [say_clause(clause, PETA) for clause in query.clauses] == ["red or pink top", "no hat"]
