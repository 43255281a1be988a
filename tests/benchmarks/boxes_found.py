"""How many people an import found, and how many of its boxes are people, by a MOT ground truth.

bolo import pets.bolo vtest.avi --detector yolox --detector-weights yolox_nano.onnx
python tests/benchmarks/boxes_found.py pets.bolo gt.txt

Boxes and true boxes are paired at an IoU of at least 0.5, one to one. Prints one JSON object.
"""

import argparse
import sys
from pathlib import Path

from engine.evaluation.detection_figures import detection_figures
from engine.gallery.gallery import Gallery


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the stored boxes of a case with one video.")
    parser.add_argument("case", type=Path)
    parser.add_argument("truth", type=Path)
    arguments = parser.parse_args()
    with Gallery.open(arguments.case, read_only=True) as gallery:
        figures = detection_figures(gallery.iter_crops(), arguments.truth)
    sys.stdout.write(figures.to_json() + "\n")


if __name__ == "__main__":
    main()
