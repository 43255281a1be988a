"""How well the people of the demo case are ranked for its stored descriptions, by the truth of the rendered footage.

bolo demo --no-window --dir build/demo
python tests/benchmarks/demo_score.py build/demo

Prints one JSON object: the mean average precision, and a row for each description.
"""

import argparse
import json
import sys
from pathlib import Path

from engine.demo.demo_case import CASE_NAME, FOOTAGE_NAME, DemoCase
from engine.demo.score import score_demo_queries
from engine.demo.truth import read_truth
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search.scorers import SCORERS


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the demo's stored descriptions.")
    parser.add_argument("demo", type=Path, help="the folder that bolo demo made")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--scorer", choices=sorted(SCORERS), help="instead of the search's default")
    arguments = parser.parse_args()
    demo = DemoCase(case=arguments.demo / CASE_NAME, footage=arguments.demo / FOOTAGE_NAME)
    model = QueryModel.load(default_store().get(arguments.model))
    with Gallery.open(demo.case, read_only=True) as gallery:
        scorer = SCORERS[arguments.scorer] if arguments.scorer else None
        score = score_demo_queries(gallery, model, read_truth(demo.truth), scorer=scorer)
    sys.stdout.write(json.dumps(score.to_dict(), indent=1) + "\n")


if __name__ == "__main__":
    main()
