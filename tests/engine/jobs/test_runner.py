import json
import os
import random
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from engine.gallery.gallery import Gallery
from engine.gallery.records import JobState

CHILD = Path(__file__).with_name("child.py")


@pytest.fixture
def start(root):
    """Return a function that starts a child process with pipes."""

    @contextmanager
    def started(*arguments, stdin=subprocess.PIPE):
        environment = {**os.environ, "PYTHONPATH": str(root), "OMP_NUM_THREADS": "1"}
        pipe = subprocess.PIPE
        command = [sys.executable, str(CHILD), *map(str, arguments)]
        with subprocess.Popen(command, stdin=stdin, stdout=pipe, stderr=pipe, env=environment) as child:
            try:
                yield child
            finally:
                child.kill()

    return started


def events_of(output):
    return [json.loads(line) for line in output.decode().splitlines()]


def test_a_job_that_ends_well_tells_events_alone_and_its_summary(start):
    with start("succeed") as child:
        out, err = child.communicate(timeout=60)
    assert child.returncode == 0
    noted, finished = events_of(out)
    assert noted["event"] == "Noted" and noted["text"].startswith("grüße")
    assert finished == {"event": "Finished", "summary": {"number": 3, "path": "a"}}
    for text in (b"a library prints", b"a C library prints", b"and another"):
        assert text in err


def test_a_users_error_is_one_sentence_and_exit_code_1(start):
    with start("refuse") as child:
        out, err = child.communicate(timeout=60)
    (failed,) = events_of(out)
    assert child.returncode == 1 and b"Traceback" not in err
    assert failed["event"] == "Failed" and failed["report"] is None
    assert failed["message"] == "every = 0 cannot be used: it must be 1 or more."


def test_a_full_disk_is_the_users_to_mend_and_no_bug(start):
    with start("fill_the_disk") as child:
        out, _ = child.communicate(timeout=60)
    (failed,) = events_of(out)
    assert (child.returncode, failed["report"]) == (1, None)
    assert failed["message"] == "case.bolo/index: No space left on device; make room or give access, then try again."


def test_a_bug_is_exit_code_4_and_leaves_a_report(start, bolo_home):
    with start("crash") as child:
        out, err = child.communicate(timeout=60)
    (failed,) = events_of(out)
    report = Path(failed["report"])
    assert child.returncode == 4 and b"Traceback" not in err
    assert report.is_relative_to(bolo_home / "reports") and str(report) in failed["message"]
    assert "ZeroDivisionError: nobody foresaw this" in report.read_text()


@pytest.mark.parametrize("line", [b"cancel\n", b"something else\ncancel\n", b"  cancel \r\n"])
def test_cancel_on_stdin_stops_the_job_with_exit_code_3(start, line):
    with start("wait") as child:
        child.stdout.readline()
        child.stdin.write(line)
        child.stdin.flush()
        out, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (3, b"")
    assert events_of(out) == [{"event": "Stopped", "is_paused": False}]


@pytest.mark.parametrize(("lines", "is_paused"), [(b"pause\n", True), (b"pause\ncancel\n", False)])
def test_pause_on_stdin_ends_the_child_and_says_that_it_is_a_pause(start, lines, is_paused):
    with start("wait") as child:
        child.stdout.readline()
        child.stdin.write(lines)
        child.stdin.flush()
        out, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (3, b"")
    assert events_of(out) == [{"event": "Stopped", "is_paused": is_paused}]


def test_a_paused_import_frees_the_case_and_goes_on_where_it_was(start, case, tmp_path, made):
    video = made.video(tmp_path / "clip.avi", 150)
    with start("import_slowly", case, video) as child:
        child.stdout.readline()
        child.stdin.write(b"pause\n")
        child.stdin.flush()
        child.communicate(timeout=60)
    assert child.returncode == 3
    with Gallery.open(case) as gallery, gallery.writer():  # nobody else holds it
        kept = gallery.counts().frames
        assert [job.state for job in gallery.jobs()] == [JobState.PAUSED]
    assert kept < 150
    with start("import_slowly", case, video) as child:
        out, _ = child.communicate(timeout=120)
    summary = events_of(out)[-1]["summary"]
    assert (summary["skipped"], summary["frames"]) == (kept, 150 - kept)


def test_the_end_of_stdin_is_no_cancel(start):
    with start("succeed", stdin=subprocess.DEVNULL) as child:
        child.communicate(timeout=60)
    assert child.returncode == 0


def test_a_job_whose_window_is_gone_stops(start):
    with start("tell_for_ever") as child:
        child.stdout.readline()
        child.stdout.close()
        assert child.wait(timeout=60) == 3
        assert child.stderr.read() == b""


def test_killed_at_any_moment_the_import_loses_nothing_and_doubles_nothing(start, case, tmp_path, made):
    video, pictures = made.video(tmp_path / "clip.avi", 150), made.pictures(tmp_path / "pictures", 40)
    draw = random.Random(20_260_301)
    seen = 0
    for _ in range(5):
        with start("import_slowly", case, video, pictures) as child:
            child.stdout.readline()  # it has begun
            time.sleep(draw.uniform(0.0, 0.6))
            child.kill()
            child.communicate()
        with Gallery.open(case) as gallery:
            frames = gallery.counts().frames
            assert frames >= seen and len(gallery.crops()) == frames
        seen = frames
    with start("import_slowly", case, video, pictures) as child:
        out, _ = child.communicate(timeout=120)
    summary = events_of(out)[-1]["summary"]
    assert (child.returncode, summary["frames"] + summary["skipped"]) == (0, 190)
    with Gallery.open(case) as gallery:
        crops = gallery.crops()
        assert sorted((crop.frame_path.name, crop.frame_number) for crop in crops) == sorted(
            [("clip.avi", number) for number in range(1, 151)]
            + [(f"frame_{number:02d}.png", number) for number in range(1, 41)]
        )
        assert gallery.counts().embedded == {"0123456789abcdef": 190}
        assert len(gallery.crop_jpegs([crop.id for crop in crops])) == 190
        assert gallery.verify_audit().is_whole
