import json

from app.jobs.job_state import JobState, JobStatus, JobStep
from app.jobs.job_words import say_details, say_progress, say_seconds, say_title


def advanced(done, total, rate=10.0, left=60.0):
    event = {"event": "Advanced", "stage": "Reading", "done": done, "total": total, "rate": rate, "seconds_left": left}
    return json.dumps(event)


def test_it_runs_until_it_is_told_otherwise():
    state = JobState("Importing gate")
    assert state.status is JobStatus.RUNNING
    assert state.is_running
    assert JobStep.GO_ON not in state.steps


def test_progress_is_said_with_stage_share_rate_and_time_left():
    state = JobState("Importing gate")
    state.take_line(advanced(63, 100, rate=31.2, left=240.0))
    assert state.share_done == 0.63
    assert say_progress(state) == "Reading · 63 % · 31/s · 4 min left"


def test_an_unknown_total_gives_no_share_and_no_time():
    state = JobState("Importing gate")
    state.take_line(advanced(7, None, left=None))
    assert state.share_done is None
    assert say_progress(state) == "Reading · 7 · 10/s"


def test_a_share_never_passes_the_whole():
    state = JobState("Importing gate")
    state.take_line(advanced(12, 10))
    assert state.share_done == 1.0


def test_failed_files_and_notes_are_kept():
    state = JobState("Importing gate")
    state.take_line('{"event": "FileFailed", "path": "a.jpg", "reason": "is empty."}')
    state.take_line('{"event": "Noted", "text": "Using HOG."}')
    assert [(failure.path, failure.reason) for failure in state.failures] == [("a.jpg", "is empty.")]
    assert state.notes == ["Using HOG."]


def test_lines_that_are_no_events_are_left_alone():
    state = JobState("Importing gate")
    for line in ("[hevc @ 0x55] error", "", "[1, 2]", '{"event": "Later"}', "{"):
        state.take_line(line)
    assert state == JobState("Importing gate")


def test_the_end_says_what_came_of_it():
    state = JobState("Importing gate")
    state.take_line('{"event": "Finished", "summary": {"frames": 795, "crops": 4210, "failures": 0}}')
    state.end(0, crashed=False)
    assert state.status is JobStatus.FINISHED
    assert say_title(state) == "Importing gate: done · 795 frames, 4,210 people crops"


def test_new_hits_of_saved_searches_are_said_at_the_end():
    def said(*alerts):
        state = JobState("Importing gate")
        summary = {"frames": 9, "alerts": [{"search": name, "new": new} for name, new in alerts]}
        state.take_line(json.dumps({"event": "Finished", "summary": summary}))
        return say_title(state).partition(" · ")[2]

    assert said(("red", 3), ("hats", 0)) == "9 frames, 3 new for “red”"
    assert said(("a", 1), ("b", 2), ("c", 3), ("d", 4)) == (
        "9 frames, 1 new for “a”, 2 new for “b”, new hits for 2 more searches"
    )


def test_an_error_keeps_its_own_sentence():
    state = JobState("Importing gate")
    state.take_line('{"event": "Failed", "message": "The disk is full."}')
    state.end(1, crashed=False, last_words="Traceback")
    assert (state.status, say_title(state)) == (JobStatus.FAILED, "The disk is full.")
    assert JobStep.GO_ON in state.steps


def test_without_an_event_the_last_words_tell_of_the_error():
    state = JobState("Importing gate")
    state.end(2, crashed=False, last_words="No such option: --zon")
    assert (state.status, state.message) == (JobStatus.FAILED, "No such option: --zon")


def test_a_kill_is_no_failure_of_the_users_and_can_go_on():
    state = JobState("Importing gate")
    state.take_line(advanced(5, 10))
    state.end(9, crashed=True)
    assert state.status is JobStatus.DIED
    assert JobStep.GO_ON in state.steps
    assert "Nothing that was taken in is lost" in say_title(state)


def test_a_cancel_is_shown_at_once_and_ends_with_its_own_code():
    state = JobState("Importing gate")
    state.ask_to_cancel()
    assert state.status is JobStatus.CANCELLING
    assert state.is_running
    state.end(3, crashed=False)
    assert state.status is JobStatus.CANCELLED
    assert JobStep.GO_ON in state.steps


def test_time_is_said_in_its_largest_useful_unit():
    assert [say_seconds(s) for s in (0.2, 59, 240, 3725)] == ["1 s", "59 s", "4 min", "1 h 2 min"]


def test_a_pause_is_no_cancel_and_goes_on():
    state = JobState("Importing gate")
    state.ask_to_pause()
    assert (state.status, state.steps) == (JobStatus.PAUSING, (JobStep.CANCEL,))
    state.take_line('{"event": "Stopped", "is_paused": true}')
    state.end(3, crashed=False)
    assert state.status is JobStatus.PAUSED
    assert state.steps == (JobStep.GO_ON, JobStep.DISMISS)
    assert state.is_unfinished


def test_what_was_asked_last_holds():
    state = JobState("Importing gate")
    state.ask_to_pause()
    state.ask_to_cancel()
    state.ask_to_pause()
    state.end(3, crashed=False)
    assert state.status is JobStatus.CANCELLED
    assert not state.is_unfinished


def test_details_name_every_failed_file_with_its_reason():
    state = JobState("Importing gate")
    state.take_line(advanced(50, 100))
    state.take_line('{"event": "Noted", "text": "Using HOG."}')
    state.take_line('{"event": "FileFailed", "path": "a.jpg", "reason": "is empty."}')
    assert say_details(state).splitlines()[1:] == ["Using HOG.", "Could not be used:", "a.jpg: is empty."]
