"""Kill the window with −9 at random moments while somebody reviews, and look whether every decision was kept.

python -m tests.benchmarks.kills_while_reviewing --kills 20

A decision counts as made once the tile shows it. After each kill the window is opened again on the same case and the
next people are reviewed.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState
from tests.benchmarks.killed_window import run_kills, tell, told_before_kill, work_in


@dataclass
class ReviewKills:
    """What was decided before each kill, and what the case has of it."""

    case: Path
    random: Random
    shown: dict[CropId, ReviewState] = field(default_factory=dict)
    at_kill: list[int] = field(default_factory=list)  # decisions shown in each window

    def run(self) -> None:
        """Open the window, have it reviewed in, kill it, and check what the case has."""
        told = told_before_kill("tests.benchmarks.kills_while_reviewing", self.case, self.random)
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

    def facts(self) -> dict[str, object]:
        """Return what to print."""
        return {"decisions": len(self.shown), "at_each_kill": self.at_kill}


def review(case: Path, random: Random) -> None:
    """Press Y, N or U on those who are not reviewed yet; tell what the tiles show."""
    work_in(case, lambda window: _begin(window, random))


def _begin(window: Any, random: Random) -> Callable[[], None] | None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    page = window.search_page
    if page is None or not page.is_answered:
        return None
    rows = itertools.count()

    def show(states: dict[CropId, ReviewState]) -> None:
        for crop_id in states:
            tell(crop=crop_id, state=page.results.ranked(page.results.row_of(crop_id)).review.value)

    def press() -> None:
        if not page.is_answered:
            return
        ranked = page.results.ranked(row := next(rows))
        while ranked is not None and ranked.review is not ReviewState.UNREVIEWED:
            ranked = page.results.ranked(row := next(rows))
        if row >= page.results.rowCount():
            QApplication.exit(1)  # nobody is left to be reviewed
        elif ranked is not None:
            page.results_view.choose(row)
            QTest.keyClick(page.results_view, random.choice([Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U]))

    page._service.reviewed.connect(show)  # after the page's own slot, which shows it
    page.filter_bar.track_button.setChecked(False)  # each crop a result, or there are too few to review
    return press


if __name__ == "__main__":
    run_kills(__doc__, ReviewKills, review)
