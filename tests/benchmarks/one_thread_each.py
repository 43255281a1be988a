"""Whether a library's own threads or one thread for each of several frames are quicker, to detect and to embed.

python tests/benchmarks/one_thread_each.py vtest.avi yolox_nano.onnx

Medians of three rounds. Nothing else may run: a second program on the machine makes torch's own threads wait for
each other, ten times over. Prints a Markdown table.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from engine.detection.yolox import YoloxDetector
from engine.imaging.crops import cut_crop
from engine.imaging.video import open_video
from engine.jobs.embed_gallery import BATCH
from engine.jobs.people import MARGIN
from engine.jobs.workers import Workers
from engine.registry.loading import load_model
from engine.registry.store import DEFAULT_MODEL, default_store

EVERY = 16
BATCHES = 4
ROUNDS = 3


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def by_workers(work, items) -> None:
    with Workers() as workers, closing(workers.map_ahead(work, items)) as results:
        for _ in results:
            pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("video", type=Path)
    parser.add_argument("weights", type=Path)
    arguments = parser.parse_args()
    with open_video(arguments.video) as reader:
        frames = [frame.pixels for frame in reader.frames(every=EVERY)]
    count = Workers().count
    detectors = [YoloxDetector(arguments.weights) for _ in range(count)]
    people = [cut_crop(pixels, found.box, MARGIN) for pixels in frames for found in detectors[0].detect(pixels)]
    crops = [people[start : start + BATCH] for start in range(0, BATCHES * BATCH, BATCH)]
    model = load_model(default_store().get(DEFAULT_MODEL))
    model.embed_images(crops[0])
    shares = [frames[start::count] for start in range(count)]

    def detect_share(place: int) -> None:
        for pixels in shares[place]:
            detectors[place].detect(pixels)

    ways = {
        ("detect", "the library's"): lambda: [detectors[0].detect(pixels) for pixels in frames],
        ("detect", "one for each"): partial(by_workers, detect_share, range(count)),
        ("embed", "the library's"): lambda: [model.embed_images(batch) for batch in crops],
        ("embed", "one for each"): partial(by_workers, model.embed_images, crops),
    }
    taken = {way: statistics.median(seconds(work) for _ in range(ROUNDS)) for way, work in ways.items()}
    sys.stdout.write(
        f"{len(frames)} frames, {BATCHES * BATCH} crops, {count} workers\n\n| | threads | seconds |\n|---|---|---|\n"
    )
    for (stage, threads), median in taken.items():
        sys.stdout.write(f"| {stage} | {threads} | {median:.2f} |\n")


if __name__ == "__main__":
    main()
