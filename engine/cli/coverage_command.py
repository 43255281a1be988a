"""`bolo case coverage`: what of a case was searched and what was not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import write_json, write_text
from engine.cli.times import parse_duration
from engine.errors import ModelError

if TYPE_CHECKING:
    from engine.casework.coverage import CameraCoverage, Coverage, Span
    from engine.gallery.gallery import Gallery

GAPS_TOLD = 10

Gap = Annotated[
    float | None,
    typer.Option("--gap", parser=parse_duration, metavar="DURATION", help="Frames further apart leave a gap; else 5m."),
]
MinHeight = Annotated[int | None, typer.Option(min=1, metavar="PX", help="Less high crops are hard to judge; else 48.")]
MinSharpness = Annotated[
    float | None, typer.Option(min=0, help="Less sharp crops (variance of the Laplacian) are hard to judge; else 50.")
]


def register(group: typer.Typer) -> None:
    """Add the command to `bolo case`."""
    group.command("coverage")(coverage)


def coverage(
    case: Case,
    gap: Gap = None,
    min_height: MinHeight = None,
    min_sharpness: MinSharpness = None,
    as_json: AsJson = False,
) -> None:
    """Say, camera by camera, what a search of this case cannot see.

    Times without footage, files that failed, frames in which nobody was found, people too small or too blurred to
    judge, and people that the case's model has not embedded.
    """
    from engine.casework.coverage import read_coverage
    from engine.gallery.catalog.coverage import CoverageBounds
    from engine.gallery.gallery import Gallery

    usual = CoverageBounds()
    bounds = CoverageBounds(
        gap_s=usual.gap_s if gap is None else gap,
        min_height_px=usual.min_height_px if min_height is None else min_height,
        min_sharpness=usual.min_sharpness if min_sharpness is None else min_sharpness,
    )
    with Gallery.open(case, read_only=True) as gallery:
        found = read_coverage(gallery, _model_id(gallery), bounds)
    if as_json:
        write_json(found.to_dict())
    else:
        write_text("\n".join(_lines(found)) or "The case has no footage yet.")


def _model_id(gallery: "Gallery") -> str | None:
    """Return the id of the case's model, or None where it is not on this machine."""
    from engine.cli.open_case import chosen_model

    try:
        return chosen_model(gallery, None).card.model_id
    except ModelError:
        return None


def _lines(found: "Coverage") -> Iterator[str]:
    for camera in found.cameras:
        yield f"{camera.camera}: {camera.frames.frames} frames, {camera.crops.crops} people crops"
        yield from (f"  {line}" for line in (*_times(camera), *_unsearched(camera, found)))
    for failure in found.failures:
        yield f"Could not be used: {failure.path}: {failure.reason}"


def _times(camera: "CameraCoverage") -> Iterator[str]:
    if camera.span is not None:
        yield f"from {_said(camera.span)} UTC"
    for gap in camera.gaps[:GAPS_TOLD]:
        yield f"no footage from {_said(gap)} UTC"
    if len(camera.gaps) > GAPS_TOLD:
        yield f"… and {len(camera.gaps) - GAPS_TOLD} more gaps; --json has them all, --gap leaves out shorter ones"


def _unsearched(camera: "CameraCoverage", found: "Coverage") -> Iterator[str]:
    bounds, embedded = found.bounds, "embedded" if found.model_id else "embedded, for the case's model is not here"
    counts = (
        (camera.sources.unfinished, "sources imported in part; run their import again"),
        (camera.sources.failures, "files that could not be used"),
        (camera.frames.without_time, "frames without a time, which no time filter finds"),
        (camera.sources.passed_over, "frames passed over, for not every frame was to be looked at"),
        (camera.frames.without_people, "frames in which nobody was found"),
        (
            camera.crops.below_quality,
            f"crops hard to judge: {camera.crops.too_small} less than {bounds.min_height_px} px high, "
            f"{camera.crops.blurred} blurred (sharpness below {bounds.min_sharpness:g})",
        ),
        (camera.crops.not_embedded, f"crops not {embedded}, which no search finds"),
    )
    yield from (f"{count} {what}" for count, what in counts if count)
    yield from (f"people were left out by choice; taken were: {settings.in_words()}" for settings in camera.settings)


def _said(span: "Span") -> str:
    return f"{span.start:%Y-%m-%d %H:%M:%S} to {span.end:%Y-%m-%d %H:%M:%S}"
