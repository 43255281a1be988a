"""How a track's score is best made of its crops' scores: the mean average precision of the demo's tracks.

bolo demo --no-window --dir build/demo
python tests/benchmarks/track_pooling.py build/demo

A track of the case shows the person drawn whom most of its crops show. It is relevant if the ticks hold of that person;
where that can be told from none of its crops, it is left out of that description. Prints a Markdown table.
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from engine.demo.demo_case import CASE_NAME, FOOTAGE_NAME, DemoCase
from engine.demo.queries import QUERIES
from engine.demo.score import can_be_told, holds, match_people
from engine.demo.truth import read_truth
from engine.evaluation.average_precision import average_precision
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search.query import Query
from engine.search.scorers import SCORERS, default_scorer


def best_mean(share):
    """Return the mean over this share of the scores, the best ones."""
    return lambda scores: np.sort(scores)[::-1][: max(1, int(np.ceil(share * len(scores))))].mean()


POOLINGS = {
    "best crop": np.max,
    "second best crop": lambda scores: np.sort(scores)[-2:][0],
    "mean of the best three": lambda scores: np.sort(scores)[-3:].mean(),
    "mean of the best quarter": best_mean(0.25),
    "mean of the best half": best_mean(0.5),
    "mean of the best three quarters": best_mean(0.75),
    "mean": np.mean,
    "median": np.median,
    "worst crop": np.min,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demo", type=Path, help="the folder that bolo demo made")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--scorer", choices=sorted(SCORERS), help="instead of the search's default")
    arguments = parser.parse_args()
    demo = DemoCase(case=arguments.demo / CASE_NAME, footage=arguments.demo / FOOTAGE_NAME)
    model, truth = QueryModel.load(default_store().get(arguments.model)), read_truth(demo.truth)
    found = {name: [] for name in POOLINGS}
    crops_alone = []
    with Gallery.open(demo.case, read_only=True) as gallery:
        searchable, records = gallery.searchable(model.id), gallery.crops()
        shown = match_people(records, truth)
        rows = {crop_id: row for row, crop_id in enumerate(searchable.crop_ids.tolist())}
        tracks = defaultdict(list)
        for crop in records:
            if crop.track_id is not None:
                tracks[crop.track_id].append(crop.id)
        for _, text in QUERIES:
            query = Query.parse(text, model.schema)
            scorer = SCORERS[arguments.scorer] if arguments.scorer else default_scorer()
            scores = scorer.score(query, searchable, model, None)
            judged = [judgement(crops, shown, query, truth) for crops in tracks.values()]
            told = [place for place, answer in enumerate(judged) if answer is not None]
            relevant = np.array([judged[place] for place in told], bool)
            lists = [scores[[rows[crop] for crop in crops]] for crops in tracks.values()]
            for name, pool in POOLINGS.items():
                pooled = np.array([pool(lists[place]) for place in told])
                found[name].append(average_precision(relevant[np.argsort(-pooled, kind="stable")]))
            single = np.array([lists[place][len(lists[place]) // 2] for place in told])
            crops_alone.append(average_precision(relevant[np.argsort(-single, kind="stable")]))
    sys.stdout.write(f"{len(tracks)} tracks, {sum(map(len, tracks.values()))} of {len(records)} crops\n\n")
    sys.stdout.write("| a track's score | mean average precision |\n|---|---|\n")
    sys.stdout.write(f"| that of its middle crop alone | {100 * np.mean(crops_alone):.1f} |\n")
    for name, values in found.items():
        sys.stdout.write(f"| {name} | {100 * np.mean(values):.1f} |\n")


def judgement(crops, shown, query, truth) -> bool | None:
    """Return whether a track is relevant, None where no crop of it can tell."""
    people = [shown[crop_id] for crop_id in crops if crop_id in shown]
    if len(people) * 2 < len(crops):
        return False  # mostly the detector's errors
    ((track, _),) = Counter(seen.track for seen in people).most_common(1)
    attributes = truth.attributes_of[track]
    of_it = [seen for seen in people if seen.track == track]
    if not any(can_be_told(query, attributes, seen.hidden) for seen in of_it):
        return None
    return holds(query, attributes)


if __name__ == "__main__":
    main()
