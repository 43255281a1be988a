"""`bolo case relink`: say where moved originals lie now."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import tell, write_json, write_text
from engine.cli.progress_line import shown_progress
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.casework.relink import RelinkReport

Places = Annotated[
    list[Path],
    typer.Argument(
        metavar="[OLD_FOLDER] NEW_FOLDER",
        help="Where the originals were, as the case has it, and where they are; without the first, what is missing is "
        "looked for below the second.",
    ),
]


def register(group: typer.Typer) -> None:
    """Add the command to `bolo case`."""
    group.command("relink")(relink)


def relink(case: Case, places: Places, as_json: AsJson = False) -> None:
    """Say where originals lie that were moved, or whose drive has another name now.

    Every file is hashed before its path is changed; one with another content is left and named. The originals are only
    read. Ends with 1 where something was left.
    """
    with shown_progress(quiet=as_json) as progress:
        report = run_relink(case, places, progress)
    if as_json:
        write_json(
            {"is_complete": report.is_complete, "files": report.files, "frames": report.frames}
            | {"sources": report.sources}
            | {name: [str(path) for path in getattr(report, name)] for name in ("differing", "missing", "unreadable")}
        )
    else:
        write_text(
            f"{report.files} files found with the content they had; "
            f"{report.frames} frames and {report.sources} sources are linked to them."
        )
    for fault in _faults(report):
        tell(f"bolo: {fault}")
    if not report.is_complete:
        raise typer.Exit(1)


def run_relink(case: Path, places: list[Path], progress: Progress) -> "RelinkReport":
    """Relink one folder to another, or look for what is missing below the only one that is named."""
    from engine.casework.relink import find_missing, relink_folder

    if len(places) > 2:
        raise typer.BadParameter("name one old and one new folder, or the new one alone.")
    if len(places) == 1:
        return find_missing(case, places[0], progress)
    old, new = places
    return relink_folder(case, old, new, progress)


def _faults(report: "RelinkReport") -> list[str]:
    """Return a sentence for each file that was left."""
    faults = [f"{path} has another content than the file that was imported; it was left." for path in report.differing]
    faults += [f"{path} was not found at the new place; name the folder in which it lies." for path in report.missing]
    return faults + [f"{path} cannot be read; check the drive." for path in report.unreadable]
