"""What a report says of decisions, bookmarks and times."""

from datetime import datetime
from pathlib import Path

from app.engine_words import schema_in_language
from app.search.review_words import SIGNS, say_state
from app.search.wording import say
from app.theme.paper import BAD, GOOD, INK, OPEN, SMALL, Type
from app.translate import language_code, say_number, tr, tr_count
from engine.attributes.schema import Schema
from engine.casework.case_report import ReportedSearch
from engine.errors import QueryError, SchemaError
from engine.gallery.records import BookmarkState, ReviewState
from engine.search.query import Query

COLOURS = {ReviewState.CONFIRMED: GOOD, ReviewState.REJECTED: BAD, ReviewState.UNSURE: OPEN}


def say_when(time: datetime | None) -> str:
    """Return a time to the second, with its zone."""
    return tr("not known") if time is None else f"{time:%Y-%m-%d %H:%M:%S} {time.tzname() or ''}".rstrip()


def say_description(search: ReportedSearch, schema: Schema | None) -> str:
    """Return a search in the user's language; in the log's words where no model can read it."""
    if schema is None or language_code() == "en":
        return search.words
    try:
        clauses = Query.parse(search.query, schema).clauses
    except (QueryError, SchemaError):
        return search.words
    examples = tr_count(search.examples, ", with {n} example", ", with {n} examples")
    return say(clauses, schema_in_language(schema)) + (
        examples.format(n=say_number(search.examples)) if search.examples else ""
    )


def say_decision(state: ReviewState) -> str:
    """Return a review's sign and word."""
    if state is ReviewState.UNREVIEWED:
        return tr("Taken back")
    return f"{SIGNS[state]} {say_state(state)}"


def decision_look(state: ReviewState) -> Type:
    """Return how a decision is printed."""
    return Type(size_pt=SMALL.size_pt, bold=True, colour=COLOURS.get(state, INK))


def say_bookmark(state: BookmarkState) -> str:
    """Return what a bookmark is."""
    return {
        BookmarkState.NONE: "",
        BookmarkState.BOOKMARKED: tr("Bookmarked"),
        BookmarkState.ADDED: tr("Added to the case"),
    }[state]


def say_count(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{say_number(number)} {one if number == 1 else many}"


def say_file(path: Path) -> str:
    """Return the file with its folder, which tells it from others of the same name."""
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name
