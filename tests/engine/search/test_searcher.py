"""Ranking a real case, against slow loops over the same numbers."""

import math
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from engine.errors import ConfigError, ModelError, QueryError
from engine.evaluation.evidence_thresholds import Limits
from engine.gallery.gallery import Gallery
from engine.gallery.records import CaseInfo, Quality
from engine.giving_way import let_go_first
from engine.search.clause import Clause
from engine.search.evidence import Band, Verdict, band_of, evidence_on_all, find_evidence, verdict_of
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.scorers import SCORERS
from engine.search.searcher import Searcher

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
CROPS = 60


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def slow_heads(query, schema, logits):
    """Return the score of each crop by loops, in double precision, as method.md §7 writes it."""
    scores = []
    for row in logits:
        score = 0.0
        for clause in query.clauses:
            p = [sigmoid(float(row[schema.index(value)])) for value in clause.allowed]
            if clause.negated:
                holds = math.prod(1 - x for x in p)
            elif clause.combine.value == "both":
                holds = math.prod(p)
            else:
                holds = 1 - math.prod(1 - x for x in p)
            score += (0.5 if clause.preferred else 1.0) * math.log(holds)
        scores.append(score)
    return scores


def slow_order(scores, ids, limit):
    return [crop_id for _, crop_id in sorted(zip([-s for s in scores], ids, strict=True))][:limit]


@pytest.fixture
def searcher(gallery, model):
    return Searcher(gallery, model)


@pytest.fixture
def mixed(peta):
    return Query.build(
        peta,
        has=["upperBodyRed", "upperBodyPink", "carryingBackpack"],
        any_of=[["accessoryHat", "accessorySunglasses"]],
        not_=["personalMale", "lowerBodyJeans", "lowerBodyShorts"],
        prefer=["hairLong"],
    )


def ids_of(ranking):
    return [ranked.crop.id for ranked in ranking.results]


def test_heads_rank_as_the_slow_loop_does(searcher, mixed, peta, logits, gallery):
    ranking = searcher.search(mixed, limit=25, scorer=SCORERS["heads"])

    scores = slow_heads(mixed, peta, logits)
    assert ranking.scorer == "heads"
    assert [r.score for r in ranking.results] == pytest.approx(sorted(scores, reverse=True)[:25], rel=1e-4)
    rounded = np.round(scores, 5)
    assert ids_of(ranking) == slow_order(rounded, gallery.crop_ids(), 25)


def test_equal_scores_stand_by_crop_id(searcher, peta):
    ranking = searcher.search(Query.build(peta, has=["upperBodyRed"]), limit=CROPS)

    places = {crop_id: place for place, crop_id in enumerate(ids_of(ranking))}
    assert len(places) == CROPS
    for first in range(41, 51):  # its copy is ten further on
        assert places[first + 10] > places[first]


def test_a_cut_through_a_tie_keeps_the_lower_crop_id(searcher, peta):
    query = Query.build(peta, has=["upperBodyRed"])
    whole = searcher.search(query, limit=CROPS)
    tied = next(i for i, (a, b) in enumerate(zip(whole.results, whole.results[1:], strict=False)) if a.score == b.score)

    cut = searcher.search(query, limit=tied + 1)

    assert ids_of(cut) == ids_of(whole)[: tied + 1]


def test_the_same_search_gives_the_same_ranking(searcher, mixed, case_folder, model):
    with Gallery.open(case_folder, read_only=True) as again:
        assert Searcher(again, model).search(mixed) == searcher.search(mixed)


def test_zero_filled_ranks_by_the_cosine_of_the_demanded_values_alone(searcher, peta, model, vectors):
    query = Query.build(peta, has=["upperBodyRed"])

    ranking = searcher.search(query, limit=CROPS, scorer=SCORERS["zero-filled"])

    bits = np.zeros((1, peta.size), dtype=np.uint8)
    bits[0, peta.index("upperBodyRed")] = 1
    cosines = vectors.astype(np.float16).astype(np.float32) @ model.encode_categories(bits)[0]
    found = {r.crop.id: r.score for r in ranking.results}
    assert [found[crop_id] for crop_id in sorted(found)] == pytest.approx(cosines.tolist(), abs=1e-6)


def test_the_cosine_ranks_a_complete_description_as_the_paper_does(searcher, peta, model, vectors):
    category = np.zeros(peta.size, dtype=np.uint8)
    category[[0, 9, 30, 50]] = 1
    query = Query.complete(peta, category)

    ranking = searcher.search(query, limit=10, scorer=SCORERS["cosine"])

    cosines = vectors.astype(np.float16).astype(np.float32) @ model.encode_categories(category[np.newaxis])[0]
    assert ranking.scorer == "cosine"
    assert [r.score for r in ranking.results] == pytest.approx(sorted(cosines.tolist(), reverse=True)[:10], abs=1e-6)


def test_the_cosine_refuses_a_description_that_leaves_groups_open(searcher, peta):
    with pytest.raises(QueryError, match="complete descriptions only"):
        searcher.search(Query.build(peta, has=["upperBodyRed"]), scorer=SCORERS["cosine"])


@pytest.mark.parametrize("scorer", ["fused", "heads", "zero-filled"])
def test_a_filtered_search_is_the_whole_ranking_without_the_others(searcher, peta, scorer):
    query = Query.build(peta, has=["upperBodyRed"])
    filters = Filters(
        cameras=frozenset({"Gate B"}), start=NOON + timedelta(seconds=3), end=NOON + timedelta(seconds=25)
    )

    narrow = searcher.search(query, filters, limit=CROPS, scorer=SCORERS[scorer])
    whole = searcher.search(query, limit=CROPS, scorer=SCORERS[scorer])

    inside = [r for r in whole.results if r.crop.camera == "Gate B" and r.crop.time and 3 <= r.crop.frame_number <= 25]
    assert [(r.crop.id, r.score) for r in narrow.results] == [(r.crop.id, r.score) for r in inside]
    assert (narrow.considered, narrow.searchable, narrow.total) == (21, CROPS, CROPS)  # 3 … 25 without 10 and 20


def test_what_is_cut_is_said(searcher, peta):
    ranking = searcher.search(Query.build(peta, has=["upperBodyRed"]), limit=20)

    assert ranking.is_cut
    assert ranking.summary() == "20 of 60 ranked"


def test_filters_that_leave_nothing_give_an_empty_ranking(searcher, mixed, peta):
    nowhere = Filters(cameras=frozenset({"Gate C"}))

    for scorer in ("heads", "zero-filled"):
        ranking = searcher.search(mixed, nowhere, scorer=SCORERS[scorer])
        assert (ranking.results, ranking.considered) == ((), 0)


def test_a_description_that_says_nothing_lists_by_time_with_unknown_times_last(searcher):
    ranking = searcher.search(Query(), limit=CROPS)

    times = [r.crop.time for r in ranking.results]
    known = [time for time in times if time is not None]
    assert known == sorted(known) == times[: len(known)]
    assert ranking.scorer == "time"
    assert {r.score for r in ranking.results} == {0.0}
    assert {r.band for r in ranking.results} == {None}


def test_a_case_without_embeddings_ranks_nobody(tmp_path, model, mixed):
    info = CaseInfo(name="Empty", created=NOON, bolo_version="0.1.0")
    with Gallery.create(tmp_path / "empty.bolo", info) as empty:
        ranking = Searcher(empty, model).search(mixed)

    assert (ranking.results, ranking.total) == ((), 0)


def test_a_limit_below_one_is_refused(searcher):
    with pytest.raises(ConfigError, match="limit"):
        searcher.search(Query(), limit=0)


def test_evidence_gives_each_tick_the_probability_that_it_holds(searcher, mixed, peta, logits):
    best = searcher.search(mixed).results[0]

    row = logits[best.crop.id - 1]
    assert [found.attribute_id for found in best.evidence] == [
        value for clause in mixed.clauses for value in clause.values(peta)
    ]
    for found in best.evidence:
        assert found.probability == pytest.approx(sigmoid(float(row[peta.index(found.attribute_id)])), rel=1e-5)


def test_evidence_of_an_excluded_value_turns_round(searcher, peta):
    query = Query.build(peta, not_=["accessoryHat"])

    for ranked in searcher.search(query, limit=CROPS).results:
        tick, clause = ranked.evidence[0], ranked.clauses[0]
        assert clause.probability == pytest.approx(1 - tick.probability, abs=1e-6)
        assert tick.verdict is clause.verdict


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [(1.0, "agrees"), (0.75, "agrees"), (0.74, "cannot tell"), (0.26, "cannot tell"), (0.25, "contradicts")],
)
def test_the_verdict_turns_at_the_limits(probability, verdict):
    limits = Limits(contradicts_to=0.25, agrees_from=0.75)
    assert verdict_of(probability, limits) is Verdict(verdict)


def test_the_band_is_the_geometric_mean_over_what_must_hold(searcher, mixed):
    for ranked in searcher.search(mixed, limit=CROPS).results:
        must = [found.probability for found in ranked.clauses if not found.clause.preferred]
        mean = math.prod(must) ** (1 / len(must))
        assert ranked.band is (Band.STRONG if mean >= 0.75 else Band.FAIR if mean >= 0.5 else Band.WEAK)


def test_nothing_asked_has_no_band():
    assert band_of([]) is None


def test_an_attributes_own_limits_come_from_the_card(gallery, model, peta):
    name = "upperBodyRed"
    limits = {"pooled": [0.1, 0.9], "by_attribute": {name: [-1.0, 2.0]}}
    careful = Searcher(gallery, model.with_figures({"evidence": limits}))

    for ranked in careful.search(Query.parse(f"has:{name} not:accessoryHat", peta), limit=CROPS).results:
        red, hat = ranked.evidence
        assert red.verdict is ranked.clauses[0].verdict is Verdict.CANNOT_TELL
        expected = "contradicts" if hat.probability >= 0.9 else "agrees" if hat.probability <= 0.1 else "cannot tell"
        assert hat.verdict is ranked.clauses[1].verdict is Verdict(expected)


def test_a_card_with_unreadable_limits_is_refused(gallery, model, peta):
    broken = Searcher(gallery, model.with_figures({"evidence": {"pooled": "wide"}}))

    with pytest.raises(ModelError, match="fit the model again"):
        broken.search(Query.parse("has:upperBodyRed", peta))


def test_a_blurred_crop_weakens_what_the_heads_say(gallery, model, peta):
    searchable = gallery.searchable(model.id)
    query, row = Query.parse("has:upperBodyRed not:accessoryHat", peta), np.array([4])
    clear, poor = (
        Quality(height_px=200, sharpness=900.0, truncated=0.0),
        Quality(height_px=20, sharpness=3.0, truncated=0.0),
    )

    said = [find_evidence(query, searchable, model, row, [quality])[0] for quality in (clear, poor)]

    for sure, unsure in zip(said[0].evidence, said[1].evidence, strict=True):
        assert abs(unsure.probability - 0.5) < abs(sure.probability - 0.5)
        assert (unsure.probability > 0.5) == (sure.probability > 0.5)


def test_all_that_is_seen_in_a_crop_is_what_asking_after_each_attribute_alone_gives(gallery, model, peta):
    searchable = gallery.searchable(model.id)
    each = Query(
        clauses=tuple(
            Clause(group_id=group.id, allowed=frozenset({attribute.id}))
            for group in peta.groups
            for attribute in group.attributes
        )
    )
    for row, crop in enumerate(gallery.crops()):
        slow = find_evidence(each, searchable, model, np.array([row]), [crop.quality])[0].evidence
        assert evidence_on_all(searchable, model, row, crop.quality) == slow


def test_a_page_of_results_gives_way_between_its_rows(searcher, peta):
    times = []
    let_go_first(lambda: times.append(1))
    try:
        found = searcher.search(Query.parse("has:upperBodyRed", peta), limit=20)
    finally:
        let_go_first(None)
    assert len(times) >= 2 * len(found.results) == 40


def test_the_log_keeps_the_description_as_text_and_in_words(searcher, peta):
    facts = searcher.search(Query.parse("has:upperBodyRed not:accessoryHat", peta)).facts()

    assert (facts["query"], facts["words"]) == ("has:upperBodyRed not:accessoryHat", "Red top, no hat")
