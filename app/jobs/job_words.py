"""A job's state in words, for the strip in the foot."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.jobs.job_state import JobState, JobStatus
from app.translate import say_decimal, say_number, tr, tr_count

ALERTS_SAID = 2
TITLES_SAID = 3
MOST_FAILURES_SAID = 500
MINUTE_S = 60
HOUR_S = 3600


def say_title(state: JobState) -> str:
    """Return the sentence that stands first."""
    if state.status is JobStatus.DIED:
        return tr("{title} stopped unexpectedly. Nothing that was taken in is lost.").format(title=state.title)
    if state.status is JobStatus.FAILED:
        return state.message or tr("{title} failed.").format(title=state.title)
    if state.status is JobStatus.CANCELLED:
        return tr("{title} was cancelled. What was taken in stays.").format(title=state.title)
    if state.status is JobStatus.WAITING:
        return tr("{title}: waiting for the job before it").format(title=state.title)
    if state.status is JobStatus.PAUSING:
        return tr("{title}: pausing after this batch…").format(title=state.title)
    if state.status is JobStatus.PAUSED:
        return tr("{title} is paused. What was taken in stays.").format(title=state.title)
    if state.status is JobStatus.CANCELLING:
        return tr("{title}: stopping after this batch…").format(title=state.title)
    if state.status is JobStatus.FINISHED:
        return _say_finished(state)
    return state.title


def say_progress(state: JobState) -> str:
    """Return stage, share, rate and time left: "Detecting · 63 % · 31/s · 4 min left"."""
    if not state.stage:
        return tr("starting…")
    stage = "" if state.stage == state.title else state.stage
    return " · ".join(part for part in (stage, _say_share(state), _say_rate(state), _say_left(state)) if part)


def say_details(state: JobState) -> str:
    """Return how far it is, what it noted, and which files failed, a line each."""
    failures = [f"{failure.path}: {failure.reason}" for failure in state.failures[:MOST_FAILURES_SAID]]
    more = len(state.failures) - len(failures)
    if more:
        failures.append(tr("and {n} more; the Footage page lists them all").format(n=say_number(more)))
    head = [tr("Could not be used:")] if failures else []
    progress = [say_progress(state)] if state.is_running else []
    return "\n".join([*progress, *state.notes, *head, *failures]) or tr("Nothing to tell yet.")


def say_left_over(titles: Sequence[str]) -> str:
    """Return which jobs were not done when the case was last open."""
    return tr("Not finished when this case was last open: {jobs}.").format(jobs=_say_titles(titles))


def say_stopping(titles: Sequence[str]) -> str:
    """Return what becomes of jobs that are stopped because their window or case is closed."""
    text = tr(
        "At work: {jobs}. Jobs cannot go on without the window: they stop after the batch at hand, nothing that was "
        "taken in is lost, and Bolo offers to go on with them when the case is next opened."
    )
    return text.format(jobs=_say_titles(titles))


def say_seconds(seconds: float) -> str:
    """Return a time span in its largest useful unit."""
    if seconds < MINUTE_S:
        return tr("{n} s").format(n=max(1, round(seconds)))
    if seconds < HOUR_S:
        return tr("{n} min").format(n=round(seconds / MINUTE_S))
    return tr("{h} h {m} min").format(h=int(seconds // HOUR_S), m=round(seconds % HOUR_S / MINUTE_S))


def _say_finished(state: JobState) -> str:
    facts = [
        text.format(n=say_number(state.summary[key])) for key, text in _counts(state.summary) if state.summary.get(key)
    ]
    if missing := state.summary.get("missing"):
        facts.append(
            tr_count(len(missing), "{n} file not found", "{n} files not found").format(n=say_number(len(missing)))
        )
    facts += _say_alerts([alert for alert in state.summary.get("alerts", ()) if alert["new"]])
    title = tr("{title}: done").format(title=state.title)
    return f"{title} · {', '.join(facts)}" if facts else title


def _say_titles(titles: Sequence[str]) -> str:
    """Return the first titles, and how many more."""
    more = len(titles) - TITLES_SAID
    return "; ".join([*titles[:TITLES_SAID], *([tr("{n} more").format(n=say_number(more))] if more > 0 else [])])


def _counts(summary: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return what a summary counts, by its key, as text to be filled in."""

    def count(key: str) -> int:
        return int(summary.get(key) or 0)

    return (
        ("files", tr_count(count("files"), "{n} file found", "{n} files found")),
        ("pages", tr_count(count("pages"), "{n} page", "{n} pages")),
        ("labels", tr_count(count("labels"), "{n} label", "{n} labels")),
        ("rows", tr_count(count("rows"), "{n} row", "{n} rows")),
        ("unusable", tr_count(count("unusable"), "{n} row left out", "{n} rows left out")),
        ("frames", tr_count(count("frames"), "{n} frame", "{n} frames")),
        ("crops", tr_count(count("crops"), "{n} person crop", "{n} people crops")),
        ("skipped", tr("{n} already there")),
        ("failures", tr_count(count("failures"), "{n} file failed", "{n} files failed")),
    )


def _say_alerts(alerts: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return what is new for the first saved searches, and for how many more."""
    facts = [
        tr("{n} new for “{search}”").format(n=say_number(alert["new"]), search=alert["search"])
        for alert in alerts[:ALERTS_SAID]
    ]
    more = len(alerts) - len(facts)
    words = tr_count(more, "new hits for {n} more search", "new hits for {n} more searches")
    return facts + ([words.format(n=say_number(more))] if more else [])


def _say_share(state: JobState) -> str:
    if state.share_done is None:
        return say_number(state.done) if state.done else ""
    return tr("{n} %").format(n=int(100 * state.share_done))


def _say_rate(state: JobState) -> str:
    if not state.rate or not state.done:
        return ""
    return tr("{n}/s").format(n=say_decimal(state.rate, 0 if state.rate >= 10 else 1))


def _say_left(state: JobState) -> str:
    if state.seconds_left is None or state.done == state.total:
        return ""
    return tr("{time} left").format(time=say_seconds(state.seconds_left))
