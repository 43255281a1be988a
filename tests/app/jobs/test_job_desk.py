"""The strip and the real child process, with the commonest of a user's mistakes and with a kill."""

import os
import signal
import sys

import pytest

from app.jobs.job_desk import JobDesk
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobStatus, JobStep
from app.jobs.job_strip import JobStrip
from app.jobs.kept_jobs import KeptJobs

WAIT_MS = 60_000


@pytest.fixture
def desk(qtbot, theme):
    strip = JobStrip(theme)
    qtbot.addWidget(strip)
    made = JobDesk()
    made.strip = strip
    made.changed.connect(lambda: strip.show_desk(made))
    strip.step_wanted.connect(made.take_step)
    yield made
    made.end()


@pytest.fixture
def waiting_child(monkeypatch, root):
    """Let jobs be run by the tests' own child, which has a job that waits."""
    script = str(root / "tests" / "engine" / "jobs" / "child.py")
    monkeypatch.setenv("PYTHONPATH", str(root))

    def command(arguments):
        return sys.executable, [script, *arguments[1:]]

    monkeypatch.setattr("app.jobs.job_process.child_command", command)


def order(*arguments, kind=JobKind.IMPORT, case=None):
    return JobOrder(kind=kind, title="Importing gate", arguments=arguments, case=case)


def wait_until_gone(qtbot, child):
    def is_gone():
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return True
        return False

    qtbot.waitUntil(is_gone, timeout=WAIT_MS)


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


def test_jobs_run_one_after_the_other_in_the_order_they_came(qtbot, desk):
    first = desk.start(order("job", "frames"))
    second = desk.start(order("job", "import", "--no-such-option"))
    third = desk.start(order("job", "import", "--nor-this"))
    assert [job.state.status for job in desk.jobs] == [JobStatus.RUNNING, JobStatus.WAITING, JobStatus.WAITING]
    assert desk.start(second.order) is second  # what waits already is not taken twice
    ends = []
    desk.ended.connect(ends.append)
    qtbot.waitUntil(lambda: first.process_id != 0)
    os.kill(first.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: len(ends) == 3, timeout=WAIT_MS)
    assert ends == [first, second, third]
    assert not desk.is_busy


def test_what_waits_can_be_taken_off_the_list(qtbot, desk):
    first = desk.start(order("job", "frames"))
    second = desk.start(order("job", "import", "--no-such-option"))
    desk.take_step(second, JobStep.DISMISS)
    assert desk.jobs == (first,)
    desk.take_step(first, JobStep.DISMISS)  # it runs: first it is to be cancelled
    assert desk.jobs == (first,)


def test_a_pause_ends_the_child_and_holds_what_waits_until_it_goes_on(qtbot, desk, waiting_child):
    first = desk.start(order("job", "wait"))
    second = desk.start(order("job", "import", "--no-such-option"))
    qtbot.waitUntil(lambda: bool(first.state.notes), timeout=WAIT_MS)
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS):
        desk.take_step(first, JobStep.PAUSE)
    assert first.process_id == 0
    assert (first.state.status, second.state.status) == (JobStatus.PAUSED, JobStatus.WAITING)
    assert not desk.is_busy
    assert "paused" in desk.strip.text
    desk.strip.go_on_button.click()
    again = desk.jobs[0]
    assert again is not first and again.order == first.order
    assert again.state.status is JobStatus.RUNNING


def test_a_new_order_is_not_held_by_a_pause(qtbot, desk, waiting_child):
    first = desk.start(order("job", "wait"))
    qtbot.waitUntil(lambda: bool(first.state.notes), timeout=WAIT_MS)
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS):
        desk.take_step(first, JobStep.PAUSE)
    second = desk.start(order("job", "import", "--no-such-option"))
    with qtbot.waitSignal(desk.ended, timeout=WAIT_MS) as ended:
        pass
    assert ended.args == [second]
    assert first.state.status is JobStatus.PAUSED


@pytest.mark.parametrize("kind", [JobKind.ACTIVATE, JobKind.TRAIN])
def test_what_takes_long_makes_way_for_an_import_and_goes_on_after_it(qtbot, desk, waiting_child, kind):
    switch = desk.start(order("job", "wait", kind=kind))
    qtbot.waitUntil(lambda: bool(switch.state.notes), timeout=WAIT_MS)
    first = desk.start(order("job", "succeed"))
    second = desk.start(order("job", "refuse"))
    qtbot.waitUntil(lambda: second.state.has_ended, timeout=WAIT_MS)
    assert first.state.status is JobStatus.FINISHED
    assert [job.order.arguments[1] for job in desk.jobs] == ["succeed", "refuse", "wait"]
    again = desk.jobs[-1]
    assert again is not switch
    assert again.order == switch.order
    qtbot.waitUntil(lambda: bool(again.state.notes), timeout=WAIT_MS)
    assert again.state.status is JobStatus.RUNNING


def test_what_takes_long_makes_way_for_an_import_that_goes_on(qtbot, desk, waiting_child):
    first = desk.start(order("job", "wait"))
    qtbot.waitUntil(lambda: bool(first.state.notes), timeout=WAIT_MS)
    desk.take_step(first, JobStep.PAUSE)
    wait_for_end(qtbot, desk)
    training = desk.start(order("job", "wait", "long", kind=JobKind.TRAIN))
    qtbot.waitUntil(lambda: bool(training.state.notes), timeout=WAIT_MS)
    desk.take_step(first, JobStep.GO_ON)
    assert training.state.status is JobStatus.PAUSING
    wait_for_end(qtbot, desk)
    again, later = desk.jobs
    assert (again.order, again.state.is_running) == (first.order, True)
    assert (later.order, later.state.status) == (training.order, JobStatus.WAITING)


def test_a_switch_that_makes_way_can_still_be_cancelled(qtbot, desk, waiting_child):
    switch = desk.start(order("job", "wait", kind=JobKind.ACTIVATE))
    qtbot.waitUntil(lambda: bool(switch.state.notes), timeout=WAIT_MS)
    desk.start(order("job", "succeed"))
    desk.take_step(switch, JobStep.CANCEL)
    qtbot.waitUntil(lambda: not desk.is_busy, timeout=WAIT_MS)
    assert switch.state.status is JobStatus.CANCELLED
    assert [job.state.status for job in desk.jobs] == [JobStatus.CANCELLED, JobStatus.FINISHED]


def test_a_second_switch_waits_for_the_first(qtbot, desk, waiting_child):
    first = desk.start(order("job", "wait", kind=JobKind.ACTIVATE))
    qtbot.waitUntil(lambda: bool(first.state.notes), timeout=WAIT_MS)
    second = desk.start(order("job", "succeed", kind=JobKind.ACTIVATE))
    assert first.state.status is JobStatus.RUNNING
    assert second.state.status is JobStatus.WAITING


def test_closing_the_case_does_not_wait_leaves_no_child_and_keeps_what_is_not_done(qtbot, desk, empty_case):
    desk.open_case(empty_case)
    job = desk.start(order("job", "embed", "--", str(empty_case), kind=JobKind.EMBED, case=empty_case))
    waiting = desk.start(order("job", "searches", "--", str(empty_case), kind=JobKind.SEARCHES, case=empty_case))
    qtbot.waitUntil(lambda: job.process_id != 0)
    child = job.process_id
    desk.close_case()
    assert not desk.is_busy and not desk.jobs
    assert not desk.strip.isVisibleTo(None)
    wait_until_gone(qtbot, child)

    with qtbot.waitSignal(desk.left_over) as left:
        desk.open_case(empty_case)
    assert [job.order for job in left.args[0]] == [job.order, waiting.order]
    assert [job.state.status for job in desk.jobs] == [JobStatus.PAUSED, JobStatus.PAUSED]
    assert not desk.is_busy  # nothing starts by itself
    for job in desk.jobs:
        desk.take_step(job, JobStep.GO_ON)
    ends = []
    desk.ended.connect(ends.append)
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=WAIT_MS)
    assert not KeptJobs(empty_case).read()


def test_what_was_left_over_is_taken_up_by_the_same_order(qtbot, desk, empty_case):
    asked = order("job", "import", "--", str(empty_case), "nowhere", case=empty_case)
    KeptJobs(empty_case).write([asked])
    desk.open_case(empty_case)
    desk.start(asked)
    assert len(desk.jobs) == 1
    wait_for_end(qtbot, desk)
    assert KeptJobs(empty_case).read() == []  # it has said why it fails


def test_a_killed_window_leaves_what_ran_to_the_next(qtbot, desk, empty_case):
    desk.open_case(empty_case)
    job = desk.start(order("job", "import", "--", str(empty_case), "nowhere", case=empty_case))
    assert KeptJobs(empty_case).read() == [job.order]
    wait_for_end(qtbot, desk)


def test_failed_files_can_be_tried_again(qtbot, desk):
    job = desk.start(order("job", "frames"))
    job.state.take_line('{"event": "FileFailed", "path": "a.jpg", "reason": "is empty."}')
    job.state.take_line('{"event": "Finished", "summary": {}}')
    job.changed.emit()
    assert desk.strip.steps.buttons[JobStep.TRY_AGAIN].isVisibleTo(desk.strip)
    desk.strip.steps.buttons[JobStep.TRY_AGAIN].click()
    assert desk.jobs[0] is not job and desk.jobs[0].order == job.order


def test_the_result_can_be_put_out_of_sight(qtbot, desk):
    desk.start(order("job", "import", "--no-such-option"))
    wait_for_end(qtbot, desk)
    desk.strip.dismiss_button.click()
    assert desk.strip.isHidden()
    assert desk.strip.job is None and not desk.jobs
