"""Kill the window with −9 at random moments while somebody reviews, and look whether every decision was kept.

python tests/benchmarks/kills_while_reviewing.py --kills 20

The window is the real one, without a screen, and so are the keys; a decision counts as made once the tile shows it.
After each kill the window is opened again on the same case and the next people are reviewed.
"""

import argparse
import itertools
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

from engine.demo.drawn_case import draw_pictures, make_drawn_case
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store

CROPS = 4_000
LONGEST_S = 2.0  # from the first decision to the kill
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Kills:
    """What was decided before each kill, and what the case has of it."""

    case: Path
    random: Random
    shown: dict[CropId, ReviewState] = field(default_factory=dict)
    at_kill: list[int] = field(default_factory=list)  # decisions shown in each window

    def run(self) -> None:
        """Open the window, have it reviewed in, kill it, and check what the case has."""
        command = [sys.executable, __file__, "--reviews", str(self.case), "--seed", str(self.random.randrange(1 << 30))]
        home = {"BOLO_HOME": str(self.case.parent / "home"), "QT_QPA_PLATFORM": "offscreen"}
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **home})
        with child:
            first = child.stdout.readline()
            assert first, "the window ended before anything was reviewed"
            time.sleep(self.random.uniform(0, LONGEST_S))
            child.kill()
            lines = [first, *child.stdout]
        told = [json.loads(line) for line in lines if line.endswith("\n")]  # the kill may cut the last one
        self.shown.update({CropId(one["crop"]): ReviewState(one["state"]) for one in told})
        self.at_kill.append(len(told))
        self.check()

    def check(self) -> None:
        """Look whether the case has every decision that was shown, and a log that is whole."""
        with Gallery.open(self.case, read_only=True) as gallery:
            kept = gallery.review_states()
            lost = {crop: state for crop, state in self.shown.items() if kept.get(crop) is not state}
            assert not lost, f"decisions lost: {lost}"
            audit = gallery.verify_audit()
            assert audit.is_whole, audit.in_words()


def make_case(folder: Path) -> Path:
    """Return a new case of drawn people."""
    model = QueryModel.load(default_store().get(DEFAULT_MODEL))
    make_drawn_case(folder, model, CROPS, Progress(), draw_pictures(16, np.random.default_rng(0)))
    return folder


def review(case: Path, seed: int) -> None:
    """Open the window on a case and press Y, N or U on those who are not reviewed yet; print what the tiles show."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest

    from app.launch import make_application
    from app.main_window import MainWindow
    from app.settings import Settings
    from app.theme.theme import Theme, ThemeChoice

    application = make_application()
    window = MainWindow(Theme(application, ThemeChoice.DARK), Settings())
    window.show()
    window.open_case(case)
    random, rows, pressing = Random(seed), itertools.count(), QTimer()

    def tell(states) -> None:
        for crop_id in states:
            row = window.search_page.results.row_of(crop_id)
            ranked = window.search_page.results.ranked(row)
            sys.stdout.write(json.dumps({"crop": crop_id, "state": ranked.review.value}) + "\n")
        sys.stdout.flush()

    def press() -> None:
        page = window.search_page
        if page is None or not page.is_answered:
            return
        if not pressing.property("told"):
            pressing.setProperty("told", True)
            page._service.reviewed.connect(tell)  # after the page's own slot, which shows it
            page.filter_bar.track_button.setChecked(False)  # each crop a result, or there are too few to review
            return
        ranked = page.results.ranked(row := next(rows))
        while ranked is not None and ranked.review is not ReviewState.UNREVIEWED:
            ranked = page.results.ranked(row := next(rows))
        if row >= page.results.rowCount():
            application.exit(1)  # nobody is left to be reviewed
        elif ranked is not None:
            page.results_view.choose(row)
            QTest.keyClick(page.results_view, random.choice([Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U]))

    pressing.timeout.connect(press)
    pressing.start(10)
    application.exec()


def main() -> None:
    """Kill, look, print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--reviews", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.reviews is not None:
        review(args.reviews, args.seed)
        return
    with TemporaryDirectory(prefix="bolo-kills-") as folder:
        kills = Kills(make_case(Path(folder) / "reviewed.bolo"), Random(args.seed))
        for _ in range(args.kills):
            kills.run()
    facts = {"kills": args.kills, "decisions": len(kills.shown), "at_each_kill": kills.at_kill, "lost": 0}
    sys.stdout.write(json.dumps(facts, indent=2) + "\n")


if __name__ == "__main__":
    main()
