"""Running a logged search again, to show that it gives what it gave, or why it does not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.errors import QueryError
from engine.gallery.gallery import Gallery
from engine.gallery.records import AuditEntry
from engine.registry.query_model import QueryModel
from engine.search.examples import BY_EXAMPLE, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.ranking import Ranking
from engine.search.scorers import scorer_named
from engine.search.searcher import BY_TIME, Searcher
from engine.search.sorting import Sorting

SEARCH = "search"  # the action under which searches stand in the log


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A search of the log, and what it gives now.

    Attributes:
        number: of the line in the log.
        at: when it was made, ISO 8601, UTC.
        words: the description.
        is_same: whether the same crops stand in the same order.
        changes: a sentence for each thing that differs.
    """

    number: int
    at: str
    words: str
    is_same: bool
    changes: tuple[str, ...]


def find_search(gallery: Gallery, number: int | None) -> AuditEntry:
    """Return a search of the log by its line's number; None takes the last one.

    Raises:
        QueryError: if there is none.
    """
    searches = [entry for entry in gallery.audit_entries() if entry.action == SEARCH]
    found = [entry for entry in searches if number is None or entry.number == number]
    if found:
        return found[-1]
    if number is None:
        raise QueryError("The case's log has no search to replay; make one first.")
    raise QueryError(f"Line {number} of the case's log is no search; its last search is line {_last(searches)}.")


def replay(entry: AuditEntry, gallery: Gallery, model: QueryModel) -> Replay:
    """Run a logged search again and compare.

    Args:
        entry: a search, from `find_search`.
        gallery: the case.
        model: the query side to search with now.

    Raises:
        QueryError: if the line cannot be read.
    """
    try:
        facts = json.loads(entry.facts)
        now = _run(facts, gallery, model)
        shown = [int(crop_id) for crop_id in facts["shown"]]
        changes = tuple(_changes(facts, shown, now))
        words = str(facts["words"])
    except (KeyError, TypeError, ValueError) as error:
        raise QueryError(f"Line {entry.number} of the log cannot be replayed ({error}); run audit verify.") from error
    return Replay(number=entry.number, at=entry.at, words=words, is_same=shown == _ids(now), changes=changes)


def _run(facts: Mapping[str, Any], gallery: Gallery, model: QueryModel) -> Ranking:
    name = str(facts["scorer"]).removesuffix(BY_EXAMPLE)
    return Searcher(gallery, model).search(
        Query.parse(facts["query"], model.schema),
        Filters.from_dict(facts["filters"]),
        Examples.from_log(facts.get("examples", {})),
        limit=max(len(facts["shown"]), 1),
        offset=int(facts.get("offset", 0)),
        by_track=bool(facts.get("by_track", False)),
        sorting=Sorting.from_dict(facts.get("sorting", {})),
        scorer=None if name == BY_TIME else scorer_named(name),
    )


def _changes(facts: Mapping[str, Any], shown: list[int], now: Ranking) -> list[str]:
    """Return what differs from then, in sentences."""
    found = []
    if facts["model_id"] != now.model_id:
        found.append(f"It was made with the model {facts['model_id']}, and {now.model_id} searches now.")
    if facts["considered"] != now.considered:
        found.append(f"It ranked {facts['considered']:,} crops, and {now.considered:,} pass the filters now.")
    elif facts["revision"] != now.revision:
        found.append("What the case holds to search in was changed since.")
    ids = _ids(now)
    if shown != ids:
        left, came = len(set(shown) - set(ids)), len(set(ids) - set(shown))
        found.append(f"Of the {len(shown):,} crops then shown {left:,} are not shown now, and {came:,} others are.")
        first = next((place for place, pair in enumerate(zip(shown, ids, strict=False)) if pair[0] != pair[1]), None)
        if first is not None:
            found.append(
                f"The first place that differs is {first + 1}: crop {shown[first]} then, crop {ids[first]} now."
            )
    return found


def _ids(ranking: Ranking) -> list[int]:
    return [int(result.crop.id) for result in ranking.results]


def _last(searches: list[AuditEntry]) -> str:
    return str(searches[-1].number) if searches else "none"
