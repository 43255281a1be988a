"""Crops that are labelled in part, in the alignment too."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.errors import ConfigError
from engine.losses.alignment_kind import AlignmentKind
from engine.training.consistent import consistent_categories
from engine.training.stage import LossWeights
from engine.training.training_data import KNOWN_IN_PART


def agrees(vector, known, category):
    """Return whether a category says of all that is known what the crop says, bit by bit."""
    return all(not is_known or bit == other for bit, is_known, other in zip(vector, known, category, strict=True))


def test_a_category_is_consistent_where_it_agrees_with_all_that_is_known():
    random = np.random.default_rng(3)
    vectors, known, categories = (random.integers(0, 2, (count, 6), dtype=np.uint8) for count in (40, 40, 30))
    known[0], known[1] = 0, 1
    found = consistent_categories(*map(torch.from_numpy, (vectors, known, categories)))
    expected = [[agrees(v, k, c) for c in categories] for v, k in zip(vectors, known, strict=True)]
    assert found.tolist() == expected
    assert found[0].all()


def test_it_counts_exactly_over_many_attributes():
    vectors = torch.ones(1, 4_000, dtype=torch.uint8)
    categories = torch.ones(2, 4_000, dtype=torch.uint8)
    categories[1, 77] = 0
    assert consistent_categories(vectors, torch.ones_like(vectors), categories).tolist() == [[True, False]]


@pytest.fixture
def partial_data(tiny):
    """Return the data with six crops of the first categories more, of which a third is known."""
    data = tiny.make_data()
    random = np.random.default_rng(5)
    rows = np.array([0, 4, 8, 12, 16, 20])
    known = (random.random((6, 26)) < 1 / 3).astype(np.uint8)
    return data.with_partial(data.parts[0][rows] // 2, data.vectors[rows], known)


def partial_recipe(tiny, partial, **fields):
    losses = replace(tiny.ALIGNMENT.losses, partial=partial)
    return tiny.recipe_of(replace(tiny.ALIGNMENT, losses=losses, **fields), dropout=0.0)


def test_they_stand_behind_the_others_and_bring_no_category(tiny, partial_data):
    assert partial_data.category_of[24:].tolist() == [KNOWN_IN_PART] * 6
    assert np.array_equal(partial_data.category_vectors, tiny.make_data().category_vectors)
    assert np.array_equal(partial_data.category_of[:24], tiny.make_data().category_of)


def test_they_count_for_the_alignment_only_where_the_recipe_says_so(tmp_path, tiny, partial_data):
    (without, _), (with_, _) = (
        tiny.make_trainer(tmp_path / str(weight), recipe=partial_recipe(tiny, weight), data=partial_data).run()
        for weight in (0.0, 1.0)
    )
    assert "partial" not in without
    assert with_["partial"] > 0


@pytest.mark.parametrize("parts", [2, 3])
def test_parts_of_a_batch_add_up_to_the_whole(tmp_path, tiny, partial_data, parts):
    once = {"epochs": 1, "max_steps": 1, "frozen_batch_norm": True, "warmup": 0.0, "batch_size": 30}
    (expected,) = tiny.make_trainer(
        tmp_path / "whole", recipe=partial_recipe(tiny, 1.0, **once), data=partial_data
    ).run()
    (row,) = tiny.make_trainer(
        tmp_path / "parts", recipe=partial_recipe(tiny, 1.0, micro_batches=parts, **once), data=partial_data
    ).run()
    for name in ("recognition", "alignment", "partial"):
        assert row[name] == pytest.approx(expected[name], rel=1e-5)


def test_crops_that_are_all_known_in_part_leave_the_alignment_out(tmp_path, tiny, partial_data):
    """Where no crop is known whole there is no category that they could have."""
    empty = replace(
        partial_data,
        category_vectors=np.empty((0, 26), np.uint8),
        category_of=np.full(30, KNOWN_IN_PART, np.int64),
    )
    losses = replace(tiny.ALIGNMENT.losses, partial=1.0, semantic_margin=0.0)
    recipe = tiny.recipe_of(replace(tiny.ALIGNMENT, losses=losses))
    history = tiny.make_trainer(tmp_path, recipe=recipe, data=empty).run()
    assert "partial" not in history[-1]
    assert history[-1]["recognition"] > 0


@pytest.mark.parametrize(
    "fields",
    [{"alignment": 0.0}, {"alignment_kind": AlignmentKind.PROXY_NCA}, {"alignment_kind": AlignmentKind.PROXY_ANCHOR}],
)
def test_a_loss_that_cannot_share_a_place_is_refused(fields):
    with pytest.raises(ConfigError, match="partial"):
        LossWeights(**({"recognition": 1.0, "alignment": 1.0, "partial": 0.5, "angular_margin": 0.1} | fields))
