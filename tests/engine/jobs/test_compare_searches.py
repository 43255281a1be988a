"""The saved searches of a case by two models, whatever one of them does not know."""

import pytest

from engine.attributes.schema_file import schema_from_dict
from engine.gallery.gallery import Gallery
from engine.gallery.records import StoredSearch
from engine.jobs import compare_searches as module
from engine.jobs.compare_searches import compare_searches
from engine.jobs.embed_gallery import embed_gallery
from engine.progress import Progress
from tests.engine.jobs.prepared_model import Stand, write_model
from tests.engine.jobs.test_activate import add_people

CROPS = 12


def small_schema(*attributes):
    group = {"id": "wears", "title": "Wears", "kind": "accessories", "exclusive": False, "combine": "both"}
    group["attributes"] = [{"id": name, "label": name.title()} for name in attributes]
    return schema_from_dict({"name": "small", "title": "Small", "group": [group]})


@pytest.fixture
def models(tmp_path):
    old = write_model(tmp_path / "models" / "old", 0, small_schema("hat", "bag"))
    return old, write_model(tmp_path / "models" / "new", 1, small_schema("bag", "vest"))


def test_a_search_that_one_model_cannot_be_asked_is_said_of_a_part_of_the_crops_too(case, models, monkeypatch):
    old, new = models
    monkeypatch.setattr(module, "MOST_CROPS", CROPS - 4)
    monkeypatch.setattr(module, "BEST_OF_EACH", 2)
    monkeypatch.setattr(module, "load_model", Stand)
    with Gallery.open(case) as gallery:
        add_people(gallery, CROPS)
        embed_gallery(gallery, Stand(old), Progress())
        for name in ("hat", "vest", "bag"):
            gallery.save_query(name, StoredSearch(text=f"has:{name}"))
        found = compare_searches(gallery, old, new, Progress())
    pairs = {pair.search: pair for pair in found.pairs}
    assert found.crops == CROPS and found.ranked <= CROPS - 2
    assert sorted(pairs) == ["bag", "hat", "vest"]
    assert "vest" in pairs["vest"].problem and "hat" in pairs["hat"].problem
    assert not pairs["bag"].problem and len(pairs["bag"].old) == len(pairs["bag"].new) == found.ranked
