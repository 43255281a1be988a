"""`bolo bench …`: how fast, as ratios within one run."""

from dataclasses import asdict
from typing import Annotated

import typer

from engine.cli import train_command
from engine.cli.output import write_json, write_text


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Measure how fast Bolo is, against the bare minimum.", no_args_is_help=True)
    group.command("startup")(startup)
    group.command("train")(train)
    app.add_typer(group, name="bench")


def startup(
    runs: Annotated[int, typer.Option(min=5, help="Runs of each window; the medians count.")] = 7,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Time Bolo's window to the screen against an empty one."""
    from engine.cli.startup_benchmark import measure_startup

    figures = measure_startup(runs)
    if as_json:
        write_json(asdict(figures))
        return
    write_text(f"Bolo's window {figures.window_s:.3f} s, an empty one {figures.empty_s:.3f} s: {figures.ratio:.2f} ×")


def train(
    recipe: Annotated[str, typer.Argument(help="The recipe whose last stage is timed.")] = "peta-lite0",
    batch_size: Annotated[int | None, typer.Option(min=2, help="Crops a step; the recipe's own if not given.")] = None,
    steps: Annotated[int, typer.Option(min=1, help="Steps of a round.")] = 3,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds of each; the medians count.")] = 3,
    settings: train_command.Settings = [],  # noqa: B006 - typer copies it
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Time Bolo's training steps against a bare loop over decoded crops with the same model."""
    from engine.jobs.train_benchmark import measure_training
    from engine.training.recipe import read_recipe

    read = read_recipe(recipe, dict(setting.split("=", 1) for setting in settings))
    figures = measure_training(read, batch_size=batch_size, steps=steps, rounds=rounds)
    if as_json:
        write_json(asdict(figures))
        return
    write_text(
        f"Bolo trains on {figures.crops_per_second:.1f} crops a second, a bare loop on "
        f"{figures.bare_crops_per_second:.1f}: {figures.ratio:.2f} ×"
    )
