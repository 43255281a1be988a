"""`bolo plots`: a model in pictures."""

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.case_arguments import AsJson
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress

PICTURES = ("weights", "curves", "reliability", "rankings", "space")


def _check_pictures(names: list[str]) -> list[str]:
    wrong = next((name for name in names if name not in PICTURES), None)
    if wrong is not None:
        raise typer.BadParameter(f"{wrong} is no picture; there are {', '.join(PICTURES)}.")
    return names


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("plots")(plots)


def plots(
    model: Annotated[str, typer.Argument(help="An installed model, by name or id, or a model's folder.")],
    out: Annotated[Path, typer.Option(help="The folder for the pictures, each as PNG and SVG.")],
    data: Annotated[
        Path | None, typer.Option(help="The labelled data; without it weights and curves alone are drawn.")
    ] = None,
    split: Annotated[str, typer.Option(help="train, validation or test.")] = "test",
    pictures: Annotated[
        list[str],
        typer.Option(
            "--picture",
            help=f"What to draw: {', '.join(PICTURES)}; may be repeated. All, if none is named.",
            callback=_check_pictures,
        ),
    ] = [],  # noqa: B006 - typer copies it
    categories: Annotated[
        list[int],
        typer.Option(
            "--category",
            help="A category by its place in the split, from 0; may be repeated. If none is named: for the space those "
            "with the most pictures, for the rankings some at even steps from the best ranked to the worst.",
        ),
    ] = [],  # noqa: B006 - typer copies it
    rows: Annotated[int, typer.Option(min=1, max=40, help="Descriptions on the sheet of rankings.")] = 6,
    depth: Annotated[int, typer.Option(min=1, max=20, help="Pictures of each.")] = 10,
    history: Annotated[Path | None, typer.Option(help="A training's history.csv, in place of the card's.")] = None,
    as_json: AsJson = False,
) -> None:
    """Draw a model's learned weights, training, calibration, rankings and joint space."""
    from engine.cli.models_commands import installed_or_folder
    from engine.jobs import plots as job

    spec = job.PlotSpec(
        model=installed_or_folder(model),
        out=out,
        data=data,
        split=split,
        pictures=tuple(job.Picture(name) for name in pictures),
        categories=tuple(categories),
        rows=rows,
        depth=depth,
        history=history,
    )
    with shown_progress(quiet=as_json) as progress:
        summary = job.plot(spec, progress)
    if as_json:
        write_json({"files": [str(path) for path in summary.files]})
    else:
        write_text("\n".join(str(path) for path in summary.files))
