"""More like this, not like that, with and without ticks."""

import json

import numpy as np
import pytest

from engine.errors import QueryError
from engine.gallery.records import CropId
from engine.search.examples import EXAMPLES_WEIGHT, UNLIKE_WEIGHT, ByExample, Example, Examples
from engine.search.heads import Heads
from engine.search.query import Query
from engine.search.searcher import Searcher


@pytest.fixture
def searcher(gallery, model):
    return Searcher(gallery, model)


def crop(number: int) -> Example:
    return Example(crop_id=CropId(number))


def half(vectors):
    return vectors.astype(np.float16).astype(np.float64)


def test_like_alone_ranks_by_the_cosine_with_the_crop_itself_first(searcher, vectors):
    ranking = searcher.search(Query(), examples=Examples(like=(crop(7),)), limit=60)

    assert ranking.results[0].crop.id == 7
    assert ranking.scorer == "fused and examples"
    scores = {result.crop.id: result.score for result in ranking.results}
    cosines = half(vectors) @ half(vectors)[6]
    assert [scores[n + 1] for n in range(60)] == pytest.approx((EXAMPLES_WEIGHT * cosines).tolist(), abs=2e-2)


def test_ticks_and_examples_add_up_as_rocchio_has_it(searcher, gallery, model, peta, vectors):
    query = Query.parse("has:upperBodyRed not:accessoryHat", peta)
    examples = Examples(like=(crop(3), crop(12)), unlike=(crop(20),))
    searchable = gallery.searchable(model.id)

    found = ByExample(Heads(), examples).score(query, searchable, model, None)

    exact = half(vectors)
    direction = exact[[2, 11]].mean(axis=0) - UNLIKE_WEIGHT * exact[19]
    expected = Heads().score(query, searchable, model, None) + 2 * EXAMPLES_WEIGHT * exact @ direction  # two groups
    assert found == pytest.approx(expected, abs=2e-2)
    some = np.array([4, 9, 50])
    assert ByExample(Heads(), examples).score(query, searchable, model, some) == pytest.approx(found[some], abs=1e-5)


def test_unlike_alone_puts_the_crop_last(searcher):
    ranking = searcher.search(Query(), examples=Examples(unlike=(crop(5),)), limit=60)
    assert ranking.results[-1].crop.id == 5


def test_a_picture_counts_as_a_crop_of_the_same_embedding_does(searcher, vectors):
    picture = Example(name="her.jpg", sha256="ab" * 32, vector=vectors[6])
    by_picture = searcher.search(Query(), examples=Examples(like=(picture,)), limit=10)
    by_crop = searcher.search(Query(), examples=Examples(like=(crop(7),)), limit=10)
    assert [r.crop.id for r in by_picture.results] == [r.crop.id for r in by_crop.results]
    facts = json.loads(json.dumps(by_picture.facts()))
    read = Examples.from_log(facts["examples"])
    assert read == Examples(like=(picture,))
    assert np.array_equal(read.like[0].vector, vectors[6])
    assert read.to_dict() == {"like": ["her.jpg (abababababab)"], "unlike": []}


def test_a_picture_that_another_model_embedded_is_refused(searcher, vectors):
    """Vectors of two models are never compared, also where a saved search outlives a model."""
    for model_id, problem in (("another", True), ("test-model", False), ("", False)):
        picture = Example(name="her.jpg", sha256="ab" * 32, model_id=model_id, vector=vectors[6])
        asked = Examples.from_log(json.loads(json.dumps(Examples(like=(picture,)).to_log())))
        assert asked == Examples(like=(picture,))
        if problem:
            with pytest.raises(QueryError, match=r"her\.jpg was embedded with another model"):
                searcher.search(Query(), examples=asked)
        else:
            assert searcher.search(Query(), examples=asked).results[0].crop.id == 7


def test_many_examples_are_read_at_once_as_one_by_one(searcher, gallery, model, vectors):
    searchable = gallery.searchable(model.id)
    picture = Example(name="her.jpg", sha256="ab" * 32, vector=vectors[6])
    examples = Examples(like=(crop(12), picture, crop(3)), unlike=(crop(60), crop(1)))
    exact = half(vectors)
    expected = (exact[11] + vectors[6] + exact[2]) / 3 - UNLIKE_WEIGHT * (exact[59] + exact[0]) / 2
    assert examples.direction(searchable) == pytest.approx(expected, abs=1e-5)


def test_what_cannot_be_an_example_is_refused(searcher, vectors):
    with pytest.raises(QueryError, match="Crop 999"):
        searcher.search(Query(), examples=Examples(like=(crop(999),)))
    with pytest.raises(QueryError, match="both as like and as unlike"):
        Examples(like=(crop(4),), unlike=(crop(4),))
    for neither_or_both in ({}, {"crop_id": CropId(4), "vector": vectors[0]}):
        with pytest.raises(QueryError, match="choose one"):
            Example(**neither_or_both)
