"""How long Bolo's window takes to the screen, against an empty one."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.errors import EngineError

WINDOW = ("-m", "app", "--report-shown")
SECONDS_TO_SHOW = 120

# A string, because the engine imports no Qt: it runs in a process of its own, as the window does.
EMPTY_WINDOW = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    shown = False
    def event(self, event):
        if event.type() is QEvent.Type.Paint and not self.shown:
            self.shown = True
            QTimer.singleShot(0, report)
        return super().event(event)

def report():
    print(json.dumps({"shown_s": time.time() - float(os.environ["BOLO_T0"])}))
    QApplication.quit()

application = QApplication(sys.argv)
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartupFigures:
    """Medians over the runs; time counts from before the interpreter starts until the first paint is done."""

    window_s: float
    empty_s: float
    ratio: float
    torch_loaded: bool
    cv2_loaded: bool
    runs: int
    peak_memory_mb: float | None  # of the largest process; None where the system does not tell


def measure_startup(runs: int) -> StartupFigures:
    """Start each window in turn, once unmeasured and then `runs` times.

    Raises:
        EngineError: if a window does not come up.
    """
    _shown(WINDOW), _shown(("-c", EMPTY_WINDOW))
    windows, empties = [], []
    for _ in range(runs):
        windows.append(_shown(WINDOW))
        empties.append(_shown(("-c", EMPTY_WINDOW)))
    window_s = statistics.median(run["shown_s"] for run in windows)
    empty_s = statistics.median(run["shown_s"] for run in empties)
    return StartupFigures(
        window_s=window_s,
        empty_s=empty_s,
        ratio=window_s / empty_s,
        torch_loaded=any(run["torch"] for run in windows),
        cv2_loaded=any(run["cv2"] for run in windows),
        runs=runs,
        peak_memory_mb=_peak_memory_mb(),
    )


def _shown(arguments: Sequence[str]) -> dict[str, Any]:
    """Run Python with these arguments and return the line that it prints once its window is painted."""
    command = [sys.executable, *arguments]
    environment = {**os.environ, "BOLO_T0": repr(time.time())}
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SECONDS_TO_SHOW)
        return dict(json.loads(done.stdout.splitlines()[-1]))
    except (subprocess.TimeoutExpired, IndexError, ValueError) as error:
        raise EngineError("The window did not come up; start bolo without a command to see what keeps it.") from error


def _peak_memory_mb() -> float | None:
    """Return the most memory that any of the processes held."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)
