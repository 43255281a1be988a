"""Run as one of torchrun's processes: `team_child.py ROOT OUT` trains one step and writes what came of it."""

import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])

import tiny
import torch
from safetensors.torch import save_file

from engine.training.team import joined_team

torch.set_num_threads(1)
out = Path(sys.argv[2])
with joined_team() as team:
    data = tiny.make_data(extra=8)
    trainer = tiny.make_trainer(out / "team", recipe=tiny.team_recipe(), data=data, team=team)
    (row,) = trainer.run()
    tensors = {}
    for name, parameter in trainer._learner.named_parameters():
        tensors[f"weight.{name}"] = parameter.detach().contiguous()
        if parameter.grad is not None:
            tensors[f"gradient.{name}"] = parameter.grad.contiguous()
    for name in ("recognition", "alignment", "semantic_margin"):
        tensors[f"loss.{name}"] = torch.tensor(row[name], dtype=torch.float64)
    save_file(tensors, out / f"{team.rank}.safetensors")
