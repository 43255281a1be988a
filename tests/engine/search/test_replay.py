"""A logged search run again."""

from dataclasses import replace as replaced

import numpy as np
import pytest

from engine.errors import QueryError
from engine.gallery.records import CropId, SourceKind
from engine.registry.query_model import QueryModel
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.replay import find_search, replay
from engine.search.searcher import Searcher

TEXT = "has:upperBodyRed|upperBodyPink not:accessoryHat prefer:hairLong"


def log_search(gallery, model, peta, vectors, text=TEXT):
    picture = Example(name="her.jpg", sha256="ab" * 32, vector=vectors[3])
    examples = Examples(like=(Example(crop_id=CropId(9)), picture), unlike=(Example(crop_id=CropId(2)),))
    filters = Filters(cameras=frozenset({"Gate A"}))
    ranking = Searcher(gallery, model).search(Query.parse(text, peta), filters, examples, limit=12)
    return gallery.log("search", ranking.facts())


def test_a_search_gives_what_it_gave(own_case, model, peta, vectors):
    log_search(own_case, model, peta, vectors)
    found = replay(find_search(own_case, None), own_case, model)
    assert (found.is_same, found.changes) == (True, ())
    assert found.words.startswith("Red or pink top")


def test_what_changed_is_said(own_case, model, peta, vectors, logits, new_frame):
    entry = log_search(own_case, model, peta, vectors)
    source = own_case.add_source(own_case.folder.parent / "more", SourceKind.FRAMES, "Gate A")
    ids = own_case.record_frames(source, [new_frame(own_case.folder.parent / "more", 1, 9)])
    fitting = np.full_like(logits[:1], -9.0)
    fitting[0, [peta.index("upperBodyRed"), peta.index("hairLong")]] = 9.0
    own_case.save_embeddings(model.id, ids, vectors[8:9], fitting)
    found = replay(entry, own_case, model)
    assert not found.is_same
    assert found.changes[0] == "It ranked 30 crops, and 31 pass the filters now."
    assert found.changes[1] == "Of the 12 crops then shown 1 are not shown now, and 1 others are."
    assert found.changes[2].startswith("The first place that differs is 1: crop ")
    assert found.changes[2].endswith(f"crop {ids[0]} now.")


def test_another_model_is_named(own_case, model, peta, vectors):
    entry = log_search(own_case, model, peta, vectors)
    other = QueryModel(replaced(model.card, model_id="other-model"), model._layers)
    found = replay(entry, own_case, other)  # which has embedded nothing
    assert not found.is_same and "other-model searches now" in found.changes[0]


def test_a_line_that_is_no_search_is_refused(own_case, model, peta, vectors):
    with pytest.raises(QueryError, match="no search to replay"):
        find_search(own_case, None)
    entry = log_search(own_case, model, peta, vectors)
    own_case.log("import", {})
    with pytest.raises(QueryError, match=f"its last search is line {entry.number}"):
        find_search(own_case, entry.number + 1)
    broken = own_case.log("search", {"query": TEXT})
    with pytest.raises(QueryError, match="cannot be replayed"):
        replay(broken, own_case, model)
