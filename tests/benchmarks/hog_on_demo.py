"""Whom the detector hog finds in the demo's rendered streets, by the step of its pyramid: other footage than PETS.

python tests/benchmarks/hog_on_demo.py --steps 1.05 1.15

Ten frames of each camera. A person counts from three tenths seen on; pairs as in `boxes_found.py`. Prints one JSON
object; `ratio` is the time a frame to that of the first step.
"""

import argparse
import json
import sys
import time
from collections import Counter

from engine.demo.footage import demo_walks
from engine.demo.scene import Scene
from engine.demo.sites import SITES
from engine.detection.hog import PYRAMID_STEP, SCORES, HogDetector
from engine.evaluation.detection_figures import count_pairs

SECONDS = range(2, 22, 2)
LEAST_SEEN = 0.3


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure hog's recall and precision on the demo's frames.")
    parser.add_argument("--steps", type=float, nargs="+", default=[PYRAMID_STEP])
    parser.add_argument("--min-score", type=float, default=SCORES.usual)
    arguments = parser.parse_args()
    steps = arguments.steps
    detectors = {step: HogDetector(arguments.min_score, step) for step in steps}
    hits: Counter[float] = Counter()
    found: Counter[float] = Counter()
    spent = dict.fromkeys(steps, 0.0)
    people = 0
    for site in SITES:
        scene = Scene(site, demo_walks()[site.name])
        for second in SECONDS:
            frame = scene.draw(float(second))
            truth = [person.box for person in frame.people if person.visible >= LEAST_SEEN]
            people += len(truth)
            for step, detector in detectors.items():
                started = time.perf_counter()
                boxes = [person.box for person in detector.detect(frame.pixels)]
                spent[step] += time.perf_counter() - started
                hits[step] += count_pairs(boxes, truth)
                found[step] += len(boxes)
    rows = {
        step: {
            "recall": round(hits[step] / people, 3),
            "precision": round(hits[step] / max(found[step], 1), 3),
            "ratio": round(spent[step] / spent[steps[0]], 3),
        }
        for step in steps
    }
    sys.stdout.write(json.dumps({"people": people, "steps": rows}, indent=2) + "\n")


if __name__ == "__main__":
    main()
