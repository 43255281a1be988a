"""An import in a process of its own, as the window runs it; for the benchmarks beside."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.demo.footage import render_demo_footage, source_folders
from engine.gallery.gallery import Gallery
from engine.progress import Progress

GIVE_UP_AFTER_S = 500


@dataclass(frozen=True)
class Ended:
    """How an import ended."""

    code: int  # the exit code; below zero where a signal ended it
    events: list[dict[str, Any]]

    @property
    def last(self) -> dict[str, Any]:
        """Return the last thing that it told: its summary, or what hindered it."""
        return self.events[-1] if self.events else {}


def draw_footage(folder: Path, frames_per_camera: int) -> tuple[Path, ...]:
    """Draw the beginning of the demo's footage; return its cameras' folders."""
    render_demo_footage(folder, Progress(), frames_per_site=frames_per_camera)
    return source_folders(folder)


def new_case(folder: Path) -> Path:
    """Make a case."""
    Gallery.create(folder).close()
    return folder


def start_import(case: Path, paths: Sequence[Path], *options: str) -> "subprocess.Popen[bytes]":
    """Start an import; its events come on its stdout, a line each."""
    command = [sys.executable, "-m", "engine.cli", "job", "import", *options, "--", str(case), *map(str, paths)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)


def wait_for_end(child: "subprocess.Popen[bytes]") -> Ended:
    """Wait until an import has ended; one that hangs is killed, and the wait fails."""
    try:
        told, _ = child.communicate(timeout=GIVE_UP_AFTER_S)
    except subprocess.TimeoutExpired:
        child.kill()
        raise
    return Ended(child.returncode, [json.loads(line) for line in told.splitlines() if line.endswith(b"}")])


def run_import(case: Path, paths: Sequence[Path], *options: str) -> Ended:
    """Import to the end."""
    return wait_for_end(start_import(case, paths, *options))


def frames_in(case: Path) -> int:
    """Return how many frames a case has; it is opened as the next import will open it, and has to be sound."""
    with Gallery.open(case) as gallery:
        assert gallery.damage() == gallery.crop_store.damage() == []
        return gallery.counts().frames
