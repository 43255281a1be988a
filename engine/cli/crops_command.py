"""`bolo crops`: every crop of a case."""

from typing import Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import write_json, write_text
from engine.cli.search_output import AsCsv, refuse_two_forms


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("crops")(crops)


Best = Annotated[
    int | None, typer.Option("--best", metavar="N", help="Of each track only the N crops that show the person best.")
]


def crops(case: Case, best: Best = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List every crop: source, frame (from 1), time, camera, box, detector's score, track, quality."""
    from engine.gallery.gallery import Gallery
    from engine.search.best_crops import best_crops_of_tracks
    from engine.search.tables import crops_to_csv, crops_to_json

    refuse_two_forms(as_json, as_csv)
    with Gallery.open(case, read_only=True) as gallery:
        kept = None if best is None else best_crops_of_tracks(gallery, best)
        listed = (crop for crop in gallery.iter_crops() if kept is None or crop.id in kept)
        if as_json:
            write_json({"crops": crops_to_json(listed)})
        else:
            write_text(crops_to_csv(listed))
