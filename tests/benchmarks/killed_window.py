"""A window that is worked in by a script and killed with −9 at a random moment; what it told before is what counts.

The window is the real one, without a screen, and so are the keys. Each child tells what was done by lines of JSON.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import numpy as np

from engine.demo.drawn_case import draw_pictures, make_drawn_case
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store

CROPS = 4_000
LONGEST_S = 2.0  # from the first line to the kill
KEY_MS = 10
ROOT = Path(__file__).resolve().parents[2]


class Kills(Protocol):
    """Counts what outlived the kills."""

    def run(self) -> None:
        """Open the window, have it worked in, kill it, and check what the case has."""

    def facts(self) -> dict[str, object]:
        """Return what to print; what was begun is brought to its end first."""


def make_case(folder: Path) -> Path:
    """Return a new case of drawn people."""
    model = QueryModel.load(default_store().get(DEFAULT_MODEL))
    make_drawn_case(folder, model, CROPS, Progress(), draw_pictures(16, np.random.default_rng(0)))
    return folder


def home_of(case: Path) -> dict[str, str]:
    """Return the variable that says where the window keeps what is the user's: beside the case."""
    return {"BOLO_HOME": str(case.parent / "home")}


def open_window(module: str, case: Path, random: Random) -> "subprocess.Popen[str]":
    """Return the process `python -m MODULE --in CASE`, which tells what is done in the window."""
    command = [sys.executable, "-m", module, "--in", str(case), "--seed", str(random.randrange(1 << 30))]
    environment = {**os.environ, **home_of(case), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)


def told_before_kill(module: str, case: Path, random: Random) -> list[dict[str, Any]]:
    """Work in a case by `python -m MODULE --in CASE`, kill it, and return what it told."""
    with open_window(module, case, random) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        assert first, "the window ended before anything was done in it"
        time.sleep(random.uniform(0, LONGEST_S))
        child.kill()
        lines = [first, *child.stdout]
    return [json.loads(line) for line in lines if line.endswith("\n")]  # the kill may cut the last one


def tell(**told: object) -> None:
    """Tell what was done, at once."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def work_in(case: Path, begin: Callable[[Any], Callable[[], None] | None]) -> None:
    """Open the real window on a case and press keys until it is killed.

    Args:
        case: to be worked in.
        begin: asked again and again with the window until it returns what presses the next key.
    """
    from PySide6.QtCore import QTimer

    from app.launch import make_application
    from app.main_window import MainWindow
    from app.settings import Settings
    from app.theme.theme import Theme, ThemeChoice

    application = make_application()
    window = MainWindow(Theme(application, ThemeChoice.DARK), Settings())
    window.show()
    window.open_case(case)
    press: Callable[[], None] | None = None

    def work() -> None:
        nonlocal press
        if press is None:
            press = begin(window)
        else:
            press()

    pressing = QTimer()
    pressing.timeout.connect(work)
    pressing.start(KEY_MS)
    application.exec()


def run_kills(
    description: str, kills_in: Callable[[Path, Random], Kills], work: Callable[[Path, Random], None]
) -> None:
    """Kill as often as the command line says and print one JSON object; in the child, work until killed."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--in", dest="case", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.case is not None:
        work(args.case, Random(args.seed))
        return
    with TemporaryDirectory(prefix="bolo-kills-") as folder:
        kills = kills_in(make_case(Path(folder) / "killed.bolo"), Random(args.seed))
        for _ in range(args.kills):
            kills.run()
        facts = {"kills": args.kills, **kills.facts(), "lost": 0}
    sys.stdout.write(json.dumps(facts, indent=2) + "\n")
