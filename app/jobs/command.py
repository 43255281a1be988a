"""How the window starts a child of its own program."""

import sys
from collections.abc import Sequence


def child_command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the program and its arguments that run `bolo ARGUMENTS…` in a child process."""
    if getattr(sys, "frozen", False):  # a packaged application is its own interpreter
        return sys.executable, list(arguments)
    return sys.executable, ["-m", "engine.cli", *arguments]
