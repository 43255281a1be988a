from pathlib import Path

import numpy as np
import pytest

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.own_split import split_own
from engine.datasets.search_split import draw, held_out_count, hold_out_categories


def images(schema, count, identities=None):
    vectors = np.array([[int(bit) for bit in f"{n % 40:06b}"] for n in range(count)], np.uint8)
    return LabelledImages("x", schema, tuple(Path(str(n)) for n in range(count)), vectors, None, identities)


def names(part):
    return {path.name for path in part.paths}


def test_without_people_no_category_stands_in_two_parts(schema):
    split = split_own(images(schema, 200), None, "x")
    categories = {name: {row.tobytes() for row in part.vectors} for name, part in split.parts.items()}

    assert {name: len(found) for name, found in categories.items()} == {"train": 26, "validation": 6, "test": 8}
    assert len(set.union(*categories.values())) == 40
    assert set.union(*(names(part) for part in split.parts.values())) == {str(n) for n in range(200)}


def test_with_people_nobody_stands_in_two_parts(schema):
    split = split_own(images(schema, 200, tuple(f"p{n // 10}" for n in range(200))), None, "x")
    people = [set(part.identities) for part in split.parts.values()]
    assert [len(found) for found in people] == [13, 3, 4]
    assert len(set.union(*people)) == 20


def test_the_draw_is_always_the_same(schema):
    first, second = (split_own(images(schema, 90), None, "x") for _ in range(2))
    assert all(names(first.parts[name]) == names(second.parts[name]) for name in first.parts)


def test_parts_that_the_labels_name_are_kept(schema):
    part_of = ["train"] * 60 + ["test"] * 40
    split = split_own(images(schema, 100), part_of, "x")

    assert names(split.test) == {str(n) for n in range(60, 100)}
    assert names(split.train) | names(split.validation) == {str(n) for n in range(60)}
    assert len(split.validation.categories) == 8

    split = split_own(images(schema, 100), ["validation", *part_of[1:]], "x")
    assert names(split.validation) == {"0"}


@pytest.mark.parametrize(("count", "held_out"), [(0, 0), (1, 0), (2, 1), (9, 1), (40, 4), (508, 51)])
def test_a_tenth_is_held_out(schema, count, held_out):
    assert held_out_count(count) == held_out


def test_held_out_categories_are_not_trained_on(schema):
    data = images(schema, 120)
    fitting, validating = hold_out_categories(data)
    kept = {row.tobytes() for row in data.vectors[fitting]}
    assert (fitting ^ validating).all() and validating.sum() == 4 * 3
    assert not any(row.tobytes() in kept for row in data.vectors[validating])


def test_the_draw_is_the_authors():
    slow = np.zeros(2090, bool)
    for place in np.random.RandomState(2).choice(2090, 1890, replace=False):
        slow[place] = True
    assert (draw(2090, 1890, 2) == slow).all()


def test_of_many_people_a_tenth_is_held_out(schema):
    split = split_own(images(schema, 400, tuple(f"p{n // 4}" for n in range(400))), None, "x")
    assert [len(set(part.identities)) for part in split.parts.values()] == [81, 9, 10]


def test_units_that_are_given_are_what_stays_together(schema):
    people = tuple(f"p{n // 2}" for n in range(120))
    cameras = [f"c{n % 6}" for n in range(120)]
    split = split_own(images(schema, 120, people), None, "x", cameras)
    seen = [{int(path.name) % 6 for path in part.paths} for part in split.parts.values()]
    assert sorted(map(len, seen)) == [1, 1, 4] and len(set.union(*seen)) == 6
