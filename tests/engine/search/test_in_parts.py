"""Many crops are scored a part at a time, with the same numbers."""

import numpy as np
import pytest

from engine.search import complete_shortlist, largest, log_probability
from engine.search.complete_shortlist import AbsenceSums
from engine.search.filters import Filters
from engine.search.heads import Heads
from engine.search.query import Query
from engine.search.searcher import Searcher


@pytest.mark.parametrize("rows", [None, np.arange(3, 60, 2)], ids=["all", "some"])
def test_crops_looked_at_in_parts_are_those_looked_at_at_once(gallery, model, peta, monkeypatch, rows):
    searchable = gallery.searchable(model.id)
    query = Query.parse("has:upperBodyRed|upperBodyPink not:accessoryHat prefer:hairLong", peta)
    complete = Query.complete(peta, np.eye(1, peta.size, 9)[0])
    filters = Filters(cameras=None if rows is None else frozenset({"Gate B"}))

    def look():
        sums = complete_shortlist._head_sums(complete, searchable, model, rows, AbsenceSums().of(searchable, model))
        estimate = Searcher(gallery, model).estimate(query, filters)
        return Heads().score(query, searchable, model, rows), sums, estimate

    at_once = look()
    monkeypatch.setattr(log_probability, "CROPS_AT_A_TIME", 7)
    in_parts = look()

    np.testing.assert_array_equal(in_parts[0], at_once[0])
    np.testing.assert_array_equal(in_parts[1], at_once[1])
    assert in_parts[2].fitting == pytest.approx(at_once[2].fitting)
    gained = [[relaxation.gained for relaxation in estimate.relaxations] for estimate in (in_parts[2], at_once[2])]
    assert gained[0] == pytest.approx(gained[1])


@pytest.mark.parametrize("limit", [1, 5, 30, 60, 200])
def test_the_best_are_found_in_parts(monkeypatch, limit):
    monkeypatch.setattr(largest, "CROPS_AT_A_TIME", 7)
    scores = np.random.default_rng(limit).integers(0, 20, 60).astype(np.float32)  # many tie
    expected = np.argsort(-scores, kind="stable")[:limit]
    assert largest.best_places(scores, limit).tolist() == expected.tolist()
