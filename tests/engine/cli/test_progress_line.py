"""What a job's events become on stderr, and how Ctrl+C stops it."""

import os
import signal
import subprocess
import sys

import numpy as np
import pytest

from engine.cli.progress_line import PlainLines, shown_progress
from engine.errors import Cancelled
from engine.gallery.gallery import Gallery
from engine.imaging.jpeg import encode_jpeg
from engine.progress import Advanced, FileFailed, Noted
from engine.training.events import EpochFinished, StepsTaken


def advanced(done: int, total: int | None = 3) -> Advanced:
    return Advanced(stage="Hashing", done=done, total=total, rate=2.0, seconds_left=None)


def test_plain_lines_tell_the_start_and_the_end_of_a_stage(capsys):
    tell = PlainLines()
    for done in (0, 1, 3, 3):
        tell(advanced(done))

    assert capsys.readouterr().err == "Hashing …\nHashing: 3 done, 2.0 a second\n"


def test_plain_lines_tell_notes_and_failures(capsys):
    tell = PlainLines()
    tell(Noted(text="The detector hog looks for people."))
    tell(FileFailed(path="a.jpg", reason="is empty"))

    assert capsys.readouterr().err == "The detector hog looks for people.\nLeft out: a.jpg: is empty\n"


def test_beside_json_failures_alone_are_told(capsys):
    with shown_progress(quiet=True) as progress:
        progress.tell(advanced(1))
        progress.tell(Noted(text="a note"))
        progress.tell(FileFailed(path="a.jpg", reason="is empty"))

    written = capsys.readouterr()
    assert (written.out, written.err) == ("", "Left out: a.jpg: is empty\n")


def test_a_terminal_gets_bars_and_every_note(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with shown_progress(quiet=False) as progress:
        progress.tell(advanced(1))
        progress.tell(Noted(text="a note [with brackets]"))

    written = capsys.readouterr()
    assert written.out == ""
    assert "a note [with brackets]" in written.err


EPOCH = EpochFinished(
    stage="alignment",
    epoch=2,
    epochs=8,
    losses={"recognition": 1.25, "alignment": 3.5},
    crops_per_second=99.6,
    validation={"ma": 81.26, "fused_rank1": 40.0},
)
STEPS = StepsTaken(
    stage="alignment",
    epoch=2,
    epochs=8,
    step=3,
    steps=90,
    losses={"recognition": 1.25, "alignment": 3.5},
    crops_per_second=99.6,
    seconds_left=7512.0,
)
EPOCH_LINE = (
    "alignment, epoch 2 of 8: loss 4.750 (recognition 1.250, alignment 3.500); 100 crops a second; "
    "on validation data ma 81.3, fused rank1 40.0\n"
)


def test_a_log_tells_of_epochs_in_a_line_each_and_not_of_steps(capsys):
    tell = PlainLines()
    tell(STEPS)
    tell(EPOCH)

    assert capsys.readouterr().err == EPOCH_LINE


def test_a_terminal_shows_loss_and_time_left_beside_the_bar(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with shown_progress(quiet=False) as progress:
        progress.tell(Advanced(stage=STEPS.label, done=2, total=90, rate=1.0, seconds_left=88.0))
        progress.tell(STEPS)
    assert "loss 4.750, 100 crops/s, 2 h 05 min in all" in capsys.readouterr().err

    with shown_progress(quiet=False) as progress:
        progress.tell(EPOCH)
    written = capsys.readouterr().err
    assert EPOCH_LINE.strip() in written
    assert "{" not in written


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise on Windows")
def test_ctrl_c_stops_between_items_and_gives_the_handler_back():
    before = signal.getsignal(signal.SIGINT)
    done = []
    with pytest.raises(Cancelled), shown_progress(quiet=True) as progress:
        for item in progress.track(range(5), "Counting"):
            done.append(item)
            if item == 2:
                os.kill(os.getpid(), signal.SIGINT)

    assert done == [0, 1, 2]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise on Windows")
def test_an_import_stopped_with_ctrl_c_ends_with_three_and_goes_on_next_time(bolo, tmp_path):
    footage, case = tmp_path / "frames", tmp_path / "case.bolo"
    footage.mkdir()
    random = np.random.default_rng(4)
    for number in range(15):
        picture = encode_jpeg(random.integers(0, 255, (240, 320, 3), dtype=np.uint8))
        (footage / f"{number:03}.jpg").write_bytes(picture)
    bolo("case", "new", case)
    command = [sys.executable, "-m", "engine.cli", "import", str(case), str(footage), "--detector", "hog"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        while "Importing" not in child.stderr.readline():
            assert child.poll() is None
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=120)
        assert child.returncode == 3
        assert "cancelled" in err and "Traceback" not in err

    code, _, _ = bolo("import", case, footage, "--detector", "hog", "--json")

    assert code == 0
    with Gallery.open(case, read_only=True) as gallery:
        assert gallery.counts().frames == 15
