"""`bolo train`: a model from labelled data."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress

if TYPE_CHECKING:
    from engine.jobs.train import TrainSpec


def _check_settings(settings: list[str]) -> list[str]:
    for setting in settings:
        if not all(setting.partition("=")):
            raise typer.BadParameter(f"{setting} is no setting; write it as key=value.")
    return settings


Recipe = Annotated[str, typer.Argument(help="A recipe that comes with Bolo, or a .toml file.")]
Data = Annotated[Path, typer.Option(help="The labelled data.")]
Out = Annotated[Path, typer.Option(help="The folder for checkpoints and the model.")]
Settings = Annotated[
    list[str],
    typer.Option(
        "--set", metavar="KEY=VALUE", help="A field of the recipe; may be repeated.", callback=_check_settings
    ),
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on from the last checkpoint in --out.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("train")(train)


def train(
    recipe: Recipe,
    data: Data,
    out: Out = Path("runs"),
    settings: Settings = [],  # noqa: B006 - typer copies it
    resume: Resume = False,
    as_json: AsJson = False,
) -> None:
    """Train a model by a recipe, measure it, and write its weights and its card.

    On several GPUs: torchrun --nproc-per-node GPUS -m engine.cli train RECIPE --data DIR.
    """
    from engine.jobs import train as job
    from engine.training.team import is_first_process

    spec = spec_of(recipe, data, out, settings, resume=resume)
    with shown_progress(quiet=as_json) as progress:
        summary = job.train(spec, progress)
    if not is_first_process():
        return
    if as_json:
        write_json(json.loads(json.dumps(asdict(summary), default=str)))
    else:
        write_text(f"The model lies at {summary.model}. Install it with: bolo models add {summary.model}")


def spec_of(recipe: str, data: Path, out: Path, settings: Sequence[str], *, resume: bool) -> "TrainSpec":
    """Return what the options ask for; the run's folder is named after the recipe."""
    from engine.jobs.train import TrainSpec
    from engine.training.recipe import read_recipe

    read = read_recipe(recipe, dict(setting.split("=", 1) for setting in settings))
    return TrainSpec(recipe=read, data=data, out=out / read.name, resume=resume, cache=out / "cache")
