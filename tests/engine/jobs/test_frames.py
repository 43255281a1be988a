import base64
import io
import json
import os
import subprocess
import sys

import pytest

from engine.imaging.jpeg import decode_jpeg
from engine.jobs.frames import OPEN_VIDEOS, OpenVideos, serve_frames


def ask(*requests):
    lines = [request if isinstance(request, str) else json.dumps(request) for request in requests]
    answers = io.StringIO()
    serve_frames([line + "\n" for line in lines], answers)
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_a_frame_comes_as_a_jpeg_with_its_requests_id(video, made):
    answers = ask({"id": 7, "path": str(video), "number": 30}, {"id": "b", "path": str(video), "number": 3})
    assert [answer["id"] for answer in answers] == [7, "b"]
    assert (answers[0]["width"], answers[0]["height"]) == (64, 48)
    for answer, number in zip(answers, (30, 3), strict=True):
        pixels = decode_jpeg(base64.b64decode(answer["jpeg"]))
        assert pixels.shape == (48, 64, 3) and abs(pixels.mean() - made.shade(number)) < 4


@pytest.mark.parametrize(
    "bad",
    [
        "no JSON",
        "[1, 2]",
        '"text"',
        '{"id": 5}',
        '{"id": 5, "path": 3, "number": 1}',
        '{"id": 5, "path": "a\\u0000b", "number": 1}',
        '{"id": 5, "path": "a", "number": "1"}',
        '{"id": 5, "path": "/nowhere/gone.avi", "number": 1}',
        '{"id": 5, "path": ".", "number": 1}',
    ],
)
def test_a_bad_request_is_answered_and_the_next_one_served(video, bad):
    refused, served = ask(bad, {"id": 6, "path": str(video), "number": 1})
    assert refused["id"] in (5, None) and refused["error"].endswith(".")
    assert served["id"] == 6 and "jpeg" in served


@pytest.mark.parametrize("number", [0, -1, 41, 10**15])
def test_a_frame_that_is_not_there_is_an_error_line(video, number):
    refused, served = ask({"id": 1, "path": str(video), "number": number}, {"id": 2, "path": str(video), "number": 40})
    assert f"frame {number} cannot be read" in refused["error"]
    assert "jpeg" in served


def test_empty_lines_are_passed_over(video):
    assert len(ask("", "  ", {"id": 1, "path": str(video), "number": 1})) == 1


def test_the_video_used_longest_ago_is_closed(tmp_path, made):
    paths = [made.video(tmp_path / f"{place}.avi", 3) for place in range(OPEN_VIDEOS + 1)]
    with OpenVideos(OPEN_VIDEOS) as videos:
        for path in [*paths[:-1], paths[0], paths[-1]]:
            videos.read(path, 1)
        kept = [key[0] for key in videos._readers]
    assert kept == [*paths[2:-1], paths[0], paths[-1]]


def test_a_file_that_was_replaced_is_opened_anew(tmp_path, made):
    path = made.video(tmp_path / "a.avi", 3)
    with OpenVideos(2) as videos:
        videos.read(path, 1)
        made.video(path, 30)
        assert videos.read(path, 30).number == 30


def test_the_child_loads_no_torch_no_index_and_no_window(root):
    code = (
        "import sys, io; from engine.jobs.frames import serve_frames; serve_frames([], io.StringIO());"
        "print([name for name in ('torch', 'faiss', 'PySide6', 'sqlite_utils', 'scipy') if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(root)}
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert child.stdout.strip() == "[]"
