"""What the demo's stored descriptions would count as hits, judged by the truth of the rendered footage.

bolo demo --no-window --dir build/demo
python tests/benchmarks/hits_found.py build/demo

Prints one JSON object: over all descriptions and for each of them the hits, the share of them that is right, the share
of the fitting crops that is a hit, and the share of the fitting people with a hit. Crops of which the truth cannot be
seen are left out, as in demo_score.py.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from engine.demo.demo_case import CASE_NAME, FOOTAGE_NAME, DemoCase
from engine.demo.queries import QUERIES
from engine.demo.score import can_be_told, holds, match_people
from engine.demo.truth import PersonInFrame, Truth, read_truth
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search import hits
from engine.search.examples import NO_EXAMPLES
from engine.search.query import Query
from engine.search.scorers import default_scorer


def count(query: Query, gallery: Gallery, model: QueryModel, shown: Mapping[CropId, PersonInFrame], truth: Truth):
    """Return hits, right hits, fitting crops, fitting people with a hit, fitting people."""
    searchable = gallery.searchable(model.id)
    rows = np.arange(searchable.count)
    found = hits.find_hits(query, NO_EXAMPLES, searchable, model, rows, default_scorer(), CropId(0))
    hit = {int(crop_id) for crop_id in searchable.crop_ids[found]}
    told, fitting = set(hit - shown.keys()), set()  # who is nobody drawn fits nothing
    for crop_id, seen in shown.items():
        attributes = truth.attributes_of[seen.track]
        if can_be_told(query, attributes, seen.hidden):
            told.add(crop_id)
            fitting |= {crop_id} if holds(query, attributes) else set()
    people = {shown[crop_id].track for crop_id in fitting}
    people_found = {shown[crop_id].track for crop_id in fitting & hit}
    return np.array([len(hit & told), len(hit & fitting), len(fitting), len(people_found), len(people)])


def row(name: str, counts) -> dict[str, object]:
    hit, right, fitting, people_found, people = (int(number) for number in counts)
    return {
        "name": name,
        "hits": hit,
        "right": round(right / hit, 3) if hit else None,
        "fitting_crops": fitting,
        "crops_found": round(right / fitting, 3) if fitting else None,
        "fitting_people": people,
        "people_found": round(people_found / people, 3) if people else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what the demo's stored descriptions count as hits.")
    parser.add_argument("demo", type=Path, help="the folder that bolo demo made")
    parser.add_argument("--best", type=int, default=hits.BEST, help="among how many of the best a fair crop must be")
    arguments = parser.parse_args()
    hits.BEST = arguments.best
    demo = DemoCase(case=arguments.demo / CASE_NAME, footage=arguments.demo / FOOTAGE_NAME)
    model, truth = QueryModel.load(default_store().get(DEFAULT_MODEL)), read_truth(demo.truth)
    with Gallery.open(demo.case) as gallery:
        shown = match_people(gallery.crops(), truth)
        counts = {name: count(Query.parse(text, model.schema), gallery, model, shown, truth) for name, text in QUERIES}
    rows = [row("all", np.sum(list(counts.values()), axis=0)), *(row(name, found) for name, found in counts.items())]
    sys.stdout.write(json.dumps({"queries": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
