"""An import that is cancelled keeps what it has, and goes on from there."""

import pytest

from app.footage.import_choice import Detector
from app.jobs.job_state import JobStatus
from engine.gallery.gallery import Gallery

pytestmark = [pytest.mark.journey, pytest.mark.timeout(900)]


def frames_in(case):
    with Gallery.open(case, read_only=True) as gallery:
        return gallery.counts().frames


def test_cancel_and_go_on(investigator, street, undisturbed, content_of, assert_same_content, tmp_path):
    case = tmp_path / "cancelled.bolo"
    window = investigator.open_window()
    investigator.make_case(case)
    job = investigator.start_import(*street.people, detector=Detector.NONE)
    investigator.wait_for(lambda: frames_in(case) > 0, 60_000)
    investigator.click(window.job_strip.cancel_button)
    investigator.wait_for_end(job)
    assert job.state.status is JobStatus.CANCELLED
    kept = frames_in(case)
    assert 0 < kept < street.crops

    investigator.click(window.job_strip.go_on_button)
    again = window.jobs.job
    assert again is not job
    investigator.wait_for_end(again)
    assert again.state.status is JobStatus.FINISHED, again.state.message
    assert again.state.summary["skipped"] == kept
    assert again.state.summary["frames"] == street.crops - kept
    investigator.close_window()
    assert_same_content(content_of(case), undisturbed.content)
