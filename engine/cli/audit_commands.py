"""`bolo audit …`: the log of what was done with a case."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import tell, write_json, write_text

if TYPE_CHECKING:
    from engine.gallery.audit_check import AuditCheck


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The log of what was done with a case.", no_args_is_help=True)
    group.command("verify")(verify)
    group.command("replay")(replay)
    app.add_typer(group, name="audit")


def verify(
    case: Case,
    head: Annotated[
        str | None, typer.Option(metavar="[LINE:]HASH", help="A hash of the log that a report or export gives.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check that no line of the log was changed, taken out or put in; ends with 1 where one was.

    The chain is also held against the hashes that the case keeps beside its database, and against one from elsewhere:
    it shows a log that was cut off or made anew as a whole.
    """
    from engine.gallery.audit_check import KeptHead
    from engine.gallery.gallery import Gallery

    kept = None if head is None else KeptHead.read(head)
    with Gallery.open(case, read_only=True) as gallery:
        found = gallery.verify_audit(kept)
    _tell(found, as_json=as_json)
    if not found.is_whole:
        tell(f"bolo: {found.in_words()}")
        raise typer.Exit(1)


def _tell(found: "AuditCheck", *, as_json: bool) -> None:
    if as_json:
        facts = {"is_whole": found.is_whole, "entries": found.entries, "head": found.head}
        fault = None if found.fault is None else found.fault.value
        write_json({**facts, "broken_at": found.broken_at, "fault": fault, "sentence": found.in_words()})
    elif found.is_whole:
        write_text(found.in_words())


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
