"""The course of a training by the lines of its child."""

import json

import pytest

from app.training.curve_plot import axis
from app.training.training_course import TrainingCourse


def steps(epoch, step, loss, stage="fine-tuning"):
    facts = {"stage": stage, "epoch": epoch, "epochs": 4, "step": step, "steps": 2, "losses": {"a": loss, "b": 1.0}}
    return json.dumps({"event": "StepsTaken", **facts, "crops_per_second": 30.0, "seconds_left": 12.0})


def epoch(number, loss, ma, stage="fine-tuning"):
    facts = {"stage": stage, "epoch": number, "epochs": 4, "losses": {"a": loss, "b": 1.0}, "crops_per_second": 30.0}
    return json.dumps({"event": "EpochFinished", **facts, "validation": {"ma": ma, "cosine_map": 3.0}})


def test_curves_go_on_over_epochs_and_stages():
    course = TrainingCourse()
    for line in (steps(1, 1, 5.0), epoch(1, 4.0, 60.0), epoch(1, 3.0, 70.0, "second"), steps(2, 1, 2.0, "second")):
        assert course.take_line(line)
    assert course.loss_curve == [(1.0, 5.0), (2.0, 4.0), (2.5, 3.0)]
    assert course.validation == {"ma": [(1.0, 60.0), (2.0, 70.0)]}
    assert (course.stage, course.epoch, course.epochs, course.seconds_left) == ("second", 2, 4, 12.0)


def test_a_course_is_taken_up_from_the_history():
    rows = [{"stage": "fine-tuning", "epoch": "1", "recognition": "3.5", "replay": "0.5", "ma": "61.5"}]
    course = TrainingCourse.from_history(rows)
    course.take_line(epoch(2, 2.0, 64.0))
    assert course.loss_curve == [(1.0, 4.0), (2.0, 3.0)]
    assert course.validation["ma"] == [(1.0, 61.5), (2.0, 64.0)]


def test_what_it_does_beside_learning_is_not_learning():
    course = TrainingCourse()
    course.take_line(steps(1, 1, 5.0))
    assert course.is_learning
    course.take_line(json.dumps({"event": "Advanced", "stage": "Embedding yard test with old"}))
    assert not course.is_learning
    course.take_line(json.dumps({"event": "Advanced", "stage": "fine-tuning, epoch 1 of 4"}))
    assert course.is_learning


@pytest.mark.parametrize("line", ["", "{", "[]", '{"event": "Noted", "text": "x"}', "null"])
def test_other_lines_are_left_alone(line):
    assert not TrainingCourse().take_line(line)


@pytest.mark.parametrize(("lowest", "highest"), [(61.5, 64.0), (0.0, 0.0), (3.2, 3.2), (1e-6, 5.0), (-4.0, 120.0)])
def test_all_values_lie_on_the_axis_with_few_lines(lowest, highest):
    low, high, apart = axis(lowest, highest)
    assert low <= lowest <= highest <= high and low < high
    assert 1 <= round((high - low) / apart) <= 6
