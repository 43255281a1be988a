"""What filling the gaps of tracks and dropping tracks that stand still would add, by a MOT ground truth.

bolo import pets.bolo vtest.avi --detector yolox --detector-weights yolox_nano.onnx
python tests/benchmarks/gaps_and_statics.py pets.bolo gt.txt

A gap is filled by boxes on a straight line between the boxes before and after it. A track stands still where the
middle of its box never leaves a circle of so many box heights. Boxes and true boxes are paired at an IoU of at least
0.5, one to one. Prints a Markdown table.
"""

import argparse
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from tracks_found import distances_of, read_truth

from engine.gallery.gallery import Gallery

LONGEST_GAPS = (5, 10, 30)  # frames
STILL_RADII = (0.25, 0.5)  # of the box's height
STILL_FRAMES = 50  # shorter tracks are no evidence

Found = dict[int, list[tuple[float, ...]]]  # (track, x, y, w, h) by frame


def read_case(folder: Path) -> tuple[Found, Found]:
    """Return all boxes, and those with a track."""
    boxes, tracked = defaultdict(list), defaultdict(list)
    with Gallery.open(folder, read_only=True) as gallery:
        alike = gallery.alike_tracks()
        for crop in gallery.iter_crops():
            track = 0 if crop.track_id is None or crop.track_id in alike else crop.track_id
            row = (track, crop.box.x, crop.box.y, crop.box.w, crop.box.h)
            boxes[crop.frame_number].append(row)
            if track:
                tracked[crop.frame_number].append(row)
    return boxes, tracked


def by_track(found: Found) -> dict[float, dict[int, np.ndarray]]:
    """Return each track's boxes by frame."""
    tracks = defaultdict(dict)
    for frame, rows in found.items():
        for track, *box in rows:
            if track:
                tracks[track][frame] = np.array(box)
    return tracks


def filled(found: Found, longest: int) -> Found:
    """Return the boxes with those that fill the gaps of at most so many frames."""
    more = defaultdict(list, {frame: list(rows) for frame, rows in found.items()})
    for track, boxes in by_track(found).items():
        for before, after in pairwise(sorted(boxes)):
            if 1 < after - before <= longest + 1:
                for frame in range(before + 1, after):
                    share = (frame - before) / (after - before)
                    more[frame].append((track, *((1 - share) * boxes[before] + share * boxes[after])))
    return more


def without_still(found: Found, radius: float) -> Found:
    """Return the boxes without those of tracks that stand still."""
    still = {track for track, boxes in by_track(found).items() if len(boxes) >= STILL_FRAMES and stands(boxes, radius)}
    return {frame: [row for row in rows if row[0] not in still] for frame, rows in found.items()}


def stands(boxes: dict[int, np.ndarray], radius: float) -> bool:
    """Return whether the middles stay within a circle of so many heights around their median."""
    rows = np.array(list(boxes.values()))
    middles = rows[:, :2] + rows[:, 2:] / 2
    distances = np.linalg.norm(middles - np.median(middles, axis=0), axis=1)
    return bool(distances.max() < radius * np.median(rows[:, 3]))


def figures_of(found: Found, truth: Found) -> tuple[float, float, int]:
    """Return recall, precision and how many boxes there are."""
    right = 0
    for frame, people in truth.items():
        rows = found.get(frame, [])
        if rows:
            cost = np.nan_to_num(distances_of(np.array(people), np.array(rows)), nan=2.0)
            pairs = linear_sum_assignment(cost)
            right += int((cost[pairs] <= 0.5).sum())
    count = sum(map(len, found.values()))
    return right / sum(map(len, truth.values())), right / max(count, 1), count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("truth", type=Path)
    arguments = parser.parse_args()
    boxes, tracked = read_case(arguments.case)
    truth = read_truth(arguments.truth)
    variants = {"all boxes": boxes, "boxes with a track": tracked}
    for longest in LONGEST_GAPS:
        variants[f"all boxes, gaps of {longest} frames at most filled"] = filled(boxes, longest)
        variants[f"boxes with a track, gaps of {longest} filled"] = filled(tracked, longest)
    for radius in STILL_RADII:
        variants[f"all boxes, without tracks within {radius:g} heights"] = without_still(boxes, radius)
    sys.stdout.write("| | recall | precision | boxes |\n|---|---|---|---|\n")
    for name, found in variants.items():
        recall, precision, count = figures_of(found, truth)
        sys.stdout.write(f"| {name} | {recall:.3f} | {precision:.3f} | {count:,} |\n")


if __name__ == "__main__":
    main()
