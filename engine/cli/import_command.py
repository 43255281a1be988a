"""`bolo import`: footage into a case."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from engine.cli import import_options as options
from engine.cli.case_commands import AsJson, Case
from engine.cli.open_case import chosen_model
from engine.cli.output import tell, write_json, write_text
from engine.cli.progress_line import shown_progress
from engine.errors import MissingPathError, ModelError
from engine.progress import Noted, Progress

if TYPE_CHECKING:
    from engine.encoders.model import Model
    from engine.jobs.import_spec import ImportSpec, ImportSummary


HOG_INSTEAD = (
    "The detector is hog, as YOLOX's weights are not here. YOLOX finds more people, faster: "
    "fetch it with bolo models fetch-detector, or name its file with --detector-weights."
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_)


def import_(
    case: Case,
    sources: options.Sources,
    camera: options.Camera = None,
    start: options.Start = None,
    zone: options.Zone = None,
    detector: options.Detector = "auto",
    detector_weights: options.DetectorWeights = None,
    every: options.Every = 1,
    model: options.Model = None,
    as_json: AsJson = False,
) -> None:
    """Take footage into a case: find the people in it, keep them, and embed them for the search.

    What the case has already is skipped, so that the same command goes on where it was stopped. Files that cannot be
    used are named, and the rest goes on; the command then ends with 1.
    """
    spec = options.spec_of(
        case,
        sources,
        camera=camera,
        start=start,
        zone=zone,
        detector=detector,
        weights=detector_weights,
        every=every,
    )
    with shown_progress(quiet=as_json) as progress:
        summary = run_import(spec, model, progress)
    if as_json:
        write_json(summary.to_dict())
    else:
        write_text(_sentence(summary))
    for sentence in summary.unusable:
        tell(f"bolo: {sentence}")
    if summary.failures or summary.unusable:
        raise typer.Exit(1)


def run_import(spec: "ImportSpec", model_name: str | None, progress: Progress) -> "ImportSummary":
    """Import with the model that the user named, else the case's; where there is none yet, embed nothing."""
    from engine.detection.choose import DetectorKind
    from engine.detection.weights import find_yolox_weights
    from engine.jobs.import_footage import import_footage

    _refuse_missing(spec.paths)
    is_fallback = spec.detector is DetectorKind.AUTO and find_yolox_weights(spec.detector_weights) is None
    if is_fallback and not spec.may_fetch_weights:
        progress.tell(Noted(text=HOG_INSTEAD))
    return import_footage(spec, progress, embedder=_embedder(spec.case, model_name, progress))


def _refuse_missing(sources: tuple[Path, ...]) -> None:
    """Raise MissingPathError where no source is there, before the model is loaded, which takes seconds."""
    if not any(path.expanduser().exists() for path in sources):
        raise MissingPathError(sources[0])


def _embedder(case: Path, name: str | None, progress: Progress) -> "Model | None":
    from engine.gallery.gallery import Gallery

    with Gallery.open(case) as gallery:
        try:
            installed = chosen_model(gallery, name)
        except ModelError as error:
            if name is not None:
                raise
            progress.tell(Noted(text=f"The people are kept without being embedded. {error}"))
            return None
    from engine.registry.loading import load_model

    return load_model(installed)


def _sentence(summary: "ImportSummary") -> str:
    parts = [f"{summary.frames} frames taken in, {summary.crops} people found by {summary.detector}"]
    parts += [f"{summary.skipped} frames were there already"] if summary.skipped else []
    parts += [f"{summary.duplicates} have the content of another file"] if summary.duplicates else []
    parts += [f"{summary.failures} files could not be used"] if summary.failures else []
    return "; ".join(parts) + "."
