import pytest
from PySide6.QtGui import QImage, QPixmap

from app.search import tile_cache
from app.search.results_item_model import TileFacts
from app.search.tile_cache import TileCache, TileContent
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.search.query import Query
from engine.search.searcher import Searcher


def content_of(ranked, *, image=None, is_chosen=False, **facts):
    nothing = {"rank_text": "1", "is_new": False, "is_marked": False, "is_member": False}
    return TileContent(facts=TileFacts(ranked, **(nothing | facts)), image=image, is_chosen=is_chosen)


@pytest.fixture
def contents(small_case, installed_model, qapp):
    with Gallery.open(small_case) as gallery:
        results = Searcher(gallery, QueryModel.load(installed_model)).search(Query()).results
    return [content_of(ranked) for ranked in results]


def test_a_tile_is_found_while_nothing_on_it_has_changed(contents):
    cache = TileCache()
    tile = QPixmap(10, 20)
    first = contents[0]
    cache.keep(first, tile)
    assert cache.find(content_of(first.facts.ranked)) is tile
    assert cache.find(content_of(first.facts.ranked, is_new=True)) is None
    assert cache.find(content_of(first.facts.ranked, is_chosen=True)) is None
    assert cache.find(content_of(first.facts.ranked, image=QImage(1, 1, QImage.Format.Format_RGB32))) is None
    assert cache.find(contents[1]) is None


def test_tiles_looked_at_longest_ago_give_way(contents, monkeypatch):
    monkeypatch.setattr(tile_cache, "KEPT_BYTES", 3 * 4 * 10 * 20)
    cache = TileCache()
    for content in contents[:3]:
        cache.keep(content, QPixmap(10, 20))
    cache.find(contents[0])
    cache.keep(contents[3], QPixmap(10, 20))
    assert [cache.find(content) is not None for content in contents[:4]] == [True, False, True, True]
    cache.keep(contents[0], QPixmap(10, 20))  # in place of itself
    assert [cache.find(content) is not None for content in contents[:4]] == [True, False, True, True]
