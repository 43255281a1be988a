"""`bolo crops`: every crop of a case."""

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import write_json, write_text
from engine.cli.search_output import AsCsv, refuse_two_forms


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("crops")(crops)


def crops(case: Case, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """List every crop: source, frame (from 1), time, camera, box, detector's score, track, quality."""
    from engine.gallery.gallery import Gallery
    from engine.search.tables import crops_to_csv, crops_to_json

    refuse_two_forms(as_json, as_csv)
    with Gallery.open(case, read_only=True) as gallery:
        if as_json:
            write_json({"crops": crops_to_json(gallery.iter_crops())})
        else:
            write_text(crops_to_csv(gallery.iter_crops()))
