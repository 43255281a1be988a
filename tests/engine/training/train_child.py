"""Run as a child process: `train_child.py ROOT FOLDER` trains until it is killed within an epoch."""

import sys
import time
from pathlib import Path

sys.path.insert(0, sys.argv[1])

import tiny
import torch

from engine.progress import Event, Progress
from engine.training.events import StepsTaken


def tell(event: Event) -> None:
    """Wait to be killed, a step into the second epoch of the second stage."""
    if isinstance(event, StepsTaken) and (event.stage, event.epoch) == ("alignment", 2):
        sys.stdout.write("within the second epoch of the second stage\n")
        sys.stdout.flush()
        time.sleep(600)


torch.set_num_threads(1)
folder = Path(sys.argv[2])
tiny.make_trainer(folder, Progress(tell), tiny.averaged_recipe()).run()
(folder / "finished").touch()
