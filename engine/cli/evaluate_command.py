"""`bolo evaluate`: how well a model does on labelled data."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from engine.cli.case_commands import AsJson
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate")(evaluate)


def evaluate(
    model: Annotated[str, typer.Argument(help="An installed model, by name or id, or a model's folder.")],
    data: Annotated[Path, typer.Option(help="The labelled data.")],
    split: Annotated[str, typer.Option(help="train, validation or test.")] = "test",
    protocol: Annotated[Literal["full", "recognition"], typer.Option(help="What to measure.")] = "full",
    as_json: AsJson = False,
) -> None:
    """Measure a model: the search with whole descriptions, or the recognition of attributes."""
    from engine.cli.models_commands import installed_or_folder
    from engine.jobs import evaluate as job

    spec = job.EvaluateSpec(model=installed_or_folder(model), data=data, split=split, protocol=job.Protocol(protocol))
    with shown_progress(quiet=as_json) as progress:
        figures = job.evaluate(spec, progress)
    if as_json:
        write_json(figures)
        return
    for name, figure in figures.items():
        write_text(f"{name:<14} {figure}")
