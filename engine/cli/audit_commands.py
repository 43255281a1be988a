"""`bolo audit …`: the log of what was done with a case."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import tell, write_json, write_text

if TYPE_CHECKING:
    from engine.gallery.records import AuditCheck


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The log of what was done with a case.", no_args_is_help=True)
    group.command("verify")(verify)
    group.command("replay")(replay)
    app.add_typer(group, name="audit")


def verify(case: Case, as_json: AsJson = False) -> None:
    """Check that no line of the log was changed, taken out or put in; ends with 1 where one was."""
    from engine.gallery.gallery import Gallery

    with Gallery.open(case, read_only=True) as gallery:
        found = gallery.verify_audit()
    _tell(found, as_json=as_json)
    if not found.is_whole:
        tell(f"bolo: the audit log was changed at line {found.broken_at}; compare it with a copy of the case.")
        raise typer.Exit(1)


def _tell(found: "AuditCheck", *, as_json: bool) -> None:
    if as_json:
        facts = {"is_whole": found.is_whole, "entries": found.entries, "head": found.head}
        write_json({**facts, "broken_at": found.broken_at})
    elif found.is_whole:
        write_text(f"The log is whole: {found.entries} lines, the last with the hash {found.head}")


def replay(
    case: Case,
    number: Annotated[int | None, typer.Argument(help="The search's line in the log; else the last search.")] = None,
    as_json: AsJson = False,
) -> None:
    """Run a search of the log again, and say whether it gives the same ranking; ends with 1 where it does not."""
    from engine.cli.open_case import chosen_model
    from engine.gallery.gallery import Gallery
    from engine.registry.query_model import QueryModel
    from engine.search.replay import find_search
    from engine.search.replay import replay as run_again

    with Gallery.open(case, read_only=True) as gallery:
        entry = find_search(gallery, number)
        found = run_again(entry, gallery, QueryModel.load(chosen_model(gallery, None)))
    if as_json:
        write_json(asdict(found))
    else:
        same = "gives the same ranking" if found.is_same else "gives another ranking now"
        write_text(f"Line {found.number}, {found.at}, “{found.words}”: {same}.")
        for sentence in found.changes:
            write_text(sentence)
    if not found.is_same:
        raise typer.Exit(1)
