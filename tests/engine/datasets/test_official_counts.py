from pathlib import Path

import numpy as np

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.official_counts import SplitCounts, count_split


def images(schema, rows):
    return LabelledImages("x", schema, (Path("a"),) * len(rows), np.array(rows, np.uint8))


def test_counts_of_a_split_worked_by_hand(schema):
    a, b, c = [1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0]
    found = count_split(images(schema, [a, b, a]), images(schema, [b, c, c, c]))
    assert found == SplitCounts(
        train_categories=2, train_images=3, test_categories=2, unseen_categories=1, test_images=4
    )


def test_what_either_does_not_know_agrees():
    published = SplitCounts(train_images=12_140, test_images=1_181)
    assert published.differences(SplitCounts(train_images=12_140, test_categories=3)) == ()
    assert published.differences(SplitCounts(train_images=5)) == ("5 train images, the published split has 12,140",)
