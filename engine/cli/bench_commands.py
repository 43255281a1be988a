"""`bolo bench …`: how fast, as ratios within one run."""

from dataclasses import asdict
from typing import Annotated

import typer

from engine.cli.output import write_json, write_text


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Measure how fast Bolo is, against the bare minimum.", no_args_is_help=True)
    group.command("startup")(startup)
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
