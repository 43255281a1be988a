"""`bolo data …`: what is in labelled data, and what is wrong with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from engine.cli.case_arguments import AsJson
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress

if TYPE_CHECKING:
    from engine.datasets.audit import DatasetAudit, PictureAudit

SHOWN = 10  # of each list; --json has more


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Look into labelled data before training on it.", no_args_is_help=True)
    group.callback()(_about)
    group.command("audit")(audit)
    app.add_typer(group, name="data")


def _about() -> None:
    """Keep `audit` a command of its own, though it is the only one."""


def audit(
    data: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the labelled data.")],
    kind: Annotated[
        Literal["auto", "peta", "market1501", "pa100k", "csv"], typer.Option(help="What it is; else told by its files.")
    ] = "auto",
    labels_only: Annotated[bool, typer.Option("--labels-only", help="Leave the pictures shut.")] = False,
    as_json: AsJson = False,
) -> None:
    """Count attributes and categories; find gaps, conflicts, duplicates, unreadable files and shared people."""
    from engine.datasets import audit as job
    from engine.datasets.dataset import DatasetKind
    from engine.datasets.read_dataset import read_dataset

    with shown_progress(quiet=as_json) as progress:
        dataset = read_dataset(data, None if kind == "auto" else DatasetKind(kind))
        found = job.audit(dataset, progress=progress, labels_only=labels_only)
    if as_json:
        write_json(found.to_dict())
        return
    for line in _lines(found):
        write_text(line)


def _lines(found: "DatasetAudit") -> Iterator[str]:
    """Yield what is to be read of the audit."""
    yield f"{found.title} ({found.kind})"
    for name, part in found.parts.items():
        once = f"{part.once:,} of them with one picture" if part.categories else "none"
        yield f"{name:<12} {part.pictures:,} pictures, {part.categories:,} categories ({once})"
        if part.pictures and part.never():
            yield f"{'':<12} nobody has {', '.join(part.never())}"
    yield from (missing.sentence() for missing in found.missing if missing.missing)
    yield from found.notes
    for shared in found.shared:
        people = f"{shared.people:,} people and " if shared.people else ""
        if shared.people or shared.categories:
            yield f"{' and '.join(shared.parts)} share {people}{shared.categories:,} categories."
    for conflict in found.conflicts:
        yield f"{conflict.group}: {conflict.several:,} pictures with several values, {conflict.none:,} with none."
    if found.problems:
        yield f"{len(found.problems):,} problems in the labels:"
        yield from (f"  row {problem.row} {problem.what}" for problem in found.problems[:SHOWN])
    yield from (finding.text for finding in found.findings)
    yield from (
        f"To label of {more.attribute}: {more.yes:,} more with it, {more.no:,} without." for more in found.wanted
    )
    if found.pictures is not None:
        yield from _picture_lines(found.pictures)


def _picture_lines(pictures: "PictureAudit") -> Iterator[str]:
    yield f"{pictures.read:,} pictures read, {len(pictures.unreadable):,} unreadable."
    yield from (f"  {bad.path}: {bad.reason}" for bad in pictures.unreadable[:SHOWN])
    differ = sum(same.labels_differ for same in pictures.same)
    yield f"{len(pictures.same):,} pictures stand there more than once, {differ:,} of them with different labels."
    near = pictures.near
    yield f"{near.pairs:,} pairs look alike, {near.between_parts:,} of them in two parts."
    yield f"{near.labels_differ:,} of those pairs have different labels."
    yield from (f"  {pair.first} ({pair.parts[0]}) and {pair.second} ({pair.parts[1]})" for pair in near.listed[:SHOWN])
