"""Kill the window with −9 at random moments while somebody labels, and look whether every label was kept.

python -m tests.benchmarks.kills_while_labelling --kills 20

Keys come a hundred a second at most. A label counts as made once the case has answered; the next crop is shown a moment
before, so at a kill the last keys may be some that were never answered: those are counted too. After each kill the
window is opened again on the same case and goes on.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from engine.gallery.gallery import Gallery
from tests.benchmarks.killed_window import run_kills, tell, told_before_kill, work_in

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
        told = told_before_kill("tests.benchmarks.kills_while_labelling", self.case, self.random)
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

    def facts(self) -> dict[str, object]:
        """Return what to print."""
        return {"labels": len(self.made), "at_each_kill": self.at_kill, "unanswered_at_each_kill": self.unanswered}


def label(case: Path, random: Random) -> None:
    """Label one crop after the other; tell every key, and every answer of the case."""
    work_in(case, lambda window: _begin(window, random))


def _begin(window: Any, random: Random) -> Callable[[], None] | None:
    from PySide6.QtTest import QTest

    from app.tab import Tab

    if window.case_view is None:
        return None
    window.show_tab(Tab.LABEL)
    page = window.case_view.label_page
    pressed: deque[tuple[int, bool | None]] = deque()

    def press() -> None:
        crop_id, group = page.desk.current, page.work.panel.group
        if crop_id is None or group is None or len(page.desk.groups) > 1 or not page.desk.book.knows(crop_id):
            return
        key = random.choice(list(SAID))
        pressed.append((crop_id, SAID[key]))
        tell(pressed=crop_id)
        QTest.keyClick(page.stage.picture, key)

    page.desk.saying.kept.connect(lambda: tell(made=pressed[0][0], said=pressed.popleft()[1]))
    page.desk.asked_changed.connect(lambda: page.desk.groups[1:] and page.desk.set_chosen(frozenset({"gender"})))
    return press


if __name__ == "__main__":
    run_kills(__doc__, LabelKills, label)
