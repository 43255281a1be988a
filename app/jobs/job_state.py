"""What is known of a running job, from the events it tells."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from app.engine_words import say_in_language

CANCELLED_EXIT_CODE = 3
MOST_NOTES = 200


class JobStatus(Enum):
    """How a job stands."""

    WAITING = "waiting"  # for those before it
    RUNNING = "running"
    PAUSING = "pausing"
    PAUSED = "paused"  # until the user has it go on
    CANCELLING = "cancelling"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"  # it said why
    DIED = "died"  # it said nothing: killed, or crashed


class JobStep(Enum):
    """What a user can do about a job."""

    PAUSE = "pause"
    GO_ON = "go on"
    TRY_AGAIN = "try again"  # with the files that failed; what is in the case is passed over
    CANCEL = "cancel"
    DISMISS = "dismiss"


_UNFINISHED = (JobStatus.WAITING, JobStatus.RUNNING, JobStatus.PAUSING, JobStatus.PAUSED, JobStatus.DIED)

_STEPS = {
    JobStatus.WAITING: (JobStep.DISMISS,),
    JobStatus.RUNNING: (JobStep.PAUSE, JobStep.CANCEL),
    JobStatus.PAUSING: (JobStep.CANCEL,),
    JobStatus.CANCELLING: (),
    JobStatus.PAUSED: (JobStep.GO_ON, JobStep.DISMISS),
    JobStatus.CANCELLED: (JobStep.GO_ON, JobStep.DISMISS),
    JobStatus.FAILED: (JobStep.GO_ON, JobStep.DISMISS),
    JobStatus.DIED: (JobStep.GO_ON, JobStep.DISMISS),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that a job could not use."""

    path: str
    reason: str


@dataclass
class JobState:
    """Digests a job's events, one JSON line each, and its end."""

    title: str
    status: JobStatus = JobStatus.RUNNING
    stage: str = ""
    done: int = 0
    total: int | None = None
    rate: float = 0.0
    seconds_left: float | None = None
    notes: list[str] = field(default_factory=list)  # the last of them
    message: str = ""
    failures: list[Failure] = field(default_factory=list)
    summary: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_running(self) -> bool:
        """Whether the child process is still at work."""
        return self.status in (JobStatus.RUNNING, JobStatus.PAUSING, JobStatus.CANCELLING)

    @property
    def has_ended(self) -> bool:
        """Whether nothing more comes of this run: it is neither at work nor waiting to be."""
        return not self.is_running and self.status is not JobStatus.WAITING

    @property
    def is_unfinished(self) -> bool:
        """Whether it is to be offered again when its case is next opened: nobody has ended it."""
        return self.status in _UNFINISHED

    @property
    def steps(self) -> tuple[JobStep, ...]:
        """Return what can be done about it."""
        if self.status is JobStatus.FINISHED:
            return (JobStep.TRY_AGAIN, JobStep.DISMISS) if self.failures else (JobStep.DISMISS,)
        return _STEPS[self.status]

    @property
    def share_done(self) -> float | None:
        """How much of the stage is done, 0 to 1; None while the total is unknown."""
        return min(self.done / self.total, 1.0) if self.total else None

    def take_line(self, line: str) -> None:
        """Take one line of the child's output; what is no event is left alone (a library may write there too)."""
        try:
            event = json.loads(line)
        except json.JSONDecodeError:
            return
        take = _TAKE.get(str(event.get("event"))) if isinstance(event, dict) else None
        if take is not None:
            take(self, _in_language(event))

    def begin(self) -> None:
        """Take that the child was started."""
        self.status = JobStatus.RUNNING

    def ask_to_cancel(self) -> None:
        """Remember that the user asked to stop."""
        if self.is_running:
            self.status = JobStatus.CANCELLING

    def ask_to_pause(self) -> None:
        """Remember that the user asked to stop for a while."""
        if self.status is JobStatus.RUNNING:
            self.status = JobStatus.PAUSING

    def end(self, exit_code: int, *, crashed: bool, last_words: str = "") -> None:
        """Take the child's end; `last_words` is the last line of its error output."""
        if not self.is_running:  # it has said itself how it ended
            return
        if crashed:
            self.status = JobStatus.DIED
        elif exit_code == CANCELLED_EXIT_CODE:
            self.status = JobStatus.PAUSED if self.status is JobStatus.PAUSING else JobStatus.CANCELLED
        elif exit_code == 0:
            self.status = JobStatus.FINISHED
        else:
            self.status = JobStatus.FAILED
            self.message = last_words

    def _advance(self, event: Mapping[str, Any]) -> None:
        self.stage = event["stage"]
        self.done, self.total = event["done"], event["total"]
        self.rate, self.seconds_left = event["rate"], event["seconds_left"]

    def _note(self, event: Mapping[str, Any]) -> None:
        self.notes.append(event["text"])
        del self.notes[:-MOST_NOTES]

    def _fail_file(self, event: Mapping[str, Any]) -> None:
        self.failures.append(Failure(event["path"], event["reason"]))

    def _finish(self, event: Mapping[str, Any]) -> None:
        self.status = JobStatus.FINISHED
        self.summary = event.get("summary") or {}

    def _stop(self, event: Mapping[str, Any]) -> None:
        self.status = JobStatus.PAUSED if event["is_paused"] else JobStatus.CANCELLED

    def _fail(self, event: Mapping[str, Any]) -> None:
        self.status = JobStatus.FAILED
        self.message = event["message"]


def _in_language(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the event with the sentences that are for the user in their language."""
    return {**event, **{name: say_in_language(event[name]) for name in _SENTENCES if event.get(name)}}


_SENTENCES = ("stage", "text", "reason", "message")
_TAKE = {
    "Advanced": JobState._advance,
    "Noted": JobState._note,
    "FileFailed": JobState._fail_file,
    "Finished": JobState._finish,
    "Stopped": JobState._stop,
    "Failed": JobState._fail,
}
