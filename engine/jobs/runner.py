"""Running a job as the window's child: one JSON event a line on stdout, the end as an exit code.

On stdin `cancel` stops it after the batch at hand; so does `pause`, which says that the job will be run again. Either
way the child ends, and holds neither the case's lock nor memory while nothing is done. `enough` ends the stage at hand
with what it has so far, in jobs that can.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from io import RawIOBase
from typing import TYPE_CHECKING, Any

from engine.errors import Cancelled, EngineError, Paused
from engine.jobs.crash_report import write_crash_report
from engine.jobs.users_disk import disk_sentence
from engine.progress import Event, Progress

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DONE, USERS_ERROR, CANCELLED, BUG = 0, 1, 3, 4
STDIN, STDOUT, STDERR = 0, 1, 2
NICENESS = 19  # of Unix: the window, whose child this is, goes first


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Event):
    """The job came to its end; `summary` says what changed."""

    summary: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(Event):
    """The job could not go on; `report` is where a bug's report lies, None where the user can help."""

    message: str
    report: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(Event):
    """The job was cancelled, or paused to be run again; what it had committed stays."""

    is_paused: bool = False


def run_as_child(job: "Callable[[Progress], DataclassInstance]") -> int:
    """Run a job and return the process's exit code.

    Args:
        job: takes the progress and returns its summary, a dataclass. What takes long to load is best imported in it,
            so that a cancel is heard meanwhile.

    Returns:
        0 done, 1 a user's error, 3 cancelled, 4 a bug, of which a report was written.
    """
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    if hasattr(os, "SCHED_BATCH"):
        with suppress(OSError):  # of Linux, where it may be forbidden: who wakes up here pushes nobody aside
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    with _events_alone_on_stdout() as events:
        ear = _Ear()
        ear.start()
        speaker = _Speaker(events)
        progress = Progress(
            speaker.tell,
            lambda: ear.heard_cancel.is_set() or speaker.is_deserted,
            ear.heard_pause.is_set,
            ear.takes_enough,
        )
        event, exit_code = _ended(job, progress)
        speaker.tell(event)
    return exit_code


def _ended(job: "Callable[[Progress], DataclassInstance]", progress: Progress) -> tuple[Event, int]:
    """Run the job to its end, whichever; return what to tell last, and the exit code."""
    try:
        summary = job(progress)
    except Cancelled as stop:
        return Stopped(is_paused=isinstance(stop, Paused)), CANCELLED
    except EngineError as error:
        return Failed(message=str(error)), USERS_ERROR
    except OSError as error:
        sentence = disk_sentence(error)
        return (_bug(error), BUG) if sentence is None else (Failed(message=sentence), USERS_ERROR)
    except Exception as error:  # noqa: BLE001 - the entry point: an error that nobody foresaw is written down
        return _bug(error), BUG
    return Finished(summary=asdict(summary)), DONE


def _bug(error: Exception) -> Failed:
    wrong = f"Something went wrong that should not have ({type(error).__name__})"
    try:
        report = write_crash_report(error, sys.argv[1:])
    except OSError as unwritten:
        return Failed(message=f"{wrong}; no report could be written ({unwritten.strerror}).")
    return Failed(message=f"{wrong}; the report lies at {report}.", report=str(report))


@contextmanager
def _events_alone_on_stdout() -> Iterator[RawIOBase]:
    """Yield a stream to stdout, and lead all else that is written there, by Python or by a C library, to stderr."""
    sys.stdout.flush()
    stdout = os.dup(STDOUT)
    os.dup2(STDERR, STDOUT)
    try:
        with os.fdopen(os.dup(stdout), "wb", buffering=0) as events:
            yield events
    finally:
        sys.stdout.flush()
        os.dup2(stdout, STDOUT)
        os.close(stdout)


class _Speaker:
    """Writes events. Once nobody reads them, the window is gone, and the job is to stop."""

    def __init__(self, stream: RawIOBase) -> None:
        self._stream = stream
        self.is_deserted = False

    def tell(self, event: Event) -> None:
        """Write one line at once."""
        if self.is_deserted:
            return
        try:
            self._stream.write(event.to_json().encode("utf-8", "backslashreplace") + b"\n")
        except OSError:
            self.is_deserted = True


class _Ear(threading.Thread):
    """Listens for `cancel` and `pause` on stdin. The end of stdin is neither: a job may be run without one."""

    def __init__(self) -> None:
        super().__init__(name="cancel listener", daemon=True)  # it waits in read() until the process ends
        self.heard_cancel = threading.Event()
        self.heard_pause = threading.Event()
        self._heard_enough = threading.Event()

    def takes_enough(self) -> bool:
        """Return whether `enough` was heard since this was last asked."""
        if not self._heard_enough.is_set():
            return False
        self._heard_enough.clear()
        return True

    def run(self) -> None:
        """Read lines until `cancel` comes or stdin ends; a job that is pausing can still be cancelled."""
        heard = b""
        # Unbuffered: a thread that waits in sys.stdin holds a lock that the interpreter wants at its end.
        while (chunk := _read_stdin()) and not self.heard_cancel.is_set():
            *lines, heard = (heard + chunk).split(b"\n")
            words = {line.strip() for line in lines}
            if b"cancel" in words:
                self.heard_cancel.set()
            if b"pause" in words:
                self.heard_pause.set()
            if b"enough" in words:
                self._heard_enough.set()


def _read_stdin() -> bytes:
    try:
        return os.read(STDIN, 4096)
    except OSError:  # closed
        return b""
