"""Completion, posterior, fused and zero-filled against slow loops, and what or, not and prefer do in each."""

import math

import numpy as np
import pytest

from engine.errors import ConfigError, ModelError
from engine.registry.known_categories import KnownCategories
from engine.search import candidates
from engine.search.candidates import Effort, rescored
from engine.search.category_cosine import unit
from engine.search.fitting_categories import fitting_categories
from engine.search.labelled_crops import LabelledCrops
from engine.search.query import Query
from engine.search.scorers import SCORERS, default_scorer, scorer_named, scorers_for
from engine.search.search_fit import FIGURE, SearchFit
from engine.search.searcher import Searcher

FIT = SearchFit(sharpness=5.0, broken_weight=0.2, posterior_weight=0.7, heads_weight=0.4)
PARTIAL = ("fused", "heads", "posterior", "completion", "zero-filled")


@pytest.fixture(scope="module")
def knowing(model, peta):
    random = np.random.default_rng(8)
    known = KnownCategories.of((random.random((40, peta.size)) < 0.25).astype(np.uint8))
    return model.knowing(known).with_figures({FIGURE: FIT.to_dict()})


@pytest.fixture(scope="module")
def crops(vectors, logits, peta):
    return LabelledCrops(embeddings=vectors, logits=logits, vectors=np.zeros((len(vectors), peta.size), np.uint8))


@pytest.fixture(scope="module")
def searchable(crops):
    return crops.searchable("test-model")


def embed(model, vector):
    return model.encode_categories(np.asarray(vector)[np.newaxis])[0].astype(np.float64)


def slow_posterior(clauses, model, crop):
    """Return log of the share of e^(σ cos) on categories that fit, by loops."""
    fitting = fitting_categories(clauses, model.known, model.schema)
    fits = misfits = 0.0
    for vector, satisfies in zip(model.known.vectors, fitting.satisfying, strict=True):
        mass = math.exp(FIT.sharpness * float(crop @ embed(model, vector)))
        fits, misfits = (fits + mass, misfits) if satisfies else (fits, misfits + mass)
    for vector, broken in zip(fitting.overwritten, fitting.broken, strict=True):
        fits += FIT.broken_weight**broken * math.exp(FIT.sharpness * float(crop @ embed(model, vector)))
    return math.log(fits / (fits + misfits))


def slow_completion(clauses, model):
    fitting = fitting_categories(clauses, model.known, model.schema)
    mean = np.zeros(8)
    for vector, satisfies in zip(model.known.vectors, fitting.satisfying, strict=True):
        mean += embed(model, vector) if satisfies else 0
    for vector, broken in zip(fitting.overwritten, fitting.broken, strict=True):
        mean += FIT.broken_weight**broken * embed(model, vector)
    return mean / np.linalg.norm(mean)


def half(vectors):
    return vectors.astype(np.float16).astype(np.float64)


TEXT = "has:upperBodyRed|upperBodyBlack has:carryingBackpack not:accessoryHat|accessoryMuffler prefer:hairLong"


def test_the_posterior_is_the_share_of_the_categories_that_fit(knowing, searchable, peta, vectors):
    query = Query.parse(TEXT, peta)

    scores = SCORERS["posterior"].score(query, searchable, knowing, None)

    must, wish = query.clauses[:3], query.clauses[3:]
    slow = [slow_posterior(must, knowing, crop) + 0.5 * slow_posterior(wish, knowing, crop) for crop in half(vectors)]
    assert scores == pytest.approx(slow, abs=1e-4)


def test_the_completion_is_the_cosine_with_the_mean_of_those_that_fit(knowing, searchable, peta, vectors):
    query = Query.parse(TEXT, peta)

    scores = SCORERS["completion"].score(query, searchable, knowing, None)

    meant = (slow_completion(query.clauses[:3], knowing) + slow_completion(query.clauses, knowing)) / 2
    assert scores == pytest.approx(half(vectors) @ meant / np.linalg.norm(meant), abs=1e-4)


@pytest.mark.parametrize("length", [1.0, 1e-15, 1e-25])
def test_a_mean_of_categories_that_hardly_count_has_unit_length_too(length):
    assert np.linalg.norm(unit(np.array([0.6 * length, -0.8 * length], np.float32))) == pytest.approx(1)


def test_fused_is_the_weighted_sum_of_the_two_probabilities(knowing, searchable, peta):
    must, wish = "has:upperBodyRed|upperBodyBlack has:carryingBackpack", "personalFemale"
    probabilities = {
        (name, text): np.exp(SCORERS[name].score(Query.parse(text, peta), searchable, knowing, None).astype(np.float64))
        for name in ("posterior", "heads")
        for text in (must, f"has:{wish}")
    }

    fused = SCORERS["fused"].score(Query.parse(f"{must} prefer:{wish}", peta), searchable, knowing, None)

    pooled = {
        text: 0.7 * probabilities["posterior", text] + 0.4 * probabilities["heads", text]
        for text in (must, f"has:{wish}")
    }
    assert fused == pytest.approx(np.log(pooled[must]) + 0.5 * np.log(pooled[f"has:{wish}"]), abs=1e-4)


def test_in_a_large_case_only_the_best_by_the_heads_are_pooled(knowing, searchable, peta, monkeypatch):
    query = Query.parse(TEXT, peta)
    of_all = SCORERS["fused"].score(query, searchable, knowing, None)
    of_heads = SCORERS["heads"].score(query, searchable, knowing, None)
    falling = -np.sort(-of_heads)
    count = next(n for n in range(10, 20) if falling[n - 1] > falling[n])  # some crops are there twice
    monkeypatch.setattr(candidates, "ALL_EXACTLY", 10)
    monkeypatch.setattr(candidates, "EFFORTS", ((len(of_all), Effort(count, 8192)),))

    found = SCORERS["fused"].score(query, searchable, knowing, None)

    best = np.argsort(-of_heads, kind="stable")[:count]
    assert found[best] == pytest.approx(of_all[best], abs=1e-5)
    others = np.setdiff1d(np.arange(len(found)), best)
    assert found[others].max() < found[best].min()
    assert np.array_equal(np.argsort(found[others]), np.argsort(of_heads[others]))
    some = np.arange(1, len(found), 2)
    assert SCORERS["fused"].shortlist(query, searchable, knowing, None, count).tolist() == sorted(best)
    assert set(SCORERS["fused"].shortlist(query, searchable, knowing, some, count)) <= set(some)
    assert SCORERS["fused"].shortlist(query, searchable, knowing, None, count + 1) is None


def test_zero_filled_takes_the_mean_over_alternatives(knowing, searchable, peta, vectors):
    query = Query.parse("has:upperBodyRed|upperBodyBlack has:carryingBackpack", peta)

    scores = SCORERS["zero-filled"].score(query, searchable, knowing, None)

    total = np.zeros(8)
    for colour in ("upperBodyRed", "upperBodyBlack"):
        bits = np.zeros(peta.size, np.uint8)
        bits[[peta.index(colour), peta.index("carryingBackpack")]] = 1
        total += embed(knowing, bits)
    assert scores == pytest.approx(half(vectors) @ total / np.linalg.norm(total), abs=1e-4)


@pytest.mark.parametrize("name", PARTIAL)
@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("has:upperBodyRed", "has:upperBodyRed|upperBodyBlue"),
        ("has:upperBodyRed", "has:upperBodyRed not:accessoryHat"),
        ("not:accessoryHat", "not:accessoryMuffler"),
        ("has:upperBodyRed", "has:upperBodyRed prefer:personalFemale"),
        ("prefer:personalFemale", "prefer-not:personalFemale"),
    ],
)
def test_or_not_and_prefer_each_change_the_ranking(name, plain, other, knowing, searchable, peta):
    orders = [
        np.argsort(-SCORERS[name].score(Query.parse(text, peta), searchable, knowing, None), kind="stable").tolist()
        for text in (plain, other)
    ]

    assert orders[0] != orders[1]


@pytest.mark.parametrize("name", ["posterior", "heads", "fused"])  # the completions of both lie near the mean of all
def test_not_favours_those_whom_has_disfavours(name, knowing, searchable, peta):
    has, has_not = (
        SCORERS[name].score(Query.parse(f"{word}:upperBodyBlack", peta), searchable, knowing, None)
        for word in ("has", "not")
    )

    assert np.corrcoef(has, has_not)[0, 1] < -0.3


@pytest.mark.parametrize("name", PARTIAL)
def test_rows_are_scored_as_in_the_whole(name, knowing, searchable, peta):
    query, rows = Query.parse(TEXT, peta), np.array([3, 17, 40])

    whole = SCORERS[name].score(query, searchable, knowing, None)

    assert SCORERS[name].score(query, searchable, knowing, rows) == pytest.approx(whole[rows], abs=1e-5)
    assert SCORERS[name].score(query, searchable, knowing, rows[:0]).shape == (0,)


def test_zero_filled_ranks_a_complete_description_as_the_cosine_does(knowing, searchable, peta):
    vector = np.zeros(peta.size, np.uint8)
    vector[[2, 11, 30]] = 1
    query = Query.complete(peta, vector)

    both = [SCORERS[name].score(query, searchable, knowing, None) for name in ("zero-filled", "cosine")]

    assert both[0] == pytest.approx(both[1], abs=1e-6)


def test_beyond_the_candidates_the_fast_pass_orders_the_rest():
    fast = np.array([5, 4, 3, 2, 1, 0], np.float32)

    scores = rescored(np.arange(10, 16), lambda: fast, lambda rows: -rows.astype(np.float32), count=3)

    assert scores[:3].tolist() == [-10, -11, -12]
    assert np.argsort(-scores).tolist() == [0, 1, 2, 3, 4, 5]


def test_few_rows_are_all_scored_exactly_without_a_fast_pass():
    def never():
        raise AssertionError

    assert rescored(np.arange(3), never, lambda rows: rows * 2.0, count=3).tolist() == [0, 2, 4]


@pytest.mark.parametrize("name", ["posterior", "completion"])
def test_a_model_without_its_categories_says_what_it_lacks(name, model, gallery, peta):
    with pytest.raises(ModelError, match=r"stored without the categories .* bolo models fit"):
        Searcher(gallery, model).search(Query.parse("has:upperBodyRed", peta), scorer=SCORERS[name])


def test_a_model_without_its_categories_offers_the_other_scorers(model, knowing):
    assert list(scorers_for(model)) == ["fused", "heads", "zero-filled", "cosine"]
    assert list(scorers_for(knowing)) == list(SCORERS)


def test_fused_without_categories_is_the_heads_or_for_complete_descriptions_the_cosine_too(model, searchable, peta):
    partial, complete = Query.parse("has:upperBodyRed", peta), Query.complete(peta, np.zeros(peta.size))
    score = {
        n: lambda query, n=n: SCORERS[n].score(query, searchable, model, None) for n in ("fused", "heads", "cosine")
    }

    assert np.array_equal(score["fused"](partial), score["heads"](partial))
    assert score["fused"](complete) == pytest.approx(
        score["heads"](complete) + 40 * score["cosine"](complete), rel=1e-5
    )


def test_the_default_is_the_one_that_wins_the_benchmark():
    assert default_scorer().name == "fused"


def test_an_unknown_scorer_is_refused_with_the_known_names():
    with pytest.raises(ConfigError, match="fused, heads, posterior, completion, zero-filled, cosine"):
        scorer_named("best")


def test_a_card_with_unreadable_weights_is_refused(model):
    with pytest.raises(ModelError, match="fit the model again"):
        SearchFit.of(model.with_figures({FIGURE: {"sharpness": "much"}}).card)
