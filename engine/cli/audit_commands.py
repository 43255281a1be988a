"""`bolo audit …`: the log of what was done with a case."""

from typing import TYPE_CHECKING

import typer

from engine.cli.case_commands import AsJson, Case
from engine.cli.output import tell, write_json, write_text

if TYPE_CHECKING:
    from engine.gallery.records import AuditCheck


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="The log of what was done with a case.", no_args_is_help=True)
    group.callback()(_about)
    group.command("verify")(verify)
    app.add_typer(group, name="audit")


def _about() -> None:
    """Keep `verify` a command of its own, though it is the only one."""


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
