"""The best for a complete description are found without scoring every crop, and none is missed."""

from dataclasses import replace

import numpy as np
import pytest

from engine.registry.query_model import QueryModel
from engine.registry.stored_calibration import StoredCalibration
from engine.search import complete_shortlist as module
from engine.search.complete import first_scores
from engine.search.complete_shortlist import AbsenceSums, complete_shortlist
from engine.search.labelled_crops import LabelledCrops
from engine.search.log_probability import log_absent
from engine.search.query import Query
from engine.search.search_fit import TRAINING_FIGURE

CROPS, NEAR = 3000, 60


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch):
    monkeypatch.setattr(module, "SCORED_AT_ONCE", 50)
    monkeypatch.setattr(module, "CANDIDATES", NEAR)


@pytest.fixture(scope="module")
def crops(peta):
    """Return crops whose cosines and heads disagree often, some of them twice."""
    random = np.random.default_rng(11)
    vectors = random.normal(size=(CROPS, 8)).astype(np.float32)
    logits = random.normal(-1, 2, (CROPS, peta.size)).astype(np.float32)
    vectors[-50:], logits[-50:] = vectors[:50], logits[:50]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return LabelledCrops(embeddings=vectors, logits=logits, vectors=np.zeros((CROPS, peta.size), np.uint8))


@pytest.fixture(scope="module")
def searchable(crops):
    return crops.searchable("test-model")


@pytest.fixture(params=["none", "linear", "softmax"])
def searching(request, model, peta):
    """Return the model with each kind of heads, and a cosine that weighs as much as they do."""
    random = np.random.default_rng(3)
    scale, bias = random.uniform(0.5, 1.5, peta.size), random.normal(0, 0.5, peta.size)
    calibration = StoredCalibration(
        peta, scale.astype(np.float32), bias.astype(np.float32), shares_softmax=request.param == "softmax"
    )
    card = replace(model.card, figures={TRAINING_FIGURE: 20.0})
    return QueryModel(card, model._layers, None, None if request.param == "none" else calibration)


@pytest.fixture
def complete(peta):
    category = np.zeros(peta.size, dtype=np.uint8)
    category[[0, 9, 30, 50, 77]] = 1
    return Query.complete(peta, category)


def best_of(scores, count):
    return np.argsort(-scores, kind="stable")[:count]


@pytest.mark.parametrize("rows", [None, np.arange(0, CROPS, 9), np.arange(0, CROPS, 2)], ids=["all", "few", "half"])
@pytest.mark.parametrize("count", [1, 25, NEAR])
def test_none_of_the_best_is_missed(searchable, searching, complete, rows, count):
    scores = first_scores(complete, searchable, searching, rows)

    shortlist = complete_shortlist(complete, searchable, searching, rows, count, AbsenceSums())

    asked = np.arange(CROPS) if rows is None else rows
    assert set(asked[best_of(scores, count)]) <= set(shortlist.tolist())
    assert np.all(np.diff(shortlist) > 0)
    of_shortlist = first_scores(complete, searchable, searching, shortlist)
    assert shortlist[best_of(of_shortlist, count)].tolist() == asked[best_of(scores, count)].tolist()
    assert len(shortlist) < count + 20


def test_the_best_need_not_be_among_the_nearest(searchable, searching, complete):
    scores = first_scores(complete, searchable, searching, None)
    embedding = searching.encode_categories(complete.vector(searching.schema)[np.newaxis])
    nearest = searchable.index.search(embedding, NEAR)[1][0]
    assert not set(best_of(scores, 25)) <= set(nearest.tolist())  # or the test above showed little


def test_preferences_count_as_they_do_in_the_scores(searchable, searching, peta):
    text = " ".join(f"has:{group.attributes[0].id}" for group in peta.groups) + " prefer:upperBodyRed"
    query = Query.parse(text, peta)
    best = best_of(first_scores(query, searchable, searching, None), 25)
    assert set(best) <= set(complete_shortlist(query, searchable, searching, None, 25, AbsenceSums()).tolist())


def test_few_crops_or_many_places_are_all_scored(searchable, searching, complete):
    for rows, count in ((np.arange(50), 5), (None, NEAR + 1)):
        assert complete_shortlist(complete, searchable, searching, rows, count, AbsenceSums()) is None


def test_the_sums_are_those_of_all_attributes_and_are_kept(searchable, searching, logits, crops, peta):
    sums = AbsenceSums()
    stored = crops.logits.astype(np.float16).astype(np.float32)
    expected = np.zeros(CROPS)
    for group in peta.groups:
        columns = list(stored[:, peta.slice_of(group)].T)
        own = columns if searching.calibration is None else searching.calibration.undone(group, columns)
        expected += sum(log_absent(column).astype(np.float64) for column in own)

    found = sums.of(searchable, searching)

    np.testing.assert_allclose(found, expected, rtol=1e-5)
    assert sums.of(searchable, searching) is found
    assert sums.of(crops.searchable("test-model"), searching) is not found
