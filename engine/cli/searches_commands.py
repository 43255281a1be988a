"""`bolo searches …`: saved searches, run again after each import."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.open_case import chosen_model, open_to_search
from engine.cli.output import write_json, write_text
from engine.cli.search_output import AsCsv, Limit, Sheet, refuse_two_forms, refuse_unembedded, show_ranking
from engine.errors import EngineError

if TYPE_CHECKING:
    from engine.attributes.schema import Schema
    from engine.gallery.gallery import Gallery
    from engine.gallery.records import SavedQuery
    from engine.registry.query_model import QueryModel
    from engine.search.saved_searches import SavedSearches

Name = Annotated[str, typer.Argument(help="The saved search's name.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Saved searches, which are run again after each import.", no_args_is_help=True)
    group.command("list")(list_)
    group.command("run")(run)
    group.command("seen")(seen)
    group.command("rename")(rename)
    group.command("remove")(remove)
    app.add_typer(group, name="searches")


def list_(case: Case, as_json: AsJson = False) -> None:
    """List the saved searches: what they ask, and how many hits are new."""
    with open_to_search(case) as gallery:
        schema = _model(gallery).schema
        rows = [_row(saved, schema) for saved in gallery.saved_queries()]
    if as_json:
        write_json({"searches": rows})
        return
    lines = [f"{row['name']}: {row['words']}" + (f" ({row['new']:,} new)" if row["new"] else "") for row in rows]
    write_text("\n".join(lines) or "The case has no saved search; bolo search CASE … --save NAME makes one.")


def run(
    case: Case,
    name: Name,
    only_new: Annotated[bool, typer.Option("--new", help="Rank its new hits alone.")] = False,
    limit: Limit = 200,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    sheet: Sheet = None,
) -> None:
    """Rank the people of a case by a saved search, best first."""
    refuse_two_forms(as_json, as_csv)
    with open_to_search(case) as gallery:
        model = _model(gallery)
        from engine.search.saved_searches import SavedSearches
        from engine.search.searcher import Searcher

        ranking = SavedSearches(gallery, model).run(name, limit=limit, only_new=only_new)
        refuse_unembedded(ranking, model.name)
        selectivity = Searcher(gallery, model).estimate(ranking.query, ranking.filters)
        if not gallery.read_only:
            gallery.log("search", ranking.facts() | {"saved": name})
        show_ranking(ranking, selectivity, gallery, as_json=as_json, as_csv=as_csv, sheet=sheet)


def seen(case: Case, name: Name, as_json: AsJson = False) -> None:
    """Mark the new hits of a saved search as seen."""
    with _saved(case) as (gallery, searches):
        crop_ids = gallery.new_hits(name)
        searches.mark(name, crop_ids, seen=True)
    if as_json:
        write_json({"name": name, "seen": len(crop_ids)})
    else:
        write_text(f"{len(crop_ids):,} hits of “{name}” are marked as seen.")


def rename(
    case: Case, name: Name, new_name: Annotated[str, typer.Argument(help="Its new name.")], as_json: AsJson = False
) -> None:
    """Give a saved search another name."""
    with _saved(case) as (_, searches):
        taken = searches.rename(name, new_name)
    if as_json:
        write_json({"name": taken})
    else:
        write_text(f"“{name}” is called “{taken}” now.")


def remove(case: Case, name: Name, as_json: AsJson = False) -> None:
    """Take a saved search away; crops, reviews and the log stay."""
    with _saved(case) as (_, searches):
        removed = searches.remove(name)
    text = removed.query.asks.text
    if as_json:
        write_json({"removed": name, "query": text})
    else:
        write_text(f"“{name}” is removed; it asked for: {text or 'anyone'}")


@contextmanager
def _saved(case: Case) -> "Iterator[tuple[Gallery, SavedSearches]]":
    """Open the case for a change of its saved searches."""
    from engine.gallery.gallery import Gallery
    from engine.search.saved_searches import SavedSearches

    with Gallery.open(case) as gallery:
        yield gallery, SavedSearches(gallery, _model(gallery))


def _model(gallery: "Gallery") -> "QueryModel":
    from engine.registry.query_model import QueryModel

    return QueryModel.load(chosen_model(gallery, None))


def _row(saved: "SavedQuery", schema: "Schema") -> dict[str, Any]:
    """Return what is known of a saved search; one that this model cannot read says so in its words."""
    from engine.search.question import Question

    try:
        words = Question.read(saved.asks, schema).query.in_words(schema)
    except EngineError as error:
        words = str(error)
    return {
        "name": saved.name,
        "words": words,
        "query": saved.asks.text,
        "scorer": saved.asks.scorer,
        "from_reviews": saved.asks.learns,
        "saved_at": saved.saved_at.isoformat(timespec="seconds"),
        "new": saved.new,
    }
