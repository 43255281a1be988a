"""What stands against training on some data, each said with its remedy."""

from dataclasses import replace

import numpy as np
import pytest

from engine.datasets.dataset import Dataset, DatasetKind
from engine.datasets.label_counts import count_parts
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.labels_wanted import labels_wanted
from engine.datasets.readiness import check_ready, find_unready
from engine.datasets.search_split import SearchSplit
from engine.errors import DatasetError


@pytest.fixture
def part(schema, tmp_path):
    """Make a part of so many pictures, on disk; every second one has a red top, all have a cap."""

    def make(name, count, *, red=True):
        paths = tuple(tmp_path / f"{name}-{number}.jpg" for number in range(count))
        for path in paths:
            path.touch()
        vectors = np.zeros((count, schema.size), np.uint8)
        vectors[:, schema.index("cap")] = 1
        if red:
            vectors[::2, schema.index("topRed")] = 1
        known = np.zeros_like(vectors)
        known[:, [schema.index("cap"), schema.index("topRed")]] = 1
        return LabelledImages(name, schema, paths, vectors, known)

    return make


def dataset_of(train, validation, test):
    split = SearchSplit(train=train, validation=validation, test=test)
    return Dataset(kind=DatasetKind.CSV, title="yard", split=split)


def test_enough_pictures_are_no_refusal_but_few_are_told(part):
    dataset = dataset_of(part("train", 40), part("validation", 10), part("test", 10))
    findings = find_unready(dataset)
    assert not any(finding.refuses for finding in findings)
    assert [finding.text.split()[0] for finding in findings] == ["Everybody", "60"]
    assert "“Cap”" in findings[0].text
    check_ready(dataset)


def test_three_pictures_in_all_are_refused_with_what_is_needed(part):
    dataset = dataset_of(part("train", 1), part("validation", 1), part("test", 1))
    with pytest.raises(DatasetError, match="1 pictures are there to learn from, and at least 8 are needed; label"):
        check_ready(dataset)


def test_pictures_that_are_not_on_disk_do_not_count(part):
    train = part("train", 9)
    for path in train.paths[:3]:
        path.unlink()
    with pytest.raises(DatasetError, match="6 pictures are there to learn from"):
        check_ready(dataset_of(train, part("validation", 4), part("test", 4)))


def test_without_anybody_to_validate_on_another_unit_is_the_remedy(part):
    with pytest.raises(DatasetError, match="hold them out by something of which there is more"):
        check_ready(dataset_of(part("train", 20), part("validation", 0), part("test", 4)))


def test_if_everybody_is_labelled_alike_nothing_can_be_learned(part):
    dataset = dataset_of(part("train", 20, red=False), part("validation", 5), part("test", 5))
    with pytest.raises(DatasetError, match="label people who lack what the others have"):
        check_ready(dataset)


def test_a_missing_test_part_is_told_and_not_refused(part):
    dataset = dataset_of(part("train", 20), part("validation", 5), part("test", 0))
    assert any("too few to compare" in finding.text for finding in find_unready(dataset))
    check_ready(dataset)


def test_what_is_still_to_be_labelled_is_thirty_of_each_over_all_parts(part, schema):
    dataset = dataset_of(part("train", 40), part("validation", 10), part("test", 10))
    wanted = {more.attribute: (more.yes, more.no) for more in labels_wanted(count_parts(dataset.split))}
    assert wanted == {"cap": (0, 30)}  # of red tops there are thirty and thirty; the rest was never labelled

    fewer = replace(dataset.split, test=part("test", 0))
    assert {more.attribute: (more.yes, more.no) for more in labels_wanted(count_parts(fewer))} == {
        "cap": (0, 30),
        "topRed": (5, 5),
    }
