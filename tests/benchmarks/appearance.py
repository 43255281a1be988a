"""What joining tracks by appearance would add, by a MOT ground truth and py-motmetrics.

bolo import pets.bolo vtest.avi --detector yolox --detector-weights yolox_nano.onnx
python tests/benchmarks/appearance.py pets.bolo gt.txt

A track that begins at most 90 frames after another has ended is joined to it where the cosine of their mean embeddings
is at least so much, the most alike first. Prints a Markdown table.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from tracks_found import measured, read_truth

from engine.gallery.gallery import Gallery

LONGEST_GAP = 90  # frames
COSINES = (None, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6)


def read_case(folder: Path):
    """Return (frame, track, x, y, w, h) of each crop with a track, and each track's mean embedding."""
    with Gallery.open(folder, read_only=True) as gallery:
        alike = gallery.alike_tracks()
        crops = [crop for crop in gallery.iter_crops() if crop.track_id is not None and crop.track_id not in alike]
        (model_id,) = gallery.counts().embedded
        searchable = gallery.searchable(model_id)
        vectors = searchable.vectors(searchable.rows_of(np.array([crop.id for crop in crops])))
    rows = [(crop.frame_number, crop.track_id, crop.box.x, crop.box.y, crop.box.w, crop.box.h) for crop in crops]
    sums = defaultdict(lambda: np.zeros(vectors.shape[1]))
    for row, vector in zip(rows, vectors, strict=True):
        sums[row[1]] += vector
    return rows, {track: total / np.linalg.norm(total) for track, total in sums.items()}


def joined(rows, looks, least: float) -> dict[int, int]:
    """Return the number of each track after joining."""
    spans = {track: [row[0] for row in rows if row[1] == track] for track in looks}
    pairs = sorted(
        (-float(looks[before] @ looks[after]), before, after)
        for before in looks
        for after in looks
        if 0 < min(spans[after]) - max(spans[before]) <= LONGEST_GAP
    )
    number, has_next, has_before = {track: track for track in looks}, set(), set()
    for cosine, before, after in pairs:
        if -cosine >= least and before not in has_next and after not in has_before:
            has_next.add(before)
            has_before.add(after)
            number = {track: number[before] if old == number[after] else old for track, old in number.items()}
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("truth", type=Path)
    arguments = parser.parse_args()
    truth, (rows, looks) = read_truth(arguments.truth), read_case(arguments.case)
    sys.stdout.write("| joined from a cosine of | IDF1 | MOTA | switches | tracks |\n|---|---|---|---|---|\n")
    for least in COSINES:
        number = {track: track for track in looks} if least is None else joined(rows, looks, least)
        found = defaultdict(list)
        for frame, track, *box in rows:
            found[frame].append((number[track], *box))
        figures = measured(truth, found)
        columns = (f"{figures[name]:.3g}" for name in ("idf1", "mota", "num_switches", "tracks"))
        sys.stdout.write(f"| {'none' if least is None else least} | {' | '.join(columns)} |\n")


if __name__ == "__main__":
    main()
