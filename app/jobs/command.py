"""How the window starts a child of its own program."""

import os
import sys
from collections.abc import Sequence


def child_command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the program and its arguments that run `bolo ARGUMENTS…` in a child process."""
    if getattr(sys, "frozen", False):  # a packaged application is its own interpreter
        return sys.executable, list(arguments)
    return sys.executable, ["-m", "engine.cli", *arguments]


def set_children_up(device: str, threads: int) -> None:
    """Have every child from now on use this device and so many cores; 0 is all."""
    os.environ["BOLO_DEVICE"] = device
    os.environ["BOLO_THREADS"] = str(threads)
