"""How often attributes stand in a part."""

from pathlib import Path

import numpy as np

from engine.attributes.schema_file import shipped_schema
from engine.datasets.label_counts import count_attributes
from engine.datasets.labelled_images import LabelledImages

SCHEMA = shipped_schema("pa100k")


def test_what_is_not_known_of_a_picture_counts_neither_way():
    generator = np.random.default_rng(5)
    vectors, known = (generator.random((2, 30, SCHEMA.size)) < 0.5).astype(np.uint8)
    images = LabelledImages("thirty", SCHEMA, tuple(Path(f"{row}.png") for row in range(30)), vectors, known)

    for place, count in enumerate(count_attributes(images)):
        said = [int(vectors[row, place]) for row in range(30) if known[row, place]]
        assert (count.attribute, count.holds, count.known) == (SCHEMA.attribute_ids[place], sum(said), len(said))


def test_without_a_word_on_it_all_is_known():
    images = LabelledImages("two", SCHEMA, (Path("0.png"), Path("1.png")), np.ones((2, SCHEMA.size), np.uint8))
    assert {(count.holds, count.known) for count in count_attributes(images)} == {(2, 2)}
