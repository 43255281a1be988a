import pytest

from engine.errors import ConfigError
from engine.evaluation.average_precision import average_precision
from engine.evaluation.top_ranked import rank_top, spread_by_precision


def slow_ranking(split, category):
    scores = split.scores["fused"][category]
    return sorted(range(len(scores)), key=lambda place: (-scores[place], place))


def test_the_first_pictures_are_marked_by_their_category(split):
    (top,) = rank_top(split, [3], 5)
    order = slow_ranking(split, 3)
    of_image = split.images.categories.of_image
    assert top.places.tolist() == order[:5]
    assert top.is_right.tolist() == [of_image[place] == 3 for place in order[:5]]
    assert top.relevant == (of_image == 3).sum()
    assert top.average_precision == pytest.approx(100 * average_precision(of_image[order] == 3))
    assert (top.vector == split.images.categories.vectors[3]).all()


def test_examples_run_from_the_best_to_the_worst(split):
    chosen = spread_by_precision(split, 4)
    found = [top.average_precision for top in rank_top(split, chosen, 1)]
    every = [top.average_precision for top in rank_top(split, range(12), 1)]
    assert found == sorted(found, reverse=True)
    assert (found[0], found[-1]) == (max(every), min(every))


def test_more_examples_than_categories_are_all_of_them(split):
    assert sorted(spread_by_precision(split, 50)) == list(range(12))


def test_a_category_that_is_not_there_is_named(split):
    with pytest.raises(ConfigError, match="from 0 to 11"):
        rank_top(split, [12], 5)
