"""`bolo evaluate`: how well models do on labelled data."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from engine.cli.case_arguments import AsJson
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress

if TYPE_CHECKING:
    from engine.jobs.evaluate import Evaluation


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate")(evaluate)


def evaluate(
    models: Annotated[list[str], typer.Argument(help="Installed models, by name or id, or models' folders.")],
    data: Annotated[Path, typer.Option(help="The labelled data.")],
    split: Annotated[str, typer.Option(help="train, validation or test.")] = "test",
    protocol: Annotated[Literal["full", "partial", "recognition"], typer.Option(help="What to measure.")] = "full",
    as_json: AsJson = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown tables of all the figures.")] = False,
) -> None:
    """Measure models: the search with whole descriptions or partial ones, or the recognition of attributes."""
    from engine.cli.models_commands import installed_or_folder
    from engine.jobs import evaluate as job

    if as_json and as_markdown:
        raise typer.BadParameter("--json and --markdown exclude each other; take one of the two.")
    installed = tuple(installed_or_folder(name) for name in models)
    spec = job.EvaluateSpec(models=installed, data=data, split=split, protocol=job.Protocol(protocol))
    with shown_progress(quiet=as_json) as progress:
        evaluation = job.evaluate(spec, progress)
    if as_json:
        write_json(evaluation.to_dict())
    else:
        write_text(evaluation.to_markdown() if as_markdown else _in_short(evaluation))


def _in_short(evaluation: "Evaluation") -> str:
    """Return a line for each model with the figures that models are compared by."""
    lines = [f"{evaluation.protocol.value} on {evaluation.on}, percent"]
    for name, outcome in evaluation.outcomes.items():
        figures = "  ".join(f"{figure} {value:.1f}" for figure, value in outcome.headline.items())
        lines.append(f"{name:<20} {figures}")
    return "\n".join(lines)
