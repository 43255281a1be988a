"""Hiding attribute groups of all categories."""

from dataclasses import replace

import pytest
import torch

from engine.errors import Cancelled
from engine.losses.modality_alignment import ModalityAlignment
from engine.training.hidden_groups import draw_hidden_groups, hide_groups

GROUPS = [slice(0, 2), slice(2, 3), slice(3, 5)]


def test_categories_that_differ_in_hidden_groups_alone_become_one():
    categories = torch.tensor([[1, 0, 1, 0, 0], [1, 0, 0, 0, 0], [0, 1, 1, 0, 1], [1, 0, 1, 1, 0]], dtype=torch.uint8)
    merged = hide_groups(categories, GROUPS, torch.tensor([False, False, True]))
    shown = [tuple(merged.vectors[place].tolist()) for place in merged.of_category.tolist()]
    assert shown == [(1, 0, 1, 0, 0), (1, 0, 0, 0, 0), (0, 1, 1, 0, 0), (1, 0, 1, 0, 0)]
    assert len(merged.vectors) == 3


def test_at_least_one_group_stays_and_all_are_hidden_at_times():
    torch.manual_seed(0)
    drawn = torch.stack([draw_hidden_groups(3, 0.9) for _ in range(200)])
    assert drawn.any(dim=0).all()
    assert not drawn.all(dim=1).any()


def test_the_encoder_tells_a_hidden_group_from_zeros(tiny):
    recipe = hiding_recipe(tiny)
    encoder = tiny.make_model(recipe).category_encoder
    vector = torch.zeros(1, 26)
    hidden = torch.zeros(1, encoder.groups, dtype=torch.bool)
    assert torch.equal(encoder(vector), encoder(vector, hidden))
    hidden[0, 3] = True
    assert not torch.allclose(encoder(vector), encoder(vector, hidden))


def test_a_stage_with_hidden_groups_learns_and_resumes_exactly(tmp_path, tiny):
    recipe = hiding_recipe(tiny)
    whole = tiny.make_trainer(tmp_path / "whole", recipe=recipe)
    history = whole.run()
    assert history[-1]["hidden_groups"] > 0

    stopped = tiny.make_trainer(tmp_path / "stopped", tiny.cancel_after(4), recipe=recipe)
    with pytest.raises(Cancelled):
        stopped.run()
    resumed = tiny.make_trainer(tmp_path / "stopped", recipe=recipe)
    resumed.run(resume=True)
    assert tiny.same(tiny.weights_of(resumed), tiny.weights_of(whole))


def test_a_crop_may_be_near_any_category_that_is_consistent():
    """The loss over merged categories equals a softmax written out in which the merged ones stand once."""
    torch.manual_seed(1)
    categories = torch.tensor([[1, 0, 1, 0, 0], [1, 0, 0, 0, 0], [1, 0, 1, 1, 0]], dtype=torch.uint8)
    merged = hide_groups(categories, GROUPS, torch.tensor([False, False, True]))
    embeddings = torch.nn.functional.normalize(torch.randn(len(merged.vectors), 4, dtype=torch.float64), dim=1)
    crop = torch.nn.functional.normalize(torch.randn(1, 4, dtype=torch.float64), dim=1)
    loss = ModalityAlignment(scale=5.0, margin=0.0)
    losses = [float(loss(crop, embeddings, merged.of_category[torch.tensor([category])])) for category in range(3)]
    assert losses[0] == losses[2]
    scores = [5.0 * float(crop[0] @ row) for row in embeddings]
    total = sum(torch.exp(torch.tensor(score, dtype=torch.float64)) for score in scores)
    own = scores[int(merged.of_category[0])]
    assert losses[0] == pytest.approx(float(torch.log(total)) - own, rel=1e-5)


def hiding_recipe(tiny):
    return tiny.recipe_of(replace(tiny.ALIGNMENT, losses=replace(tiny.ALIGNMENT.losses, hidden_groups=1.0)))
