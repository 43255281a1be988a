"""What lies around crops, read each time and remembered."""

import numpy as np
import pytest

from engine.registry.known_categories import KnownCategories
from engine.search.labelled_crops import LabelledCrops
from engine.search.surroundings import RememberedSurroundings, Surroundings, read_surroundings


@pytest.fixture(scope="module")
def knowing(model, peta):
    bits = (np.random.default_rng(8).random((40, peta.size)) < 0.25).astype(np.uint8)
    return model.knowing(KnownCategories.of(bits))


@pytest.fixture(scope="module")
def searchable(vectors, logits, peta):
    nobody = np.zeros((len(vectors), peta.size), np.uint8)
    return LabelledCrops(embeddings=vectors, logits=logits, vectors=nobody).searchable("test-model")


def test_what_is_remembered_is_what_is_read(knowing, searchable):
    remembered, chosen = RememberedSurroundings(), np.arange(len(knowing.known.counts)) % 3 == 0
    for rows in (np.arange(10), np.arange(10), np.arange(5, 20)):
        read, kept = (source(searchable, rows, knowing) for source in (read_surroundings, remembered))
        assert kept.sums(chosen) == pytest.approx(read.sums(chosen), rel=1e-5)
        assert kept.sums_around(knowing.known_embeddings[:3]) == pytest.approx(
            read.sums_around(knowing.known_embeddings[:3]), rel=1e-5
        )


def test_the_same_crops_are_looked_at_once(knowing, searchable):
    remembered, rows = RememberedSurroundings(), np.arange(10)
    first = remembered(searchable, rows, knowing)
    assert remembered(searchable, rows.copy(), knowing) is first
    assert remembered(searchable, rows[:9], knowing) is not first


def test_sums_over_more_categories_than_are_looked_at_are_estimates(knowing, searchable):
    chosen = np.ones(len(knowing.known.counts), np.bool_)
    crops = searchable.vectors(np.arange(10))
    whole, estimated = (Surroundings(crops, knowing, most).sums(chosen) for most in (40, 10))
    assert estimated == pytest.approx(whole, rel=0.8) and not np.allclose(estimated, whole, rtol=1e-3)
