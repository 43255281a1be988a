"""How long the detector hog takes for a frame, and whom it finds, by the step of its pyramid.

python tests/benchmarks/hog_pace.py vtest.avi gt.txt --steps 1.05 1.15 --every 4

Each frame is searched with one step after the other, so that a machine whose pace varies is fair to all. Figures stand
by halves of the video: the constants were chosen on the first. Prints one JSON object; `ratio` is to the first step.
"""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.detection.hog import PYRAMID_STEP, SCORES, HogDetector
from engine.evaluation.detection_figures import detection_figures
from engine.imaging.box import Box
from engine.imaging.video import open_video


@dataclass(frozen=True)
class Found:
    frame_number: int
    box: Box


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure hog's time a frame, recall and precision.")
    parser.add_argument("video", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--steps", type=float, nargs="+", default=[PYRAMID_STEP])
    parser.add_argument("--min-score", type=float, default=SCORES.usual)
    parser.add_argument("--every", type=int, default=1, help="take every so-manieth frame")
    arguments = parser.parse_args()
    detectors = {step: HogDetector(arguments.min_score, step) for step in arguments.steps}
    seconds, found, numbers = _search(arguments.video, detectors, arguments.every)
    middle = numbers[-1] / 2
    halves = {"first half": [n for n in numbers if n <= middle], "second half": [n for n in numbers if n > middle]}
    rows = {}
    for step in detectors:
        rows[step] = {
            "seconds_per_frame": round(seconds[step] / len(numbers), 4),
            "ratio": round(seconds[step] / seconds[arguments.steps[0]], 3),
            **{name: _figures(found[step], arguments.truth, half) for name, half in halves.items()},
            "all": _figures(found[step], arguments.truth, numbers),
        }
    sys.stdout.write(json.dumps({"frames": len(numbers), "steps": rows}, indent=2) + "\n")


def _search(
    video: Path, detectors: dict[float, HogDetector], every: int
) -> tuple[dict[float, float], dict[float, list[Found]], list[int]]:
    """Return the seconds of each step, whom it found, and the numbers of the frames."""
    seconds: dict[float, float] = defaultdict(float)
    found: dict[float, list[Found]] = defaultdict(list)
    numbers = []
    with open_video(video) as reader:
        for frame in reader.frames(every=every):
            numbers.append(frame.number)
            for step, detector in detectors.items():
                started = time.perf_counter()
                people = detector.detect(frame.pixels)
                seconds[step] += time.perf_counter() - started
                found[step] += [Found(frame.number, person.box) for person in people]
    return seconds, found, numbers


def _figures(found: Sequence[Found], truth: Path, numbers: list[int]) -> dict[str, float]:
    chosen = set(numbers)
    figures = detection_figures([row for row in found if row.frame_number in chosen], truth, numbers)
    return {"recall": round(figures.recall, 3), "precision": round(figures.precision, 3)}


if __name__ == "__main__":
    main()
