"""Measures what marking three results brings: mean average precision of what was not marked, before and after.

    python tests/benchmarks/feedback.py peta-lite0 --data PETA

For k ticked groups, descriptions are drawn from the validation pictures as the benchmark `partial` draws them, ranked
by the default scorer, and the first three results are marked by their labels: like where they fit, unlike where they
do not. Then all is ranked again. The marked pictures count in neither figure. The descriptions are others than those
on which the weights of the examples were chosen. Prints a Markdown table.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.cli.models_commands import installed_or_folder
from engine.evaluation.average_precision import average_precision
from engine.evaluation.partial_queries import PartialQuery, draw_partial_queries
from engine.gallery.records import CropId
from engine.gallery.searchable import Searchable
from engine.jobs.embed_split import embed_split, read_split
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.search.examples import ByExample, Example, Examples
from engine.search.labelled_crops import LabelledCrops
from engine.search.partial_benchmark import said_query
from engine.search.scorers import default_scorer

TICKED = (1, 2, 3, 5, 8)
QUERIES = 400
SEED = 20_213  # the weights were chosen with seed 99
MARKS = 3


def precision_of_the_rest(scores: NDArray[np.float32], relevant: NDArray[np.bool_], marked: NDArray[np.int64]) -> float:
    rest = np.ones(len(relevant), np.bool_)
    rest[marked] = False
    return average_precision(relevant[rest][np.argsort(-scores[rest], kind="stable")])


def before_and_after(
    asked: PartialQuery, vectors: NDArray[np.uint8], searchable: Searchable, model: QueryModel
) -> tuple[float, float] | None:
    """Return both average precisions; None where nobody else fits."""
    query, relevant = said_query(asked, model.schema), asked.relevant(model.schema, vectors)
    scorer = default_scorer()
    before = scorer.score(query, searchable, model, None)
    marked = np.argsort(-before, kind="stable")[:MARKS]
    if relevant.sum() == relevant[marked].sum():
        return None
    like, unlike = (
        tuple(Example(crop_id=CropId(int(place))) for place in marked if relevant[place] == fits)
        for fits in (True, False)
    )
    after = ByExample(scorer, Examples(like=like, unlike=unlike)).score(query, searchable, model, None)
    return precision_of_the_rest(before, relevant, marked), precision_of_the_rest(after, relevant, marked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    installed = installed_or_folder(arguments.model)
    split = embed_split(installed, read_split(arguments.data, installed), "validation", Progress())
    crops = LabelledCrops(embeddings=split.embeddings, logits=split.calibrated, vectors=split.images.vectors)
    model = QueryModel.load(installed)
    searchable = crops.searchable(model.id)
    sys.stdout.write("| ticked groups | before | after three marks | descriptions |\n|---|---|---|---|\n")
    for ticked in TICKED:
        drawn = draw_partial_queries(model.schema, crops.vectors, ticked, count=QUERIES, seed=SEED)
        found = [before_and_after(asked, crops.vectors, searchable, model) for asked in drawn]
        pairs = np.array([pair for pair in found if pair is not None])
        before, after = 100 * pairs.mean(axis=0)
        sys.stdout.write(f"| {ticked} | {before:.1f} | {after:.1f} | {len(pairs)} |\n")


if __name__ == "__main__":
    main()
