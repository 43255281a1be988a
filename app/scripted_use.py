"""A window that is used by a script, and measured: `python -m app.scripted_use CASE --minutes 10 --import FOLDER`."""

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtTest import QTest

from app.footage.import_choice import Detector, ImportChoice
from app.heartbeat import Heartbeat
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_process import JobProcess
from app.launch import make_application
from app.main_window import MainWindow
from app.search.density import Density
from app.search.search_page import SearchPage
from app.search.timeline_view import TimelineView
from app.settings import Settings
from app.tab import Tab
from app.theme.theme import Theme, ThemeChoice
from engine.allocator import trim_memory
from engine.cli.resident_memory import resident_bytes
from engine.search.sorting import SortKey

SIZE_PX = (1440, 900)
SEED = 6
LOOK_MS = 2  # between looks whether a step is done
STEP_TIMEOUT_S = 30
FRAME_MS = 16  # between two movements of a scroll
SCROLL_STEPS = 90
MIB = 1024 * 1024
TICKS = ("upperBodyRed", "upperBodyBlack", "lowerBodyTrousers", "carryingBackpack", "accessoryHat", "personalMale")

Step = int | Callable[[], bool]  # milliseconds to wait, or what has to become true
Act = Callable[[], Iterator[Step]]


class ScriptedUse(QObject):
    """Does all that is done at a search page, and goes to the other pages; keeps the heartbeat and the memory."""

    done = Signal()

    def __init__(self, window: MainWindow, seconds: float, footage: Sequence[Path] = ()) -> None:
        super().__init__(window)
        self._window = window
        self._seconds = seconds
        self._footage = footage  # imported meanwhile
        self._job: JobProcess | None = None
        self._chance = random.Random(SEED)
        self._heart = Heartbeat(self)
        self._painted = 0
        self._tick_ms: list[float] = []
        self._pictures_ms: list[float] = []
        self._memory: list[tuple[float, int]] = []
        self._began = 0.0
        self.problem = ""  # why it broke off
        self._steps: Iterator[Step] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        self._wait: Callable[[], bool] | None = None
        self._waits_since = 0.0
        self._acts: tuple[Act, ...] = (
            self._tick,
            self._scroll,
            self._jump,
            self._choose,
            self._review,
            self._preview,
            self._sort,
            self._narrow_time,
            self._resize_tiles,
            self._turn_pages,
        )

    @property
    def page(self) -> SearchPage:
        """Return the page that is used."""
        page = self._window.search_page
        assert page is not None
        return page

    def start(self, case: Path) -> None:
        """Open the case and begin."""
        self._window.open_case(case)
        self._steps = self._script(case)
        self._timer.start(0)

    def figures(self) -> dict[str, object]:
        """Return what was measured; times in milliseconds, memory in MiB."""
        pulse = self._heart.stop()
        return {
            **asdict(pulse),
            "longest_by_step_ms": {name: round(ms, 1) for name, ms in sorted(self._heart.longest.items())},
            "results": self.page.results.rowCount(),
            "ticks": len(self._tick_ms),
            "tick_to_tiles_ms": _middle(self._tick_ms),
            "tick_to_pictures_ms": _middle(self._pictures_ms),
            "minutes": round(self._seconds / 60, 2),
            "imported": None if self._job is None else self._job.state.summary,
            "import_status": None if self._job is None else self._job.state.status.value,
            "memory_mib": [round(size / MIB, 1) for _, size in self._memory],
            "memory_at_s": [round(at) for at, _ in self._memory],
        }

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count the paints of the results."""
        if event.type() is QEvent.Type.Paint:
            self._painted += 1
        return False

    def _go_on(self) -> None:
        if self._wait is not None and not self._wait():
            if time.perf_counter() - self._waits_since > STEP_TIMEOUT_S:
                self.problem = f"The window did not come to rest while {self._heart.doing}."
                self.done.emit()
                return
            self._timer.start(LOOK_MS)
            return
        try:
            step = next(self._steps)
        except StopIteration:
            self.done.emit()
            return
        self._wait = None if isinstance(step, int) else step
        self._waits_since = time.perf_counter()
        self._timer.start(step if isinstance(step, int) else 0)

    def _script(self, case: Path) -> Iterator[Step]:
        yield lambda: self._window.search_page is not None and self.page.is_answered
        self.page.results_view.viewport().installEventFilter(self)
        self.page.filter_bar.track_button.setChecked(False)  # each crop a result
        yield lambda: self.page.is_answered and self._has_pictures()
        yield from self._tick()  # a first search loads what later ones share
        self._tick_ms.clear()
        self._pictures_ms.clear()
        self._heart.start()
        self._began = time.perf_counter()
        self._note_memory()
        if self._footage:
            self._job = self._window.jobs.start(self._import_order(case))
        while (passed := time.perf_counter() - self._began) < self._seconds or self._is_importing:
            for act in self._acts:
                yield from act()
            if passed > self._seconds * len(self._memory) / 10:
                self._note_memory()
        self._note_memory()

    def _tick(self) -> Iterator[Step]:
        """Click a chip, and wait for tiles and pictures."""
        chip = self.page.description_panel.chip(self._chance.choice(TICKS))
        self._heart.doing = "searching"
        began, painted = time.perf_counter(), 0
        answers: list[int] = []
        slot = self.page.results_shown.connect(lambda: answers.append(self._painted))
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        yield lambda: bool(answers) and self._painted > answers[0]
        painted = time.perf_counter()
        self.page.results_shown.disconnect(slot)
        self._tick_ms.append(1000 * (painted - began))
        yield self._has_pictures
        self._pictures_ms.append(1000 * (time.perf_counter() - began))

    def _scroll(self) -> Iterator[Step]:
        """Scroll down like a wheel that is turned fast."""
        self._heart.doing = "scrolling"
        bar = self.page.results_view.verticalScrollBar()
        for _ in range(SCROLL_STEPS):
            bar.setValue(bar.value() + 3 * bar.singleStep())
            yield FRAME_MS

    def _jump(self) -> Iterator[Step]:
        """Drag the scroll bar across everything, then go to a few places."""
        self._heart.doing = "jumping"
        bar = self.page.results_view.verticalScrollBar()
        for place in range(30):
            bar.setValue(bar.maximum() * place // 30)
            yield FRAME_MS
        for _ in range(3):
            bar.setValue(self._chance.randrange(bar.maximum() + 1))
            yield self._has_pictures
        QTest.keyClick(self.page.results_view, Qt.Key.Key_Home)
        yield self._has_pictures

    def _choose(self) -> Iterator[Step]:
        """Choose with keys: one after the other, a stretch, everything."""
        view = self.page.results_view
        self._heart.doing = "moving"
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
            QTest.keyClick(view, key)
            yield FRAME_MS
        self._heart.doing = "choosing all"
        count = view.results_count  # an import may add more meanwhile
        QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        yield lambda: len(view.choosing.choice) >= count
        QTest.keyClick(view, Qt.Key.Key_Escape)
        yield FRAME_MS

    def _resize_tiles(self) -> Iterator[Step]:
        self._heart.doing = "resizing tiles"
        for density in (Density.SMALL, Density.LARGE, Density.MEDIUM):
            self.page.header.density_row.buttons[density].click()
            yield self._has_pictures

    def _review(self) -> Iterator[Step]:
        """Say of a few people whether it is them, bookmark one, and take the last word back."""
        self._heart.doing = "reviewing"
        view = self.page.results_view
        for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_B):
            QTest.keyClick(view, key)
            yield FRAME_MS
            QTest.keyClick(view, Qt.Key.Key_Right)
            yield FRAME_MS
        self.page.undo.undo()
        yield lambda: self.page.detail_pane.is_settled

    def _preview(self) -> Iterator[Step]:
        """Show people large, one after the other."""
        self._heart.doing = "previewing"
        QTest.keyClick(self.page.results_view, Qt.Key.Key_Space)
        for _ in range(5):
            yield lambda: self.page.detail_pane.is_settled
            QTest.keyClick(self.page.preview, Qt.Key.Key_Right)
            yield FRAME_MS
        QTest.keyClick(self.page.preview, Qt.Key.Key_Escape)
        yield FRAME_MS

    def _sort(self) -> Iterator[Step]:
        """Sort all results by camera, and by match again."""
        self._heart.doing = "sorting"
        button = self.page.header.sort_button
        for action in (button.keys[SortKey.CAMERA], button.amounts[None], button.keys[SortKey.MATCH]):
            action.trigger()
            yield lambda: self.page.is_answered and self._has_pictures()

    def _narrow_time(self) -> Iterator[Step]:
        """Drag the brush over a part of the timeline, and take all times again."""
        self._heart.doing = "narrowing the time"
        timeline = self.page.findChild(TimelineView)
        if not timeline.isVisible():
            return  # no crop has a time
        y = timeline.height() // 4
        QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=QPoint(timeline.width() // 3, y))
        for share in range(34, 67, 3):
            QTest.mouseMove(timeline, QPoint(timeline.width() * share // 100, y))
            yield FRAME_MS
        QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=QPoint(timeline.width() * 2 // 3, y))
        yield lambda: self.page.is_answered and self._has_pictures()
        QTest.keyClick(timeline, Qt.Key.Key_Escape)
        yield lambda: self.page.is_answered and self._has_pictures()

    def _turn_pages(self) -> Iterator[Step]:
        """Go through all pages of the case."""
        for tab in (Tab.FOOTAGE, Tab.LABEL, Tab.CASE, Tab.SEARCH):
            self._heart.doing = f"going to {tab.value}"
            self._window.show_tab(tab)
            yield 40 * FRAME_MS

    @property
    def _is_importing(self) -> bool:
        return self._job is not None and not self._job.state.has_ended

    def _import_order(self, case: Path) -> JobOrder:
        choice = ImportChoice(case=case, sources=tuple(self._footage), detector=Detector.HOG)
        return JobOrder(kind=JobKind.IMPORT, title="", arguments=choice.arguments(), case=case)

    def _has_pictures(self) -> bool:
        return self.page.fetching.is_idle and not self.page.thumbnails.waiting

    def _note_memory(self) -> None:
        """Look at the memory; the look itself is no part of the use."""
        self._heart.pause()
        gc.collect()
        trim_memory()
        self._memory.append((time.perf_counter() - self._began, resident_bytes() or 0))
        self._heart.start()


def _middle(values: Sequence[float]) -> float:
    return round(sorted(values)[len(values) // 2], 1) if values else 0.0


def main() -> int:
    """Use a case's window by script, print what was measured as one JSON object, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--import", dest="footage", type=Path, nargs="+", default=[], help="imported meanwhile")
    options = parser.parse_args()
    application = make_application()
    window = MainWindow(Theme(application, ThemeChoice.DARK), Settings())
    window.resize(*SIZE_PX)
    window.show()
    use = ScriptedUse(window, 60 * options.minutes, options.footage)
    loop = QEventLoop(application)
    use.done.connect(loop.quit)
    use.start(options.case)
    loop.exec()
    if use.problem:
        window.close()
        sys.stderr.write(f"{use.problem}\n")
        return 1
    figures = use.figures()
    window.close()
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
