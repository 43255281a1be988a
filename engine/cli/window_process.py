"""The window's program, a process of its own because the command line knows no Qt."""

import sys
from collections.abc import Sequence


def window_command(arguments: Sequence[str]) -> list[str]:
    """Return the command that runs the window's program with these arguments."""
    is_packaged = getattr(sys, "frozen", False)  # then the program is its own interpreter
    return [sys.executable, *(() if is_packaged else ("-m", "app")), *arguments]
