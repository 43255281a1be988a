"""A training killed with −9 within an epoch, and resumed."""

import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("train_child.py")


@pytest.mark.skipif(sys.platform == "win32", reason="kills are sent otherwise on Windows")
def test_a_training_killed_within_an_epoch_resumes_to_the_same_weights(tmp_path, tiny, root):
    command = [sys.executable, str(CHILD), str(root), str(tmp_path / "killed")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "within the second epoch of the second stage\n"
        finally:
            child.kill()
    assert child.returncode == -9
    assert not (tmp_path / "killed" / "finished").exists()

    recipe = tiny.averaged_recipe()
    resumed = tiny.make_trainer(tmp_path / "killed", recipe=recipe)
    history = resumed.run(resume=True)
    whole = tiny.make_trainer(tmp_path / "whole", recipe=recipe)
    whole.run()
    assert len(history) == 4
    assert tiny.same(tiny.weights_of(resumed), tiny.weights_of(whole))


def test_a_kill_between_the_two_renames_loses_no_checkpoint(tmp_path, tiny):
    trainer = tiny.make_trainer(tmp_path, recipe=tiny.averaged_recipe())
    trainer.run()
    checkpoint = tmp_path / "checkpoint"
    (tmp_path / "checkpoint.previous").rename(tmp_path / "gone")
    checkpoint.rename(tmp_path / "checkpoint.previous")  # as a kill just before the new one took its name leaves it
    again = tiny.make_trainer(tmp_path, recipe=tiny.averaged_recipe())
    again.run(resume=True)
    assert tiny.same(tiny.weights_of(again), tiny.weights_of(trainer))
