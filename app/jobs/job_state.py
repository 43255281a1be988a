"""What is known of a running job, from the events it tells."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

CANCELLED_EXIT_CODE = 3


class JobStatus(Enum):
    """How a job stands."""

    RUNNING = "running"
    CANCELLING = "cancelling"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    FAILED = "failed"  # it said why
    DIED = "died"  # it said nothing: killed, or crashed


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
    note: str = ""
    message: str = ""
    failures: list[Failure] = field(default_factory=list)
    summary: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_running(self) -> bool:
        """Whether the child process is still at work."""
        return self.status in (JobStatus.RUNNING, JobStatus.CANCELLING)

    @property
    def can_go_on(self) -> bool:
        """Whether running the same job again would go on where this one stopped."""
        return self.status in (JobStatus.CANCELLED, JobStatus.FAILED, JobStatus.DIED)

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
            take(self, event)

    def ask_to_cancel(self) -> None:
        """Remember that the user asked to stop."""
        if self.status is JobStatus.RUNNING:
            self.status = JobStatus.CANCELLING

    def end(self, exit_code: int, *, crashed: bool, last_words: str = "") -> None:
        """Take the child's end; `last_words` is the last line of its error output."""
        if self.status in (JobStatus.FINISHED, JobStatus.FAILED):
            return
        if crashed:
            self.status = JobStatus.DIED
        elif exit_code == CANCELLED_EXIT_CODE:
            self.status = JobStatus.CANCELLED
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
        self.note = event["text"]

    def _fail_file(self, event: Mapping[str, Any]) -> None:
        self.failures.append(Failure(event["path"], event["reason"]))

    def _finish(self, event: Mapping[str, Any]) -> None:
        self.status = JobStatus.FINISHED
        self.summary = event.get("summary") or {}

    def _fail(self, event: Mapping[str, Any]) -> None:
        self.status = JobStatus.FAILED
        self.message = event["message"]


_TAKE = {
    "Advanced": JobState._advance,
    "Noted": JobState._note,
    "FileFailed": JobState._fail_file,
    "Finished": JobState._finish,
    "Failed": JobState._fail,
}
