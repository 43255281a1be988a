import json
import shutil
from pathlib import Path

import pytest
import torch

from engine.errors import WeightsError
from engine.training import checkpoint as module
from engine.training.checkpoint import Checkpoint, Position, find_checkpoint, read_checkpoint, save_checkpoint


def made(epochs_done: int) -> Checkpoint:
    return Checkpoint(
        position=Position(1, epochs_done, 7),
        history=[{"epoch": 1}],
        recipe={"name": "tiny"},
        facts={"scaler": {"scale": 2.0}},
        tensors={"network.weight": torch.arange(3.0), "average.weight": torch.ones(1)},
    )


def test_a_checkpoint_comes_back_as_it_was(tmp_path):
    save_checkpoint(tmp_path / "checkpoint", made(3))
    read = read_checkpoint(tmp_path / "checkpoint")
    assert (read.position, read.history, read.recipe) == (Position(1, 3, 7), [{"epoch": 1}], {"name": "tiny"})
    assert read.facts == {"scaler": {"scale": 2.0}}
    assert {name: value.tolist() for name, value in read.tensors_of("network").items()} == {"weight": [0.0, 1.0, 2.0]}


def test_a_kill_at_any_moment_of_writing_leaves_a_whole_checkpoint(tmp_path, monkeypatch):
    """Every step of the file system may be the last one."""
    folder = tmp_path / "checkpoint"
    for moment in range(8):
        for left in tmp_path.iterdir():
            shutil.rmtree(left)
        save_checkpoint(folder, made(1))
        save_checkpoint(folder, made(2))
        write_and_die(folder, made(3), moment, monkeypatch)
        found = find_checkpoint(folder)
        assert found is not None and read_checkpoint(found).position.epochs_done in (1, 2, 3), moment
        write_and_die(folder, made(4), moment, monkeypatch)  # and killed again at the same place
        found = find_checkpoint(folder)
        assert found is not None and read_checkpoint(found).position.epochs_done >= 1, moment


def write_and_die(folder, checkpoint, moment, monkeypatch):
    left = [moment]

    def dying(act):
        def call(*arguments, **named):
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            return act(*arguments, **named)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(module.shutil, "rmtree", dying(module.shutil.rmtree))
        patch.setattr(module, "save_file", dying(module.save_file))
        patch.setattr(Path, "rename", dying(Path.rename))
        patch.setattr(Path, "write_text", dying(Path.write_text))
        try:
            save_checkpoint(folder, checkpoint)
        except KeyboardInterrupt:
            return


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"stage": "x", "epochs_done": 1, "history": []}', "null"])
def test_a_state_that_cannot_be_read_is_one_sentence(tmp_path, text):
    save_checkpoint(tmp_path / "checkpoint", made(1))
    (tmp_path / "checkpoint" / "state.json").write_text(text)
    with pytest.raises(WeightsError, match="damaged"):
        read_checkpoint(tmp_path / "checkpoint")


def test_a_checkpoint_of_an_older_version_has_no_recipe_and_no_step(tmp_path):
    save_checkpoint(tmp_path / "checkpoint", made(1))
    state = {"stage": 0, "epochs_done": 2, "history": []}
    (tmp_path / "checkpoint" / "state.json").write_text(json.dumps(state))
    read = read_checkpoint(tmp_path / "checkpoint")
    assert (read.position, read.recipe, read.facts) == (Position(0, 2, 0), {}, {})


def test_there_is_no_checkpoint_where_nothing_was_trained(tmp_path):
    assert find_checkpoint(tmp_path / "checkpoint") is None
