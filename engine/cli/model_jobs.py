"""`bolo job …` of models: switching a case, removing what one has said, taking one in, and drawing its space."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import models_commands
from engine.cli.case_arguments import Case
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.jobs.activate import ActivateSummary
    from engine.jobs.forget_model import ForgetSummary
    from engine.jobs.plots import PlotSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedModel:
    """A model that was taken in."""

    name: str


def register(group: typer.Typer) -> None:
    """Add the commands to those of `bolo job`."""
    group.command("activate")(activate)
    group.command("forget-model")(forget)
    group.command("add-model")(add)
    group.command("plot-space")(plot_space)


def activate(case: Case, model: models_commands.Name) -> None:
    """Switch the case to another model, once that has embedded all of it."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "ActivateSummary":
        return models_commands.run_activate(case, model, progress)

    raise typer.Exit(run_as_child(job))


def forget(case: Case, model: models_commands.NameOrId) -> None:
    """Remove what a model has said of the case's crops."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "ForgetSummary":
        return models_commands.run_forget(case, model, progress)

    raise typer.Exit(run_as_child(job))


def add(file: Annotated[Path, typer.Argument(help="A model file or folder.")]) -> None:
    """Take a model in, once everything about it has been checked."""
    from engine.jobs.runner import run_as_child

    def job(_progress: Progress) -> AddedModel:
        return AddedModel(name=models_commands.run_add(file).name)

    raise typer.Exit(run_as_child(job))


def plot_space(
    model: models_commands.Name,
    data: Annotated[Path, typer.Argument(help="The folder of labelled data.")],
    out: Annotated[Path, typer.Argument(help="The folder for the picture.")],
) -> None:
    """Draw the space that pictures and categories share."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "PlotSummary":
        from engine.jobs import plots
        from engine.registry.store import default_store

        spec = plots.PlotSpec(model=default_store().get(model), out=out, data=data, pictures=(plots.Picture.SPACE,))
        return plots.plot(spec, progress)

    raise typer.Exit(run_as_child(job))
