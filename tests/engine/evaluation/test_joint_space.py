import numpy as np
import pytest

from engine.errors import ConfigError
from engine.evaluation.joint_space import lay_out, most_pictured


def test_the_most_pictured_categories_are_taken(split):
    chosen = most_pictured(split, 3)
    counts = split.images.categories.counts
    assert sorted(counts[list(chosen)]) == sorted(sorted(counts)[-3:])
    assert list(chosen) == sorted(chosen)


def test_every_picture_of_the_chosen_categories_is_laid_out_with_them(split):
    chosen = (7, 2)
    space = lay_out(split, chosen)
    counts = split.images.categories.counts
    assert [int((space.of_picture == place).sum()) for place in (0, 1)] == [counts[7], counts[2]]
    assert (space.vectors == split.images.categories.vectors[[7, 2]]).all()
    assert space.categories.shape == (2, 2) and space.pictures.shape == (counts[7] + counts[2], 2)
    assert np.isfinite(space.pictures).all()


def test_the_same_embeddings_give_the_same_layout(split):
    assert (lay_out(split, (1, 5)).pictures == lay_out(split, (1, 5)).pictures).all()


@pytest.mark.parametrize("chosen", [(), (99,), (-1,), (1, 1), tuple(range(9))])
def test_categories_that_cannot_be_shown_are_named(split, chosen):
    with pytest.raises(ConfigError, match="category"):
        lay_out(split, chosen)
