"""`bolo case …`: make a case, say what is in it, check it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli import camera_commands, coverage_command, relink_command
from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import tell, write_json, write_text
from engine.cli.progress_line import shown_progress

if TYPE_CHECKING:
    from engine.casework.verify import VerifyReport


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Make, describe and check cases.", no_args_is_help=True)
    group.command("new")(new)
    group.command("info")(info)
    group.command("verify")(verify)
    camera_commands.register(group)
    relink_command.register(group)
    coverage_command.register(group)
    app.add_typer(group, name="case")


def new(
    case: Case,
    name: Annotated[str | None, typer.Option(help="What to call the case; else its folder's name.")] = None,
    reference: Annotated[str, typer.Option(help="The file number of the investigation.")] = "",
    purpose: Annotated[str, typer.Option(help="Why the footage is searched.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make an empty case."""
    from engine.casework.case import new_case

    made = new_case(case, name, reference, purpose)
    if as_json:
        write_json({"case": str(case), "name": made.name})
        return
    write_text(f"Made the case {made.name} at {case}. Import footage with: bolo import {case} FOLDER")


def info(case: Case, as_json: AsJson = False) -> None:
    """Say what a case is about and how much it holds."""
    facts = _facts(case)
    if as_json:
        write_json(facts)
        return
    for name, value in facts.items():
        write_text(f"{name:<22} {value}")


def verify(case: Case, as_json: AsJson = False) -> None:
    """Check databases, originals, audit log and index; ends with 1 where something is wrong.

    Files of the index that do not fit the catalog are made anew; nothing else is changed.
    """
    from engine.casework.mend import mend_drift
    from engine.casework.verify import verify_case

    with shown_progress(quiet=as_json) as progress:
        report = mend_drift(case, verify_case(case, progress))
    faults = list(_faults(report))
    if as_json:
        write_json({"is_whole": report.is_whole, "faults": faults, **_plain(asdict(report))})
    else:
        write_text(
            f"{report.originals} originals checked; " + ("all is as it was." if report.is_whole else "see below.")
        )
    for fault in faults:
        tell(f"bolo: {fault}")
    if not report.is_whole:
        raise typer.Exit(1)


def _facts(case: Path) -> dict[str, Any]:
    from engine.gallery.gallery import Gallery

    with Gallery.open(case, read_only=True) as gallery:
        about, counts, span = gallery.info(), gallery.counts(), gallery.time_span()
        cameras = gallery.cameras()
    return _plain(
        {
            "case": case,
            **asdict(about),
            "sources": counts.sources,
            "frames": counts.frames,
            "frames_without_people": counts.frames_without_people,
            "crops": counts.crops,
            "tracks": counts.tracks,
            "failures": counts.failures,
            "embedded": dict(counts.embedded),
            "cameras": cameras,
            "first_time": None if span is None else span[0].isoformat(),
            "last_time": None if span is None else span[1].isoformat(),
        }
    )


def _faults(report: "VerifyReport") -> list[str]:
    """Return a sentence for each fault."""
    faults = list(report.damage)
    faults += [f"{path} is not the file that was imported; find the original." for path in report.changed]
    faults += [f"{path} is missing; plug in its drive, or find it with “bolo case relink”." for path in report.missing]
    faults += [f"{path} cannot be read; check the drive." for path in report.unreadable]
    if report.crops_without_picture:
        faults.append(f"{len(report.crops_without_picture)} crops have lost their picture; import their source again.")
    if report.audit is None:
        faults.append("The audit log cannot be read; restore the case from a copy.")
    elif not report.audit.is_whole:
        faults.append(report.audit.in_words())
    return faults + [_said_drift(name, is_mended=name in report.mended) for name in report.drifted]


def _said_drift(name: str, *, is_mended: bool) -> str:
    if is_mended:
        return f"The index file {name} did not fit the case, and was made anew; open the case again where it is open."
    return f"The index file {name} does not fit the case; delete it, and it is made anew."


def _plain(facts: dict[str, Any]) -> dict[str, Any]:
    """Return the facts as values that JSON has; paths and times become text."""
    return dict(json.loads(json.dumps(facts, default=str)))
