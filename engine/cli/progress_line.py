"""A job's events on stderr: a moving line in a terminal, plain lines elsewhere; beside --json failures alone."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.cli.output import tell
from engine.cli.training_lines import epoch_sentence, steps_note
from engine.progress import Advanced, Event, FileFailed, Noted, Progress
from engine.training.events import EpochFinished, StepsTaken

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

_Sink = Callable[[Event], None]


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Progress]:
    """Give the progress to hand to a job, and clear the line after it.

    Ctrl+C lets the job finish the batch at hand and stop; a second one stops it there and then.

    Args:
        quiet: show failures alone, as beside --json.
    """
    with _stop_on_interrupt() as is_cancelled:
        if quiet:
            yield Progress(_failures_alone, is_cancelled)
        elif sys.stderr.isatty():
            with _moving_line() as sink:
                yield Progress(sink, is_cancelled)
        else:
            yield Progress(PlainLines(), is_cancelled)


@contextmanager
def _stop_on_interrupt() -> Iterator[Callable[[], bool]]:
    """Give what says whether the user has pressed Ctrl+C."""
    pressed = threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def press(_number: int, _frame: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def _failures_alone(event: Event) -> None:
    if isinstance(event, FileFailed):
        tell(sentence(event))


class PlainLines:
    """Writes a line when a stage begins and when it is done, and one for each note and failure."""

    def __init__(self) -> None:
        self._stages: dict[str, int] = {}

    def __call__(self, event: Event) -> None:
        """Write what is worth a line."""
        if isinstance(event, Advanced):
            self._tell_stage(event)
        elif not isinstance(event, StepsTaken):  # a log has the epochs
            tell(sentence(event))

    def _tell_stage(self, event: Advanced) -> None:
        if event.stage not in self._stages:
            tell(f"{event.stage} …")
        if event.total is not None and event.done == event.total != self._stages.get(event.stage):
            tell(f"{event.stage}: {event.done} done, {event.rate:.1f} a second")
        self._stages[event.stage] = event.done


def sentence(event: Event) -> str:
    """Return the event as one line."""
    if isinstance(event, Noted):
        return event.text
    if isinstance(event, FileFailed):
        return f"Left out: {event.path}: {event.reason}"
    if isinstance(event, EpochFinished):
        return epoch_sentence(event)
    return event.to_json()


class _BarLines:
    """Draws a bar for each stage, with what there is to say beside it, and a line for every other event."""

    def __init__(self, bars: "Bars") -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, event: Event) -> None:
        """Draw one event."""
        if isinstance(event, Advanced):
            self._bars.update(self._task(event.stage), completed=event.done, total=event.total)
        elif isinstance(event, StepsTaken):
            self._bars.update(self._task(event.label), note=steps_note(event))
        else:
            if isinstance(event, EpochFinished):  # its line stays, its bar need not
                self._bars.update(self._task(event.label), visible=False)
            self._bars.console.print(sentence(event), markup=False, highlight=False)

    def _task(self, stage: str) -> "TaskID":
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=None, note="")
        return self._tasks[stage]


@contextmanager
def _moving_line() -> Iterator[_Sink]:
    """Give a sink that draws bars with rich."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    note = TextColumn("{task.fields[note]}", markup=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), note)
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _BarLines(bars)
