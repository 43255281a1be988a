from pathlib import Path

import numpy as np

from engine.datasets.label_conflicts import group_conflicts
from engine.datasets.labelled_images import LabelledImages


def test_a_published_annotation_may_hold_several_values_or_none_where_one_is_meant(schema):
    vectors = np.array([[1, 1, 0, 0, 0, 0], [0, 0, 0, 1, 1, 0], [1, 0, 0, 0, 0, 0]], np.uint8)
    images = LabelledImages("x", schema, tuple(Path(f"{n}.jpg") for n in range(3)), vectors)
    (found,) = group_conflicts(images)  # several colours are no conflict
    assert (found.group, found.several, found.none, found.examples) == ("hat", 1, 1, ("0.jpg",))
