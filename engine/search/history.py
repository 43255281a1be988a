"""What was asked before: the searches of a case's log, so that they can be asked again."""

import json
from dataclasses import dataclass

from engine.attributes.schema import Schema
from engine.errors import EngineError
from engine.gallery.gallery import Gallery
from engine.gallery.records import AuditEntry, StoredSearch
from engine.search.examples import Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.question import Question
from engine.search.replay import SEARCH

LINES = 1_000  # of the log that are looked through: who scrolls far through one ranking fills many


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and when it was asked last, ISO 8601, UTC."""

    at: str
    question: Question


def asked_before(gallery: Gallery, schema: Schema, most: int) -> list[Asked]:
    """Return what was asked in a case, each question once, the newest first; to be ranked by the usual scorer.

    Args:
        gallery: the case.
        schema: of the model that searches now; what it lacks words for is left out.
        most: how many questions at most.
    """
    found: dict[StoredSearch, Asked] = {}
    for entry in gallery.audit_latest(SEARCH, LINES):
        question = _read(entry, schema)
        if question is not None and question != Question():
            found.setdefault(question.stored(), Asked(entry.at, question))
        if len(found) == most:
            break
    return list(found.values())


def _read(entry: AuditEntry, schema: Schema) -> Question | None:
    """Return the question of a search, None where it cannot be said now."""
    try:
        facts = json.loads(entry.facts)
        learns = bool(facts.get("from_reviews", False))
        return Question(
            query=Query.parse(facts["query"], schema),
            filters=Filters.from_dict(facts["filters"]),
            examples=Examples.from_log(facts.get("given" if learns else "examples", {})),
            learns=learns,
        )
    except (EngineError, KeyError, TypeError, ValueError, AttributeError):
        return None
