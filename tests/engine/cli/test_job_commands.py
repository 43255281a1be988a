"""The window's jobs: events on stdout, the end as an exit code."""

import base64
import json

import pytest

from engine.imaging.jpeg import decode_jpeg


def events(stdout: str) -> list[dict]:
    return [json.loads(line) for line in stdout.splitlines()]


@pytest.fixture
def empty_case(bolo, tmp_path):
    folder = tmp_path / "case.bolo"
    assert bolo("case", "new", folder)[0] == 0
    return folder


def test_an_import_tells_its_progress_and_ends_with_its_summary(bolo_process, empty_case, crops_folder):
    done = bolo_process("job", "import", "--detector", "none", "--camera", "Gate", "--", empty_case, crops_folder)

    told = events(done.stdout)
    assert (done.returncode, told[-1]["event"]) == (0, "Finished")
    assert told[-1]["summary"]["crops"] == 6
    assert "Advanced" in {event["event"] for event in told}


def test_an_import_that_cannot_start_says_why(bolo_process, empty_case, tmp_path):
    done = bolo_process("job", "import", "--", empty_case, tmp_path / "nowhere")

    last = events(done.stdout)[-1]
    assert (done.returncode, last["event"]) == (1, "Failed")
    assert "nowhere" in last["message"]


def test_a_cancel_on_stdin_stops_the_import(bolo_process, empty_case, crops_folder):
    done = bolo_process("job", "import", "--detector", "none", "--", empty_case, crops_folder, stdin="cancel\n")

    assert (done.returncode, events(done.stdout)[-1]["event"]) == (3, "Stopped")


def test_a_look_at_people_takes_the_cameras_from_the_list_as_the_import_does(bolo_process, empty_case, crops_folder):
    listed = empty_case.with_name("times.csv")
    listed.write_text("file,time,camera\n000.jpg,2026-03-01T12:00:00,north gate\n", encoding="utf-8")
    names = ("--times", listed, "--detector", "hog", "--", empty_case, crops_folder)

    done = bolo_process("job", "preview-people", *names)

    summary = events(done.stdout)[-1]["summary"]
    assert [frame["camera"] for frame in summary["frames"] if frame["name"] == "000.jpg"] == ["north gate"]


def test_frames_answers_each_line_until_there_are_no_more(bolo_process, tmp_path, small_video):
    request = json.dumps({"id": 1, "path": str(small_video), "number": 2})
    missing = json.dumps({"id": 2, "path": str(tmp_path / "none.avi"), "number": 1})

    done = bolo_process("job", "frames", stdin=f"{request}\n{missing}\n")

    answers = events(done.stdout)
    assert (done.returncode, [answer["id"] for answer in answers]) == (0, [1, 2])
    assert decode_jpeg(base64.b64decode(answers[0]["jpeg"])).shape == (48, 64, 3)
    assert "none.avi" in answers[1]["error"]
