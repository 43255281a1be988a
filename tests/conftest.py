"""What every test stands on: a home of its own, no screen, and nothing left behind or logged in passing."""

import gc
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure, and the same change gets the same examples everywhere.
settings.register_profile("bolo", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bolo")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
THREADS_MAY_TAKE_S = 3.0


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """Return the folder of real data; skip the test where there is none."""
    named = os.environ.get("BOLO_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the development data is not here ({folder}); BOLO_DATA names its folder")
    return folder


@pytest.fixture(scope="session", autouse=True)
def bolo_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep recent cases, settings and models of the tests, and of processes they start, out of the user's folder."""
    home = tmp_path_factory.mktemp("bolo-home")
    before = os.environ.get("BOLO_HOME")
    os.environ["BOLO_HOME"] = str(home)
    yield home
    if before is None:
        del os.environ["BOLO_HOME"]
    else:
        os.environ["BOLO_HOME"] = before


@pytest.fixture(autouse=True)
def garbage_is_freed_in_the_windows_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Do for a test with a window what `app.collecting` does for the program; the rest is freed after the test."""
    has_window = "qapp" in request.fixturenames
    if has_window:
        gc.disable()
    yield
    if has_window:
        gc.collect()
        gc.enable()


@pytest.fixture(autouse=True)
def no_thread_is_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    give_up = time.monotonic() + THREADS_MAY_TAKE_S
    while (left := _new_threads(before)) and time.monotonic() < give_up:
        time.sleep(0.01)
    assert not left, f"threads left running: {[thread.name for thread in left]}"


def _new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Return the threads started by Python code since then; threads of Qt and of torch have no say here."""
    foreign = threading._DummyThread  # type: ignore[attr-defined]
    return [t for t in threading.enumerate() if t.is_alive() and t not in before and not isinstance(t, foreign)]


class _Warnings(logging.Handler):
    """Keeps what is logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_warning_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which something is logged as a warning, unless it asks for `caplog` to look at that."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert not handler.lines, f"logged: {handler.lines}"
