import csv
import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import torch

from engine.errors import Cancelled, ConfigError, TrainingError, WeightsError
from engine.progress import Advanced, Progress
from engine.training.checkpoint import Position, read_checkpoint
from engine.training.events import EpochFinished, StepsTaken
from engine.training.stage import OptimiserKind, ScheduleKind


def with_everything(tiny):
    """Return a recipe whose stages carry more from step to step than AdamW's moments."""
    return tiny.recipe_of(
        replace(tiny.RECOGNITION, ema_decay=0.9, micro_batches=2),
        replace(
            tiny.ALIGNMENT,
            optimiser=OptimiserKind.SGD,
            schedule=ScheduleKind.STEP,
            step_epochs=1,
            frozen_batch_norm=True,
            ema_decay=0.9,
        ),
    )


@pytest.fixture(scope="module")
def uninterrupted(tiny, tmp_path_factory):
    """Return what gives the history and the weights of a whole run, made once and in the thread of the test."""

    @cache
    def run(recipe):
        whole = tiny.make_trainer(tmp_path_factory.mktemp("whole"), recipe=recipe)
        return whole.run(), tiny.weights_of(whole)

    return run


@pytest.mark.parametrize("steps", [4, 6, 10])  # within the first stage, at its end, within the second
@pytest.mark.parametrize("recipe_name", ["plain", "everything"])
def test_a_cancelled_run_resumed_gives_the_weights_of_an_uninterrupted_one(
    tmp_path, tiny, uninterrupted, steps, recipe_name
):
    recipe = tiny.RECIPE if recipe_name == "plain" else with_everything(tiny)
    history, weights = uninterrupted(recipe)
    with pytest.raises(Cancelled):
        tiny.make_trainer(tmp_path / "cut", tiny.cancel_after(steps), recipe).run()
    resumed = tiny.make_trainer(tmp_path / "cut", recipe=recipe)
    resumed_history = resumed.run(resume=True)
    assert [without_rate(row) for row in resumed_history] == [without_rate(row) for row in history]
    assert tiny.same(tiny.weights_of(resumed), weights)


def without_rate(row):
    return {name: value for name, value in row.items() if name != "crops_per_second"}


def test_a_cancel_keeps_the_steps_of_the_epoch_under_way(tmp_path, tiny):
    with pytest.raises(Cancelled):
        tiny.make_trainer(tmp_path, tiny.cancel_after(4)).run()  # three steps an epoch
    told = []
    tiny.make_trainer(tmp_path, Progress(told.append)).run(resume=True)
    ends = {event.stage: event.done for event in told if isinstance(event, Advanced)}
    assert ends["recognition, epoch 2 of 2"] == 2
    assert ends["alignment, epoch 1 of 2"] == 3


def test_a_finished_run_resumed_stays_as_it_is(tmp_path, tiny):
    recipe = with_everything(tiny)
    whole = tiny.make_trainer(tmp_path, recipe=recipe)
    whole.run()
    again = tiny.make_trainer(tmp_path, recipe=recipe)
    assert len(again.run(resume=True)) == 4
    assert tiny.same(tiny.weights_of(again), tiny.weights_of(whole))


def test_training_lowers_the_loss_and_tells_steps_and_epochs(tmp_path, tiny):
    told = []
    recipe = tiny.recipe_of(replace(tiny.RECOGNITION, epochs=5), tiny.ALIGNMENT)
    history = tiny.make_trainer(tmp_path, Progress(told.append), recipe).run()
    assert history[4]["recognition"] < history[0]["recognition"]
    assert sum(isinstance(event, EpochFinished) for event in told) == 7
    assert {"alignment", "semantic_margin", "recognition"} <= history[-1].keys()
    steps = [event for event in told if isinstance(event, StepsTaken)]
    assert all(event.crops_per_second > 0 and event.losses["recognition"] > 0 for event in steps)
    assert {event.label for event in steps} <= {event.stage for event in told if isinstance(event, Advanced)}
    first = steps[0]
    left = 7 * 3 * 8 - 8  # crops in seven epochs of three steps of eight, after the first step
    assert first.seconds_left * first.crops_per_second == pytest.approx(left)


def test_history_is_a_table_beside_the_checkpoint(tmp_path, tiny):
    validate = lambda model, size: {"ma": 61.5}  # noqa: E731
    with pytest.raises(Cancelled):
        tiny.make_trainer(tmp_path, tiny.cancel_after(7), validate=validate).run()
    assert len(rows_of(tmp_path)) == 2
    tiny.make_trainer(tmp_path, validate=validate).run(resume=True)
    rows = rows_of(tmp_path)
    assert [(row["stage"], row["epoch"], row["ma"]) for row in rows] == [
        ("recognition", "1", "61.5"),
        ("recognition", "2", "61.5"),
        ("alignment", "1", "61.5"),
        ("alignment", "2", "61.5"),
    ]
    assert rows[0]["alignment"] == "" and float(rows[2]["alignment"]) > 0


def rows_of(folder):
    with (folder / "history.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_stage_is_validated_at_the_size_that_it_learns_at(tmp_path, tiny):
    sizes = []
    validate = lambda model, size: sizes.append(size) or {}  # noqa: E731
    first, second = (
        replace(stage, epochs=1, max_steps=1, input_px=size)
        for stage, size in ((tiny.RECOGNITION, (32, 32)), (tiny.ALIGNMENT, ()))
    )
    tiny.make_trainer(tmp_path, recipe=tiny.recipe_of(first, second), validate=validate).run()
    assert sizes == [(32, 32), ()]


def test_the_average_is_what_is_validated_and_handed_on(tmp_path, tiny):
    seen = []
    validate = lambda model, size: seen.append(model.heads.heads["gender"].weight.detach().clone()) or {}  # noqa: E731
    stage = replace(tiny.RECOGNITION, epochs=1, ema_decay=0.9)
    trainer = tiny.make_trainer(tmp_path / "average", recipe=tiny.recipe_of(stage), validate=validate)
    trainer.run()
    plain = tiny.make_trainer(tmp_path / "plain", recipe=tiny.recipe_of(replace(stage, ema_decay=0.0)))
    plain.run()
    handed_on = trainer.model.heads.heads["gender"].weight
    assert torch.equal(seen[0], handed_on)
    assert not torch.equal(handed_on, plain.model.heads.heads["gender"].weight)


def test_crops_for_recognition_alone_have_no_category(tmp_path, tiny):
    data = tiny.make_data(extra=8)
    assert len(data) == 32
    assert (data.category_of[24:] == -1).all()
    assert len(data.category_vectors) == len(np.unique(data.vectors[:24], axis=0))
    tiny.make_trainer(tmp_path, data=data).run()


def test_a_stages_own_crops_bring_their_categories_into_its_alignment(tmp_path, tiny):
    data, seen = tiny.make_data(), []
    known = np.ones((8, data.vectors.shape[1]), np.uint8)
    more = data.with_more(data.parts[0][:8], 1 - data.vectors[:8], known, np.ones(8, np.bool_))
    trainer = tiny.make_trainer(tmp_path, data=data, more=lambda number, own: more if number else own)
    trainer.model.category_encoder.register_forward_hook(lambda _, given, __: seen.append(len(given[0])))
    trainer.run()
    assert set(seen) == {len(more.category_vectors)}
    assert len(more.category_vectors) > len(data.category_vectors)


def test_a_batch_larger_than_the_data_is_refused(tmp_path, tiny):
    recipe = tiny.recipe_of(replace(tiny.RECOGNITION, batch_size=100), tiny.ALIGNMENT)
    with pytest.raises(ConfigError, match="batch_size"):
        tiny.make_trainer(tmp_path, recipe=recipe).run()


def test_steps_an_epoch_can_be_limited(tmp_path, tiny):
    told = []
    recipe = tiny.recipe_of(replace(tiny.RECOGNITION, max_steps=1))
    tiny.make_trainer(tmp_path, Progress(told.append), recipe).run()
    assert max(event.done for event in told if isinstance(event, Advanced)) == 1


def test_a_damaged_checkpoint_is_one_sentence(tmp_path, tiny):
    tiny.make_trainer(tmp_path).run()
    (tmp_path / "checkpoint" / "tensors.safetensors").write_bytes(b"nothing")
    with pytest.raises(WeightsError, match="checkpoint"):
        tiny.make_trainer(tmp_path).run(resume=True)


def test_another_recipes_checkpoint_is_refused(tmp_path, tiny):
    tiny.make_trainer(tmp_path).run()
    with pytest.raises(WeightsError, match="another recipe"):
        tiny.make_trainer(tmp_path, recipe=replace(tiny.RECIPE, seed=2)).run(resume=True)


@pytest.mark.parametrize("what", ["loss", "gradient"])
def test_a_loss_or_gradient_that_is_no_number_stops_and_keeps_the_last_epoch(tmp_path, tiny, what):
    spoilt = tiny.make_trainer(tmp_path, validate=lambda model, size: spoil(model, what) or {"seen": 1.0})
    with pytest.raises(TrainingError, match=rf"{what}.*no finite number") as stopped:
        spoilt.run()
    assert str(stopped.value).count(".") == 1
    assert [row["seen"] for row in rows_of(tmp_path)] == ["1.0"]
    assert read_checkpoint(tmp_path / "checkpoint").position == Position(0, 1)


def spoil(model, what):
    """Let the next epoch go wrong."""
    head = model.heads.heads["gender"]
    if what == "loss":
        head.register_forward_hook(lambda _module, _into, out: out * math.nan)
    else:
        head.weight.register_hook(lambda gradient: gradient * math.inf)
