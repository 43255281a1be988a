"""Measures how long the page Label takes from one crop to the next; the limit is 50 ms.

    python tests/benchmarks/labelling_pace.py CASE --items 300

An item is one key pressed in the real window: the label is said, handed to the case's own thread to be written, and the
next crop painted with its picture; timed from just before the key's event to the end of that paint. Three ways are
measured: one group asked (one key labels and goes on), all groups asked (the right arrow goes on past all chips), and
whole tracks (the key labels every crop of the track). A pause between two keys stands for the person who looks. The
case is copied first. Prints one JSON object.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from app.labelling.label_page import LabelPage
from app.launch import make_application
from app.main_window import MainWindow
from app.settings import Settings
from app.tab import Tab
from app.theme.theme import Theme, ThemeChoice
from engine.casework.label_order import LabelOrder

SIZE_PX = (1440, 900)
ONE_GROUP = frozenset({"gender"})
TIMEOUT_S = 60.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--items", type=int, default=300, help="for each way")
    parser.add_argument("--pause-ms", type=int, default=150, help="between two keys")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with TemporaryDirectory(prefix="bolo-pace-") as folder:
        os.environ["BOLO_HOME"] = str(Path(folder) / "home")
        case = Path(folder) / options.case.name
        shutil.copytree(options.case, case)
        with opened_page(Theme(application, ThemeChoice.DARK), case) as page:
            figures = {name: figures_of(measure(page, options)) for name, measure in WAYS.items()}
    load = round(os.getloadavg()[0], 1)  # of the machine's other programs too
    sys.stdout.write(json.dumps({"pause_ms": options.pause_ms, "load": load, **figures}) + "\n")
    return 0


@contextmanager
def opened_page(theme: Theme, case: Path) -> Iterator[LabelPage]:
    window = MainWindow(theme, Settings())
    window.resize(*SIZE_PX)
    window.show()
    window.open_case(case)
    wait_until(lambda: window.case_view is not None)
    window.show_tab(Tab.LABEL)
    assert window.case_view is not None
    page = window.case_view.label_page
    wait_until(lambda: page.is_settled)
    yield page
    window.close()


def one_group(page: LabelPage, options: argparse.Namespace) -> list[float]:
    """Label with one key, which goes on by itself."""
    begin(page, ONE_GROUP)
    return [timed(page, Qt.Key.Key_1 if item % 2 else Qt.Key.Key_2, options) for item in range(options.items)]


def all_groups(page: LabelPage, options: argparse.Namespace) -> list[float]:
    """Go on with the right arrow, every chip of every group beside the crop."""
    begin(page, None)
    return [timed(page, Qt.Key.Key_Right, options) for _item in range(options.items)]


def whole_tracks(page: LabelPage, options: argparse.Namespace) -> list[float]:
    """Label the whole track with one key."""
    begin(page, frozenset({"hairLength"}))
    page.answering.turn_whole_tracks(True)
    times = []
    while len(times) < options.items and page.desk.current is not None:
        times.append(timed(page, Qt.Key.Key_1, options))
    page.answering.turn_whole_tracks(False)
    return times


WAYS = {"one_group": one_group, "all_groups": all_groups, "whole_tracks": whole_tracks}


def begin(page: LabelPage, groups: frozenset | None) -> None:
    page.desk.order = LabelOrder.UNCERTAIN
    page.desk.set_chosen(groups)
    wait_until(lambda: page.is_settled and page.desk.current is not None)
    page.work.take_focus()


def timed(page: LabelPage, key: Qt.Key, options: argparse.Namespace) -> float:
    """Return the milliseconds from a key to the paint of another crop, or until nobody is left."""
    before = page.desk.current
    painted: list[float] = []

    def note(crop_id: object) -> None:
        if crop_id != before and not painted:
            painted.append(time.perf_counter())

    page.stage.picture.painted.connect(note)
    began = time.perf_counter()
    QTest.keyClick(page.stage.picture, key)
    wait_until(lambda: bool(painted) or page.desk.current is None)
    came = painted[0] if painted else time.perf_counter()
    page.stage.picture.painted.disconnect(note)
    QTest.qWait(options.pause_ms)
    return 1000 * (came - began)


def wait_until(is_so) -> None:
    """Run the window's events until something is so; looks after every event."""
    loop = QEventLoop()
    looks = QTimer(interval=0)
    limit = time.monotonic() + TIMEOUT_S

    def look() -> None:
        if is_so() or time.monotonic() > limit:
            loop.quit()

    looks.timeout.connect(look)
    looks.start()
    loop.exec()
    looks.stop()
    if time.monotonic() > limit and not is_so():
        raise TimeoutError("the window did not come to rest")  # not in the slot, where Qt would swallow it


def figures_of(times: list[float]) -> dict[str, float]:
    """Return what the items took, in milliseconds."""
    ascending = sorted(times)
    return {
        "items": len(times),
        "p50_ms": round(statistics.median(ascending), 1),
        "p99_ms": round(ascending[int(0.99 * (len(ascending) - 1))], 1),
        "max_ms": round(ascending[-1], 1),
        "over_50_ms": sum(ms > 50 for ms in ascending),
    }


if __name__ == "__main__":
    sys.exit(main())
