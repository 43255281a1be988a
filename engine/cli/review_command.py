"""`bolo review`: what the user says of a crop."""

from typing import Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import write_json, write_text
from engine.gallery.records import CropId, ReviewState


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("review")(review)


def review(
    case: Case,
    crop_id: Annotated[int, typer.Argument(help="The crop.")],
    state: Annotated[ReviewState, typer.Argument(help="What it is; unreviewed takes an earlier word back.")],
    note: Annotated[str, typer.Option(help="Why.")] = "",
    reviewer: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so; else this machine's user.")] = None,
    as_json: AsJson = False,
) -> None:
    """Say whether a crop shows the person looked for; every word is kept, and the last one counts."""
    from engine.gallery.gallery import Gallery
    from engine.search.reviewing import review_crop

    with Gallery.open(case) as gallery:
        said = review_crop(gallery, CropId(crop_id), state, note, reviewer)
    if as_json:
        write_json({"crop_id": said.crop_id, "review": state.value, "note": said.note, "who": said.who})
    else:
        write_text(f"Crop {crop_id} is {state.value}.")
