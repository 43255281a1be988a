"""How many crops a description is expected to fit, and what each tick costs."""

import json
import math

import numpy as np
import pytest

from engine.search.labelled_crops import LabelledCrops
from engine.search.query import Query
from engine.search.selectivity import estimate_selectivity

TEXT = "has:upperBodyRed|upperBodyBlack has:carryingBackpack not:accessoryHat prefer:hairLong"


@pytest.fixture
def searchable(vectors, logits, peta):
    crops = LabelledCrops(embeddings=vectors, logits=logits, vectors=np.zeros((len(vectors), peta.size), np.uint8))
    return crops.searchable("test-model")


def sigma(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def slow(peta, logits, rows):
    """Return the expected number that fits, and that number without each clause, by loops."""
    red, black = peta.index("upperBodyRed"), peta.index("upperBodyBlack")
    backpack, hat = peta.index("carryingBackpack"), peta.index("accessoryHat")
    sums = np.zeros(4)
    for row in rows:
        parts = [
            1 - (1 - sigma(logits[row, red])) * (1 - sigma(logits[row, black])),
            sigma(logits[row, backpack]),
            1 - sigma(logits[row, hat]),
        ]
        sums += [math.prod(parts), *(math.prod(parts[:n] + parts[n + 1 :]) for n in range(3))]
    return sums


@pytest.mark.parametrize("rows", [None, np.array([1, 5, 8, 30])])
def test_the_expected_number_and_the_gains_are_those_of_loops(searchable, peta, logits, rows):
    found = estimate_selectivity(Query.parse(TEXT, peta), searchable, peta, rows)
    whole, *without = slow(peta, logits, range(len(logits)) if rows is None else rows)
    assert found.considered == (len(logits) if rows is None else 4)
    assert found.fitting == pytest.approx(whole, rel=1e-4)
    assert found.one_in == pytest.approx(found.considered / whole, rel=1e-4)
    gains = {relaxation.words: relaxation.gained for relaxation in found.relaxations}
    assert set(gains) == {"black or red top", "backpack", "no hat"}
    expected = dict(zip(("black or red top", "backpack", "no hat"), np.array(without) - whole, strict=True))
    assert gains == pytest.approx(expected, rel=1e-3)
    assert list(gains.values()) == sorted(gains.values(), reverse=True)
    assert json.loads(json.dumps(found.to_dict()))["relaxations"][0]["without"] in gains


def test_what_excludes_nobody_fits_all(searchable, peta):
    for text in ("", "prefer:hairLong"):
        found = estimate_selectivity(Query.parse(text, peta), searchable, peta, None)
        assert (found.fitting, found.relaxations, found.one_in) == (60.0, (), 1.0)


def test_no_crop_is_nobody(searchable, peta):
    found = estimate_selectivity(Query.parse(TEXT, peta), searchable, peta, np.zeros(0, np.int64))
    assert (found.considered, found.fitting, found.one_in, found.relaxations) == (0, 0.0, None, ())
