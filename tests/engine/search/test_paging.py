"""The next page of a ranking goes on where the last one ended, and is looked up."""

import numpy as np
import pytest

from engine.errors import ConfigError
from engine.gallery.records import CropId, SourceKind
from engine.search import searcher as searcher_module
from engine.search.examples import NO_EXAMPLES, Example, Examples
from engine.search.filters import Filters
from engine.search.heads import Heads
from engine.search.query import Query
from engine.search.replay import find_search, replay
from engine.search.searcher import Searcher

GATE_A = Filters(cameras=frozenset({"Gate A"}))
CROPS = 60


class CountingHeads(Heads):
    """The heads, and how often they were asked."""

    asked = 0

    def score(self, query, searchable, model, rows):
        self.asked += 1
        return super().score(query, searchable, model, rows)


@pytest.fixture
def red(peta):
    return Query.build(peta, has=["upperBodyRed"])


def example(crop_id):
    return Examples(like=(Example(crop_id=CropId(crop_id)),))


@pytest.mark.parametrize("filters", [Filters(), GATE_A], ids=["all", "filtered"])
@pytest.mark.parametrize("examples", [NO_EXAMPLES, example(7)], ids=["ticks", "with an example"])
@pytest.mark.parametrize("is_empty", [False, True], ids=["described", "by time"])
def test_pages_together_are_the_whole_ranking(gallery, model, red, filters, examples, is_empty):
    query = Query() if is_empty else red
    whole = Searcher(gallery, model).search(query, filters, examples, limit=CROPS)
    searcher = Searcher(gallery, model)

    pages = [searcher.search(query, filters, examples, limit=7, offset=offset) for offset in range(0, CROPS, 7)]

    assert tuple(ranked for page in pages for ranked in page.results) == whole.results
    assert [ranked.rank for ranked in whole.results] == list(range(1, len(whole.results) + 1))
    assert [page.has_next_page for page in pages] == [page.offset + 7 < whole.considered for page in pages]


def test_the_next_page_is_not_scored_again(gallery, model, red):
    searcher, heads = Searcher(gallery, model), CountingHeads()

    first = searcher.search(red, limit=5, scorer=heads)
    second = searcher.search(red, limit=5, offset=5, scorer=heads)

    assert heads.asked == 1
    assert not {r.crop.id for r in first.results} & {r.crop.id for r in second.results}
    assert second.summary() == "6 to 10 of 60 ranked"
    searcher.search(red, GATE_A, limit=5, offset=5, scorer=heads)
    searcher.search(red, limit=5, offset=5, scorer=heads)
    assert heads.asked == 3  # another question, and the first one anew


def test_pages_beyond_what_is_kept_are_ranked_anew(gallery, model, red, monkeypatch):
    whole = Searcher(gallery, model).search(red, limit=CROPS)
    monkeypatch.setattr(searcher_module, "REMEMBERED", 10)
    searcher, heads = Searcher(gallery, model), CountingHeads()

    pages = [searcher.search(red, limit=5, offset=offset, scorer=heads).results for offset in (0, 5, 10, 50)]

    assert heads.asked == 3
    assert list(pages) == [whole.results[offset : offset + 5] for offset in (0, 5, 10, 50)]


def test_a_page_behind_the_end_is_empty(gallery, model, red):
    page = Searcher(gallery, model).search(red, limit=5, offset=CROPS)
    assert (page.results, page.considered, page.has_next_page) == ((), CROPS, False)


def test_an_offset_below_zero_is_refused(gallery, model, red):
    with pytest.raises(ConfigError, match="offset"):
        Searcher(gallery, model).search(red, offset=-1)


def test_what_is_kept_is_forgotten_when_the_case_changes(own_case, model, red, peta, vectors, new_frame):
    searcher = Searcher(own_case, model)
    before = searcher.search(red, limit=5)
    folder = own_case.folder.parent / "more"
    ids = own_case.record_frames(own_case.add_source(folder, SourceKind.FRAMES, "Gate C"), [new_frame(folder, 1, 9)])
    fitting = np.zeros((1, peta.size), np.float32)
    fitting[0, peta.index("upperBodyRed")] = 30
    own_case.save_embeddings(model.id, ids, vectors[:1], fitting)

    after = searcher.search(red, limit=5)

    assert after.results[0].crop.id == ids[0]
    assert [r.crop.id for r in after.results[1:]] == [r.crop.id for r in before.results[:4]]


def test_a_logged_page_is_replayed_as_that_page(own_case, model, red):
    ranking = Searcher(own_case, model).search(red, limit=5, offset=10)
    own_case.log("search", ranking.facts())
    assert replay(find_search(own_case, None), own_case, model).is_same
