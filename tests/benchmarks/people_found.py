"""How many of the first results of a search show certain people, by a MOT ground truth.

For PETS 2009 S2.L1, view 1, the people in red jackets are 3, 6, 10 and 11, of whom 6 and 10 are women:

    bolo import pets.bolo vtest.avi --detector yolox --detector-weights yolox_nano.onnx
    python tests/benchmarks/people_found.py pets.bolo gt.txt --people 3 6 10 11 -- --has upperBodyRed --limit 20

What stands after `--` goes to `bolo search`. Prints one JSON object: results, of_the_people, and each result's person
(the id of the true box that overlaps best, at IoU ≥ 0.5; null where there is none).
"""

import argparse
import csv
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from engine.imaging.box import Box

MIN_IOU = 0.5
TruePeople = dict[int, list[tuple[int, Box]]]


def main() -> None:
    arguments = parse()
    people = read_people(arguments.truth)
    command = [sys.executable, "-m", "engine.cli", "search", str(arguments.case), *arguments.search, "--json"]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    shown = [person_at(people, result["frame"], Box(*result["box"])) for result in answer["results"]]
    hits = sum(person in arguments.people for person in shown)
    sys.stdout.write(json.dumps({"results": len(shown), "of_the_people": hits, "people": shown}) + "\n")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count the results that show certain people.")
    parser.add_argument("case", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--people", type=int, nargs="+", required=True)
    parser.add_argument("search", nargs="+", help="what bolo search is given, after --")
    return parser.parse_args()


def read_people(truth: Path) -> TruePeople:
    people: TruePeople = defaultdict(list)
    with truth.open(newline="") as file:
        for row in csv.reader(file):
            if float(row[6]) == 1:
                people[int(row[0])].append((int(row[1]), Box(*(float(value) for value in row[2:6]))))
    return people


def person_at(people: TruePeople, frame: int, box: Box) -> int | None:
    overlaps = [(true.iou(box), person) for person, true in people[frame]]
    best = max(overlaps, default=(0.0, 0))
    return best[1] if best[0] >= MIN_IOU else None


if __name__ == "__main__":
    main()
