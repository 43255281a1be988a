"""The program `bolo`: a case or nothing opens the window, a sub-command goes to the command line."""

import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

WINDOW_OPTIONS = ("--report-shown", "--write-report", "--screenshot", "--size", "--theme", "--language", "--has")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Bolo and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not means_window(given):
        return _run_command_line(given)
    from app import launch  # brings Qt, which the command line does without

    return launch.launch(given)


def means_window(arguments: Sequence[str]) -> bool:
    """Return whether the arguments ask for the window: none at all, a case, or one of the window's options."""
    if not arguments:
        return True
    first = arguments[0]
    return first in WINDOW_OPTIONS or _looks_like_case(Path(first), first)


def _looks_like_case(path: Path, typed: str) -> bool:
    if typed.startswith("-"):
        return False
    return path.suffix == ".bolo" or path.name != typed or (path / "case.db").is_file()


def _run_command_line(arguments: Sequence[str]) -> int:
    """Run the command line as `python -m engine.cli` would; by name, for the window's process has nothing of it."""
    sys.argv = ["bolo", *arguments]
    try:
        runpy.run_module("engine.cli", run_name="__main__")
    except SystemExit as end:
        return _exit_code(end)
    return 0


def _exit_code(end: SystemExit) -> int:
    if isinstance(end.code, str):
        sys.stderr.write(f"{end.code}\n")
        return 1
    return end.code or 0
