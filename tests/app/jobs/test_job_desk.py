"""The strip and the real child process, with the commonest of a user's mistakes and with a kill."""

import os
import signal

import pytest

from app.jobs.job_desk import JobDesk
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobStatus
from app.jobs.job_strip import JobStrip

WAIT_MS = 60_000


@pytest.fixture
def desk(qtbot, theme):
    strip = JobStrip(theme)
    qtbot.addWidget(strip)
    made = JobDesk(strip)
    made.strip = strip
    yield made
    made.end()


def order(*arguments):
    return JobOrder(kind=JobKind.IMPORT, title="Importing gate", arguments=arguments)


def wait_for_end(qtbot, desk):
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS):
        pass


def test_a_users_error_is_shown_in_its_own_sentence_and_can_be_tried_again(qtbot, desk, empty_case, tmp_path):
    job = desk.start(order("job", "import", str(empty_case), str(tmp_path / "gone")))
    wait_for_end(qtbot, desk)
    assert job.state.status is JobStatus.FAILED
    assert str(tmp_path / "gone") in desk.strip.text
    assert "Traceback" not in desk.strip.text
    assert desk.strip.go_on_button.isVisibleTo(desk.strip)
    assert not desk.strip.cancel_button.isVisibleTo(desk.strip)


def test_a_wrong_option_does_not_stay_silent(qtbot, desk):
    job = desk.start(order("job", "import", "--no-such-option"))
    wait_for_end(qtbot, desk)
    assert job.state.status is JobStatus.FAILED
    assert desk.strip.text


def test_a_killed_child_can_go_on(qtbot, desk):
    job = desk.start(order("job", "frames"))  # it waits for requests until it is ended
    qtbot.waitUntil(lambda: job.process_id != 0)
    assert desk.is_busy
    os.kill(job.process_id, signal.SIGKILL)
    wait_for_end(qtbot, desk)
    assert job.state.status is JobStatus.DIED
    assert "stopped unexpectedly" in desk.strip.text
    with qtbot.waitSignal(desk.busy_changed):
        desk.strip.go_on_button.click()
    assert desk.is_busy
    assert desk.job is not job
    assert desk.job.order == job.order


def test_one_job_at_a_time(qtbot, desk):
    first = desk.start(order("job", "frames"))
    assert desk.start(order("job", "frames")) is None
    assert desk.job is first


def test_stopping_does_not_wait_and_leaves_no_child(qtbot, desk):
    job = desk.start(order("job", "frames"))
    qtbot.waitUntil(lambda: job.process_id != 0)
    child = job.process_id
    desk.stop()
    assert not desk.is_busy
    assert not desk.strip.isVisibleTo(None)

    def is_gone():
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return True
        return False

    qtbot.waitUntil(is_gone, timeout=WAIT_MS)


def test_the_result_can_be_put_out_of_sight(qtbot, desk):
    desk.start(order("job", "import", "--no-such-option"))
    wait_for_end(qtbot, desk)
    desk.strip.dismiss_button.click()
    assert desk.strip.isHidden()
    assert desk.strip.job is None
