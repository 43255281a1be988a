"""A batch in parts gives the gradients of a whole one, and memory that does not suffice makes the parts smaller."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.errors import Cancelled, TrainingError
from engine.progress import Noted, Progress
from engine.training.trainer import Trainer

ROUNDING = 1e-5  # float32 sums in another order


def one_step_of(tiny, **fields):
    stage = replace(tiny.ALIGNMENT, epochs=1, max_steps=1, frozen_batch_norm=True, warmup=0.0, **fields)
    return tiny.recipe_of(stage, dropout=0.0)


def gradients(trainer: Trainer) -> dict[str, torch.Tensor]:
    return {name: p.grad.clone() for name, p in trainer._learner.named_parameters() if p.grad is not None}


@pytest.mark.parametrize("parts", [2, 3, 4])
def test_parts_of_a_batch_add_up_to_the_whole(tmp_path, tiny, parts):
    data = tiny.make_data(extra=8)  # some crops have no category, so the parts have unequal shares of the alignment
    whole = tiny.make_trainer(tmp_path / "whole", recipe=one_step_of(tiny), data=data)
    in_parts = tiny.make_trainer(tmp_path / "parts", recipe=one_step_of(tiny, micro_batches=parts), data=data)
    (expected,), (row,) = whole.run(), in_parts.run()
    for name in ("recognition", "alignment", "semantic_margin"):
        assert row[name] == pytest.approx(expected[name], rel=ROUNDING)
    assert gradients(in_parts).keys() == gradients(whole).keys()
    for name, gradient in gradients(in_parts).items():
        assert torch.allclose(gradient, gradients(whole)[name], rtol=1e-3, atol=1e-6), name


class CardOfSixCrops:
    """Stands before the image encoder: no more than six crops fit."""

    def __init__(self) -> None:
        self.seen = []

    def __call__(self, _module, arguments) -> None:
        self.seen.append(len(arguments[0]))
        if len(arguments[0]) > 6:
            raise torch.OutOfMemoryError("CUDA out of memory.")


def test_memory_that_does_not_suffice_halves_the_parts_and_says_so(tmp_path, tiny):
    told, card = [], CardOfSixCrops()
    recipe = one_step_of(tiny, batch_size=16)
    small = tiny.make_trainer(tmp_path / "small", Progress(told.append), recipe)
    small.model.image_encoder.register_forward_pre_hook(card)
    small.run()
    notes = [event.text for event in told if isinstance(event, Noted)]
    assert len(notes) == 2
    assert "4 parts of 4" in notes[1] and "memory does not suffice" in notes[1]
    assert card.seen == [16, 8, 4, 4, 4, 4]
    large = tiny.make_trainer(tmp_path / "large", recipe=recipe)
    large.run()
    for name, gradient in gradients(small).items():
        assert torch.allclose(gradient, gradients(large)[name], rtol=1e-3, atol=1e-6), name


def test_smaller_parts_last_over_a_resume(tmp_path, tiny):
    card = CardOfSixCrops()
    recipe = tiny.recipe_of(tiny.RECOGNITION)
    first = tiny.make_trainer(tmp_path, recipe=tiny.recipe_of(tiny.RECOGNITION), progress=tiny.cancel_after(4))
    first.model.image_encoder.register_forward_pre_hook(card)
    with pytest.raises(Cancelled):
        first.run()
    second, told = CardOfSixCrops(), []
    resumed = tiny.make_trainer(tmp_path, Progress(told.append), recipe)
    resumed.model.image_encoder.register_forward_pre_hook(second)
    resumed.run(resume=True)
    assert max(second.seen) == 4
    assert not [event for event in told if isinstance(event, Noted)]


def test_memory_too_small_for_two_crops_is_one_sentence(tmp_path, tiny):
    def full(_module, _arguments):
        raise torch.OutOfMemoryError("CUDA out of memory.")

    trainer = tiny.make_trainer(tmp_path, recipe=one_step_of(tiny))
    trainer.model.image_encoder.register_forward_pre_hook(full)
    with pytest.raises(TrainingError, match="not even for two crops"):
        trainer.run()


def test_a_stage_at_a_smaller_size_sees_smaller_crops(tmp_path, tiny):
    recipe = tiny.recipe_of(replace(tiny.ALIGNMENT, epochs=1, input_px=(48, 40)), input_px=(64, 40))
    seen = []
    data = tiny.make_data()
    data = replace(data, parts=(np.repeat(data.parts[0], 2, axis=1).repeat(2, axis=2)[:, :, :40],))
    trainer = tiny.make_trainer(tmp_path, recipe=recipe, data=data)
    trainer.model.image_encoder.register_forward_pre_hook(lambda _, inputs: seen.append(tuple(inputs[0].shape[2:])))
    trainer.run()
    assert set(seen) == {(48, 40)}


def test_the_semantic_margin_looks_at_a_draw_of_the_categories(tmp_path, tiny):
    recipe = tiny.recipe_of(replace(tiny.ALIGNMENT, epochs=1, margin_categories=3))
    trainer = tiny.make_trainer(tmp_path, recipe=recipe)
    seen = []
    trainer._learner.margin.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[1].clone()))
    trainer.run()
    assert {len(categories) for categories in seen} == {3}
    assert len({categories.numpy().tobytes() for categories in seen}) > 1  # other ones in other steps
