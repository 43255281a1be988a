"""What counts as a hit: what tiles show without a cross and as strong, or as fair among the best twenty."""

from dataclasses import replace

import numpy as np
import pytest

from engine.gallery.logit_columns import LogitColumns
from engine.gallery.records import CropId
from engine.registry.query_model import QueryModel
from engine.search.evidence import Band, Verdict, find_evidence
from engine.search.examples import NO_EXAMPLES, Example, Examples
from engine.search.heads import Heads
from engine.search.hits import BEST, best_of, find_hits
from engine.search.query import Query
from engine.search.scorers import default_scorer

EVERYBODY = np.arange(60)
NOBODY_YET = CropId(0)


@pytest.fixture
def searchable(gallery, model):
    """Return the small case, its crops of several sizes, so that the small ones weaken what the heads say."""
    found = gallery.searchable(model.id)
    heights = np.resize(np.array([16, 40, 64, 200], np.int32), found.count)
    return replace(found, heights_px=heights, sharpness=np.resize(np.array([2, 90, 400], np.float32), found.count))


def hits(query, searchable, model, *, rows=EVERYBODY, examples=NO_EXAMPLES, after=NOBODY_YET):
    found = find_hits(query, examples, searchable, model, rows, default_scorer(), after)
    return searchable.crop_ids[found].tolist()


def shown_as_hits(query, searchable, model, gallery):
    """Return what rank and evidence on the tiles give, crop by crop."""
    qualities = [
        replace(crop.quality, height_px=int(height), sharpness=float(sharpness))
        for crop, height, sharpness in zip(gallery.crops(), searchable.heights_px, searchable.sharpness, strict=True)
    ]
    found = find_evidence(query, searchable, model, EVERYBODY, qualities)
    scores = default_scorer().score(query, searchable, model, EVERYBODY)
    best = {int(searchable.crop_ids[row]) for row in sorted(EVERYBODY, key=lambda row: (-scores[row], row))[:BEST]}
    return [
        int(crop_id)
        for crop_id, findings in zip(searchable.crop_ids, found, strict=True)
        if findings.band is Band.STRONG or (findings.band is Band.FAIR and crop_id in best)
        if all(
            seen.verdict is not Verdict.CONTRADICTS
            for seen in findings.clauses
            if not seen.clause.preferred or all(clause.preferred for clause in query.clauses)
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "has:upperBodyRed",
        "not:accessoryHat",
        "has:upperBodyRed|upperBodyPink not:accessoryHat",
        "has:upperBodyRed not:carryingBackpack prefer:hairLong",
        "not:accessoryHat|accessorySunglasses",
        "prefer:hairLong prefer-not:accessoryHat",
        "has:carryingBackpack&carryingPlasticBags",
    ],
)
def test_hits_are_uncontradicted_and_strong_or_fair_among_the_best(searchable, model, peta, gallery, text):
    query = Query.parse(text, peta)
    expected = shown_as_hits(query, searchable, model, gallery)
    assert hits(query, searchable, model) == expected
    half = expected[len(expected) // 2] if expected else 30
    assert hits(query, searchable, model, after=half) == [crop_id for crop_id in expected if crop_id > half]


def test_a_tick_with_limits_that_a_crop_can_meet_can_be_contradicted(searchable, model, peta, gallery):
    """A strong band hides a contradiction where limits are wide; such a crop is no hit."""
    evidence = {"pooled": [0.25, 0.8], "by_attribute": {"upperBodyRed": [0.78, 0.9], "accessoryHat": [0.2, 0.21]}}
    strict = QueryModel(replace(model.card, figures={"evidence": evidence}), model._layers)
    query = Query.parse("has:upperBodyRed not:accessoryHat", peta)
    lenient = hits(query, searchable, model)
    assert hits(query, searchable, strict) == shown_as_hits(query, searchable, strict, gallery)
    assert set(hits(query, searchable, strict)) < set(lenient)


def test_a_fair_crop_behind_the_best_twenty_is_no_hit(searchable, model, peta, gallery):
    """Twenty better ones are in the case already: what is new is not worth a look."""
    logits = np.full((peta.size, 60), -4.0, np.float16)
    logits[peta.index("accessoryHat")] = 0.3  # fair
    logits[peta.index("accessoryHat"), :20] = 0.9  # fair as well, and better
    fair = replace(
        searchable, columns=LogitColumns((logits,)), heights_px=np.full(60, 200, np.int32), sharpness=np.full(60, 400.0)
    )
    query = Query.parse("has:accessoryHat", peta)
    assert hits(query, fair, model) == list(range(1, 21))
    assert hits(query, fair, model, after=CropId(15)) == list(range(16, 21))
    assert hits(query, fair, model, after=CropId(20)) == []
    assert hits(query, fair, model, rows=np.arange(30, 60)) == list(range(31, 51))  # of those that the filters let pass


def test_a_search_that_says_nothing_has_all_that_pass(searchable, model):
    assert hits(Query(), searchable, model, rows=np.array([3, 9, 50]), after=CropId(10)) == [51]
    assert hits(Query(), searchable, model, rows=np.array([], np.int64)) == []


def test_examples_alone_have_the_best_twenty_among_all(searchable, model, vectors):
    examples = Examples(like=(Example(crop_id=CropId(7)),))
    found = hits(Query(), searchable, model, examples=examples)
    near = vectors.astype(np.float16).astype(np.float64) @ vectors[6]
    assert len(found) == BEST and 7 in found
    assert set(found) == set((np.argsort(-near, kind="stable")[:BEST] + 1).tolist())
    after = found[10]
    assert hits(Query(), searchable, model, examples=examples, after=after) == found[11:]  # not the best of the new


def test_of_too_many_hits_the_best_are_marked(searchable, model, peta):
    query = Query.parse("has:upperBodyRed", peta)
    scores = Heads().score(query, searchable, model, EVERYBODY)
    best = best_of(EVERYBODY, query, searchable, model, Heads(), 5)
    assert best.tolist() == sorted(np.argsort(-scores, kind="stable")[:5].tolist())
    assert best_of(EVERYBODY[:4], query, searchable, model, Heads(), 5).tolist() == [0, 1, 2, 3]
    assert best_of(EVERYBODY, Query(), searchable, model, Heads(), 2).tolist() == [58, 59]
