"""`bolo bookmark`: crops to be found again, and crops that are part of the case."""

from typing import Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import write_json, write_text
from engine.gallery.records import BookmarkState, CropId


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("bookmark")(bookmark)


def bookmark(
    case: Case,
    crop_id: Annotated[int, typer.Argument(help="The crop.")],
    state: Annotated[BookmarkState, typer.Argument(help="What it is; none takes an earlier word back.")],
    note: Annotated[str, typer.Option(help="Why; what is added to the case needs it.")] = "",
    as_json: AsJson = False,
) -> None:
    """Bookmark a crop, or add it to the case; reports and exports show both."""
    from engine.casework.bookmarking import bookmark_crop
    from engine.gallery.gallery import Gallery

    with Gallery.open(case) as gallery:
        said = bookmark_crop(gallery, CropId(crop_id), state, note)
    if as_json:
        write_json({"crop_id": said.crop_id, "state": state.value, "note": said.note, "who": said.who})
    else:
        write_text(f"Crop {crop_id}: {'no bookmark' if state is BookmarkState.NONE else state.value}.")
