"""How many of the best crops for complete descriptions stand among those that a search looks at.

bolo bench search --dir build/million
python tests/benchmarks/complete_shortlist.py build/million/drawn.bolo

A search scores exactly those alone that can be among the best (`engine.search.complete_shortlist`). Here all are
scored, for known categories chosen by a seed. Prints one JSON object: recall@100, its least, and the milliseconds of
either way.
"""

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

import numpy as np

from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search.query import Query
from engine.search.scorers import SCORERS
from engine.search.searcher import Searcher

BEST = 100


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure what looking at the nearest crops alone misses.")
    parser.add_argument("case", type=Path)
    parser.add_argument("--queries", type=int, default=50)
    arguments = parser.parse_args()
    model = QueryModel.load(default_store().get(DEFAULT_MODEL))
    assert model.known is not None, "the shipped model has its categories"
    vectors = model.known.vectors
    chosen = np.random.default_rng(4).choice(len(vectors), arguments.queries, replace=False)
    fused, recalls, searched_s, scored_s = SCORERS["fused"], [], [], []
    with Gallery.open(arguments.case, read_only=True) as gallery:
        searcher, searchable = Searcher(gallery, model), gallery.searchable(model.id)
        for query in (Query.complete(model.schema, vectors[place]) for place in chosen):
            began = time.perf_counter()
            found = [ranked.crop.id for ranked in searcher.search(query, limit=BEST).results]
            searched_s.append(time.perf_counter() - began)
            began = time.perf_counter()
            scores = fused.score(query, searchable, model, None)
            best = searchable.crop_ids[np.argpartition(-scores, BEST)[:BEST]]
            scored_s.append(time.perf_counter() - began)
            recalls.append(len(np.intersect1d(found, best)) / BEST)
    figures = {
        "queries": len(recalls),
        "recall": round(statistics.mean(recalls), 4),
        "least_recall": min(recalls),
        "search_ms": round(1000 * statistics.median(searched_s), 1),
        "all_scored_ms": round(1000 * statistics.median(scored_s), 1),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
