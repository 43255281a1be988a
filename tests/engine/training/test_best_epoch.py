"""A stage that ends when no epoch is better, and hands on the best."""

from dataclasses import replace

import pytest
import torch

from engine.errors import Cancelled
from engine.progress import Progress


def figures_of(*values):
    """Return a validation that gives these figures in turn, and what it saw."""
    left, seen = list(values), []

    def validate(model, _input_px):
        seen.append({name: value.clone() for name, value in model.state_dict().items()})
        return {"ma": left.pop(0)}

    return validate, seen


def patient(tiny, patience=2, **fields):
    return tiny.recipe_of(replace(tiny.RECOGNITION, epochs=8, patience=patience, **fields))


def test_the_best_epoch_is_handed_on_and_the_stage_ends(tmp_path, tiny):
    validate, seen = figures_of(50.0, 60.0, 60.0, 55.0, 99.0)
    trainer = tiny.make_trainer(tmp_path, recipe=patient(tiny), validate=validate)
    history = trainer.run()
    assert [row["ma"] for row in history] == [50.0, 60.0, 60.0, 55.0]
    assert tiny.same(tiny.weights_of(trainer), seen[1])


def test_a_figure_that_is_no_number_is_never_the_best(tmp_path, tiny):
    validate, seen = figures_of(float("nan"), 10.0, float("nan"), float("nan"))
    trainer = tiny.make_trainer(tmp_path, recipe=patient(tiny), validate=validate)
    assert len(trainer.run()) == 4
    assert tiny.same(tiny.weights_of(trainer), seen[1])


def test_an_average_is_what_is_kept_where_there_is_one(tmp_path, tiny):
    validate, seen = figures_of(60.0, 50.0, 40.0)
    trainer = tiny.make_trainer(tmp_path, recipe=patient(tiny, ema_decay=0.9), validate=validate)
    trainer.run()
    assert tiny.same(tiny.weights_of(trainer), seen[0])


@pytest.mark.parametrize("steps", [5, 9, 10])  # three an epoch: within one, and at an end
def test_a_stage_that_was_interrupted_ends_with_the_same_weights(tmp_path, tiny, steps):
    given = (50.0, 60.0, 59.0, 58.0)
    whole = tiny.make_trainer(tmp_path / "whole", recipe=patient(tiny), validate=figures_of(*given)[0])
    whole.run()
    first = tiny.make_trainer(
        tmp_path / "broken", tiny.cancel_after(steps), recipe=patient(tiny), validate=figures_of(*given)[0]
    )
    with pytest.raises(Cancelled):
        first.run()
    done = len(first._history)
    second = tiny.make_trainer(tmp_path / "broken", recipe=patient(tiny), validate=figures_of(*given[done:])[0])
    second.run(resume=True)
    assert tiny.same(tiny.weights_of(whole), tiny.weights_of(second))


def test_what_was_over_stays_over(tmp_path, tiny):
    recipe = patient(tiny)
    first = tiny.make_trainer(tmp_path, recipe=recipe, validate=figures_of(60.0, 50.0, 40.0)[0])
    first.run()
    again = tiny.make_trainer(tmp_path, recipe=recipe, validate=figures_of()[0])
    assert len(again.run(resume=True)) == 3
    assert all(torch.equal(value, again.model.state_dict()[name]) for name, value in first.model.state_dict().items())


def enough_after(steps):
    """Return a progress whose user has enough once, after so many steps."""
    asked = [0]

    def has_enough():
        asked[0] += 1
        return asked[0] == steps

    return Progress(has_enough=has_enough)


def test_who_has_enough_keeps_the_best_epoch_so_far(tmp_path, tiny):
    validate, seen = figures_of(60.0, 50.0)
    trainer = tiny.make_trainer(tmp_path, enough_after(8), recipe=patient(tiny), validate=validate)  # in the third
    assert [row["ma"] for row in trainer.run()] == [60.0, 50.0]
    assert tiny.same(tiny.weights_of(trainer), seen[0])

    again = tiny.make_trainer(tmp_path, recipe=patient(tiny), validate=figures_of()[0])
    assert len(again.run(resume=True)) == 2  # killed in what follows, it does not learn on
    assert tiny.same(tiny.weights_of(again), tiny.weights_of(trainer))


def test_who_has_enough_before_the_first_epoch_keeps_what_was_learned(tmp_path, tiny):
    trainer = tiny.make_trainer(tmp_path, enough_after(2), recipe=patient(tiny), validate=figures_of()[0])
    before = tiny.weights_of(trainer)
    assert trainer.run() == []
    assert not tiny.same(tiny.weights_of(trainer), before)


def test_who_has_enough_of_a_stage_goes_on_to_the_next(tmp_path, tiny):
    recipe = tiny.recipe_of(replace(tiny.RECOGNITION, epochs=8, patience=2), tiny.ALIGNMENT)
    validate, _ = figures_of(60.0, 50.0, 40.0)
    trainer = tiny.make_trainer(tmp_path, enough_after(5), recipe=recipe, validate=validate)
    assert [row["stage"] for row in trainer.run()] == ["recognition", "alignment", "alignment"]
