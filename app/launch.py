"""From the command line's arguments to a window on the screen."""

import argparse
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.collecting import Collecting
from app.jobs.command import set_children_up
from app.language import Language, choose_language, speak
from app.main_window import MainWindow
from app.settings import Settings
from app.tab import Tab
from app.theme.theme import Theme, ThemeChoice
from app.unforeseen import Unforeseen

SWITCH_S = 0.0001  # how long Python code of another thread may keep the window's thread waiting, many times in a paint


def launch(arguments: Sequence[str]) -> int:
    """Open the window and return its exit code once it is closed."""
    options = _parse(arguments)
    if options.screenshot is not None or options.write_report is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    settings = Settings()
    set_children_up(settings.device.value, settings.threads)
    if options.screenshot is None:
        scale_by(settings.text_scale)
    application = make_application()
    speak(application, choose_language(options.language, settings.language))
    if options.write_report is not None:
        return _write_report(options)
    if options.screenshot is not None:
        return _take_screenshot(application, options)
    theme = Theme(application, options.theme or settings.theme)
    window = MainWindow(theme, settings)
    if options.report_shown:
        window.installEventFilter(FirstPaint(window))
    window.show()
    Unforeseen(window).watch()
    if options.case is not None:
        QTimer.singleShot(0, lambda: window.open_case(options.case))
    return application.exec()


def scale_by(percent: int) -> None:
    """Have all of the window be so large; call it before the application is made. The user's own variable stands."""
    if percent != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(percent / 100))


def make_application() -> QApplication:
    """Return the application, set up as the window needs it."""
    QApplication.setApplicationName("Bolo")
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    sys.setswitchinterval(SWITCH_S)
    application = QApplication(["bolo"])
    Collecting(application)
    return application


def _take_screenshot(application: QApplication, options: argparse.Namespace) -> int:
    from app.screenshot import take_screenshot  # only wanted here, and it waits for the search page

    return take_screenshot(
        application,
        case=options.case,
        out=options.screenshot,
        size_px=options.size,
        theme=Theme(application, options.theme or ThemeChoice.DARK),
        has=options.has,
        tab=options.page,
    )


def _write_report(options: argparse.Namespace) -> int:
    from app.report.reporting import write_for_another  # only wanted here

    return write_for_another(options.case, options.write_report)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bolo", description="Find people in surveillance footage by what is known of them."
    )
    parser.add_argument("case", type=Path, nargs="?", help="the case to open")
    parser.add_argument("--theme", type=ThemeChoice, help="dark, light or system")
    parser.add_argument("--language", type=Language, help="en, de or system")
    parser.add_argument("--report-shown", action="store_true", help="print how long the window took, and close")
    parser.add_argument("--screenshot", type=Path, metavar="OUT.png", help="save a picture of the window, and close")
    parser.add_argument("--size", type=_size, default=(1600, 1000), help="of the picture: 1600x1000")
    parser.add_argument("--page", type=Tab, default=Tab.SEARCH, help="of the picture: search, footage, label or case")
    parser.add_argument("--has", action="append", default=[], metavar="ATTR", help="tick this attribute first")
    parser.add_argument("--write-report", type=Path, metavar="OUT.pdf", help=argparse.SUPPRESS)  # for “bolo report”
    options = parser.parse_args(arguments)
    if options.write_report is not None and options.case is None:
        parser.error("name the case to report on")
    return options


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


class FirstPaint(QObject):
    """Reports when the window was first painted, and closes it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint of the window."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._report)
        return False

    @staticmethod
    def _report() -> None:
        modules = {name: name in sys.modules for name in ("torch", "cv2")}
        sys.stdout.write(json.dumps({"shown_s": round(seconds_since_start(), 4), **modules}) + "\n")
        sys.stdout.flush()
        QApplication.quit()


def seconds_since_start() -> float:
    """Return how long this process has run; BOLO_T0, a `time.time()`, moves its start to before the interpreter's."""
    started = os.environ.get("BOLO_T0")
    return time.time() - float(started) if started else time.time() - _process_start()


def _process_start() -> float:
    """Return when the process was started, as `time.time()` counts."""
    stat = Path("/proc/self/stat")
    if not stat.is_file():
        return time.time() - time.process_time()
    ticks = float(stat.read_text().rpartition(")")[2].split()[19])
    return time.time() - (time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK"))
