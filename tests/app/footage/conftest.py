"""What the child says of a few frames, made by hand, and a script that stands for the child."""

import base64
import json
import sys

import numpy as np
import pytest

from app.footage.previewed_people import SeenPeople
from app.jobs import job_process
from engine.imaging.jpeg import encode_jpeg

FRAME_PX = (200, 100)  # width, height


def previewed_frame(camera, number, people):
    pixels = np.full((FRAME_PX[1], FRAME_PX[0], 3), 60 + 20 * number, np.uint8)
    return {
        "camera": camera,
        "name": f"{number:03}.jpg",
        "number": number,
        "width_px": FRAME_PX[0],
        "height_px": FRAME_PX[1],
        "jpeg": base64.b64encode(encode_jpeg(pixels)).decode(),
        "people": [{"box": box, "score": score} for box, score in people],
    }


@pytest.fixture
def preview_summary():
    """Two frames of a gate and one of a door; in each somebody at the left, lower at the right, and unsure."""
    people = [((20, 20, 20, 60), 0.9), ((150, 50, 10, 30), 0.8), ((100, 10, 20, 60), 0.2)]
    return {
        "detector": "yolox",
        "lowest_score": 0.05,
        "usual_score": 0.3,
        "highest_score": 1.0,
        "frames": [previewed_frame(*frame, people) for frame in (("gate", 1), ("gate", 5), ("door", 2))],
        "sources_not_shown": 0,
        "problems": [],
    }


@pytest.fixture
def seen(preview_summary):
    return SeenPeople.from_summary(preview_summary)


@pytest.fixture
def preview_child(monkeypatch, tmp_path):
    """Return what has a script stand for the child; it tells these events, and keeps what it was asked."""

    def stand_in(*events, script=""):
        path = tmp_path / "child.py"
        told = tmp_path / "events.jsonl"
        told.write_text("".join(json.dumps(event) + "\n" for event in events))
        path.write_text(
            f"import sys, time\nopen({str(tmp_path / 'asked')!r}, 'w').write('\\n'.join(sys.argv[1:]))\n"
            f"print(open({str(told)!r}).read(), end='', flush=True)\n{script}\n"
        )
        monkeypatch.setattr(job_process, "child_command", lambda given: (sys.executable, [str(path), *given]))
        return lambda: (tmp_path / "asked").read_text().split("\n")

    return stand_in
