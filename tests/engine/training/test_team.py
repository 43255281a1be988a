"""Two processes over gloo, as torchrun starts them, against one with the joint batch."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from engine.errors import ConfigError
from engine.training.team import Team

CHILD = Path(__file__).with_name("team_child.py")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start(root: Path, out: Path, rank: int, size: int, port: int) -> subprocess.Popen[str]:
    told = {"RANK": rank, "LOCAL_RANK": rank, "WORLD_SIZE": size, "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    environment |= {name: str(value) for name, value in told.items()}
    command = [sys.executable, str(CHILD), str(root), str(out)]
    return subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE)


@pytest.mark.skipif(not torch.distributed.is_gloo_available(), reason="this build of torch has no gloo")
def test_two_processes_give_the_losses_gradients_and_weights_of_one(tmp_path, tiny, root):
    port = free_port()
    children = [start(root, tmp_path, rank, 2, port) for rank in range(2)]
    ends = [(child.communicate(timeout=240)[1], child.returncode) for child in children]
    assert [code for _, code in ends] == [0, 0], ends[0][0] + ends[1][0]

    trainer = tiny.make_trainer(tmp_path / "alone", recipe=tiny.team_recipe(), data=tiny.make_data(extra=8))
    (expected,) = trainer.run()
    first, second = (load_file(tmp_path / f"{rank}.safetensors") for rank in range(2))
    assert tiny.same(first, second)  # gradients and weights: every process has the same
    for name, parameter in trainer._learner.named_parameters():
        if parameter.grad is not None:
            assert torch.allclose(first[f"gradient.{name}"], parameter.grad, rtol=1e-3, atol=1e-6), name
        assert torch.allclose(first[f"weight.{name}"], parameter, rtol=1e-4, atol=1e-6), name
    for name in ("recognition", "alignment", "semantic_margin"):
        assert float(first[f"loss.{name}"]) == pytest.approx(expected[name], rel=1e-5)
    assert [path.name for path in sorted((tmp_path / "team").iterdir())] == ["checkpoint", "history.csv"]


def test_a_batch_that_cannot_be_shared_out_is_refused():
    assert [Team(rank, 2).share(8) for rank in range(2)] == [slice(0, 4), slice(4, 8)]
    with pytest.raises(ConfigError, match="multiple of 3"):
        Team(0, 3).share(8)


def test_alone_nothing_is_waited_for_or_shared():
    values = torch.arange(6.0).view(3, 2)
    assert Team().gathered(values) is values
    assert Team().share(3) == slice(0, 3)
    assert Team().add_up(values) is values
