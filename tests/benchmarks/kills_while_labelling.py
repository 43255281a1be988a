"""Kill the window with −9 at random moments while somebody labels, and look whether every label was kept.

python tests/benchmarks/kills_while_labelling.py --kills 20

The window is the real one, without a screen, and so are the keys, a hundred a second at most. A label counts as made
once the case has answered; the next crop is shown a moment before, so at a kill the last keys may be some that were
never answered: those are counted too. After each kill the window is opened again on the same case and goes on.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from engine.gallery.gallery import Gallery
from tests.benchmarks.kills_while_reviewing import LONGEST_S, ROOT, make_case

ATTRIBUTE = "personalFemale"
SAID = {"1": True, "2": False, "U": None}  # of the attribute, by key


@dataclass
class LabelKills:
    """What was labelled before each kill, and what the case has of it."""

    case: Path
    random: Random
    made: dict[int, bool | None] = field(default_factory=dict)
    at_kill: list[int] = field(default_factory=list)  # labels made in each window
    unanswered: list[int] = field(default_factory=list)  # keys pressed and not answered when it was killed

    def run(self) -> None:
        """Open the window, have it labelled in, kill it, and check what the case has."""
        command = [sys.executable, "-m", "tests.benchmarks.kills_while_labelling", "--labels", str(self.case)]
        home = {"BOLO_HOME": str(self.case.parent / "home"), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        seed = ["--seed", str(self.random.randrange(1 << 30))]
        child = subprocess.Popen(
            [*command, *seed], stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **home}
        )
        with child:
            first = child.stdout.readline()
            assert first, "the window ended before anything was labelled"
            time.sleep(self.random.uniform(0, LONGEST_S))
            child.kill()
            lines = [first, *child.stdout]
        told = [json.loads(line) for line in lines if line.endswith("\n")]  # the kill may cut the last one
        made = {one["made"]: one["said"] for one in told if "made" in one}
        self.made.update(made)
        self.at_kill.append(len(made))
        self.unanswered.append(sum("pressed" in one for one in told) - len(made))
        self.check()

    def check(self) -> None:
        """Look whether the case has every label that was made, whole groups, and a catalog that is sound."""
        with Gallery.open(self.case, read_only=True) as gallery:
            kept = {(label.crop_id, label.attribute): label.value for label in gallery.labels()}
            assert not gallery.damage()
        lost = {crop: said for crop, said in self.made.items() if kept.get((crop, ATTRIBUTE), "nothing") != said}
        assert not lost, f"labels lost: {lost}"
        halves = {crop for crop, _ in kept if len([1 for other, _ in kept if other == crop]) != 2}
        assert not halves, f"groups half written: {halves}"


def label(case: Path, seed: int) -> None:
    """Open the window on a case and label one crop after the other; print every key, and every answer of the case."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest

    from app.launch import make_application
    from app.main_window import MainWindow
    from app.settings import Settings
    from app.tab import Tab
    from app.theme.theme import Theme, ThemeChoice

    application = make_application()
    window = MainWindow(Theme(application, ThemeChoice.DARK), Settings())
    window.show()
    window.open_case(case)
    random, pressing, pressed = Random(seed), QTimer(), deque()

    def tell(**told: object) -> None:
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()

    def begin() -> None:
        if window.case_view is not None:
            pressing.timeout.disconnect(begin)
            window.show_tab(Tab.LABEL)
            page = window.case_view.label_page
            page.desk.saying.kept.connect(lambda: tell(made=pressed[0][0], said=pressed.popleft()[1]))
            page.desk.asked_changed.connect(
                lambda: page.desk.groups[1:] and page.desk.set_chosen(frozenset({"gender"}))
            )
            pressing.timeout.connect(press)

    def press() -> None:
        page = window.case_view.label_page
        crop_id, group = page.desk.current, page.work.panel.group
        if crop_id is None or group is None or len(page.desk.groups) > 1 or not page.desk.book.knows(crop_id):
            return
        key = random.choice(list(SAID))
        pressed.append((crop_id, SAID[key]))
        tell(pressed=crop_id)
        QTest.keyClick(page.stage.picture, key)

    pressing.timeout.connect(begin)
    pressing.start(10)
    application.exec()


def main() -> None:
    """Kill, look, print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--labels", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.labels is not None:
        label(args.labels, args.seed)
        return
    with TemporaryDirectory(prefix="bolo-kills-") as folder:
        kills = LabelKills(make_case(Path(folder) / "labelled.bolo"), Random(args.seed))
        for _ in range(args.kills):
            kills.run()
    facts = {"kills": args.kills, "labels": len(kills.made), "at_each_kill": kills.at_kill, "lost": 0}
    sys.stdout.write(json.dumps({**facts, "unanswered_at_each_kill": kills.unanswered}, indent=2) + "\n")


if __name__ == "__main__":
    main()
