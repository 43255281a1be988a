"""How well models that were just trained rank the demo's people, by the heads, the posterior and both.

bolo demo --no-window --dir build/demo
python tests/benchmarks/demo_models.py build/demo runs/a/a runs/b/b --data PETA

Embeds the demo's crops with each model; the case stays as it is. The scorers have their documented default constants,
for a plan of trainings fits none. Prints a Markdown table of mean average precisions over the demo's descriptions.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from engine.datasets.search_split import SearchSplit
from engine.demo.demo_case import CASE_NAME, FOOTAGE_NAME, DemoCase
from engine.demo.queries import QUERIES
from engine.demo.score import can_be_told, holds, match_people
from engine.demo.truth import read_truth
from engine.evaluation.average_precision import average_precision
from engine.gallery.gallery import Gallery
from engine.imaging.jpeg import decode_jpeg
from engine.jobs.embed_split import read_split
from engine.registry.card import read_card
from engine.registry.known_categories import KnownCategories
from engine.registry.loading import load_model
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel
from engine.search.labelled_crops import LabelledCrops
from engine.search.query import Query
from engine.search.scorers import SCORERS
from engine.search.search_fit import FIGURE, SearchFit

NAMES = ("heads", "posterior", "fused")


def query_side(installed: InstalledModel, split: SearchSplit) -> QueryModel:
    """Return the model's query side with its training categories and the default constants."""
    training = split.training(extra=bool(installed.card.recipe.get("extra_data")))
    known = KnownCategories.of(training.complete().vectors)
    return QueryModel.load(installed).knowing(known).with_figures({FIGURE: SearchFit().to_dict()})


def judged(records, query, truth) -> tuple[np.ndarray, np.ndarray]:
    """Return whether each crop is relevant, and whether that can be told."""
    shown = match_people(records, truth)
    relevant, told = np.zeros(len(records), bool), np.ones(len(records), bool)
    for place, crop in enumerate(records):
        if (seen := shown.get(crop.id)) is not None:
            attributes = truth.attributes_of[seen.track]
            relevant[place] = holds(query, attributes)
            told[place] = can_be_told(query, attributes, seen.hidden)
    return relevant, told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demo", type=Path, help="the folder that bolo demo made")
    parser.add_argument("models", type=Path, nargs="+", help="folders with weights and card")
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    demo = DemoCase(case=arguments.demo / CASE_NAME, footage=arguments.demo / FOOTAGE_NAME)
    truth = read_truth(demo.truth)
    with Gallery.open(demo.case, read_only=True) as gallery:
        records = gallery.crops()
        pictures = [decode_jpeg(gallery.crop_jpeg(crop.id)) for crop in records]
    sys.stdout.write(f"| | {' | '.join(NAMES)} |\n|{'---|' * (len(NAMES) + 1)}\n")
    for folder in arguments.models:
        installed = InstalledModel(folder=folder, card=read_card(folder))
        model = query_side(installed, read_split(arguments.data, installed))
        embedded = load_model(installed).embed_images(pictures)
        nobody = np.zeros((len(records), model.schema.size), np.uint8)
        crops = LabelledCrops(embeddings=embedded.vectors, logits=embedded.logits, vectors=nobody)
        searchable = crops.searchable(model.id)
        found = {name: [] for name in NAMES}
        for _, text in QUERIES:
            query = Query.parse(text, model.schema)
            relevant, told = judged(records, query, truth)
            for name in NAMES:
                order = np.argsort(-SCORERS[name].score(query, searchable, model, None), kind="stable")
                found[name].append(average_precision(relevant[order][told[order]]))
        cells = " | ".join(f"{100 * np.mean(values):.1f}" for values in found.values())
        sys.stdout.write(f"| {folder.name} | {cells} |\n")


if __name__ == "__main__":
    main()
