"""Waiting for a job of the window."""

from app.jobs.job_state import JobStatus

WITHIN_MS = 60_000


def wait_for_job(qtbot, window, kind):
    """Wait until the last job, of this kind, has finished; return its summary."""
    job = window.jobs.jobs[-1]
    assert job.order.kind is kind
    qtbot.waitUntil(lambda: job.state.has_ended, timeout=WITHIN_MS)
    assert job.state.status is JobStatus.FINISHED, job.state.message
    return job.state.summary
