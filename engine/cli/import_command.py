"""`bolo import`: footage into a case."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from engine.cli import detection_options
from engine.cli import import_options as options
from engine.cli.case_arguments import AsJson, Case
from engine.cli.open_case import chosen_model
from engine.cli.output import tell, write_json, write_text
from engine.cli.progress_line import shown_progress
from engine.errors import FileError, MissingPathError, ModelError
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
    clock_offset: options.ClockOffset = None,
    name_pattern: options.NamePattern = None,
    times: options.TimeList = None,
    detector: options.Detector = "auto",
    detector_weights: options.DetectorWeights = None,
    every: options.Every = 1,
    min_height: detection_options.MinHeight = [],  # noqa: B006 - typer copies it
    min_score: detection_options.MinScore = [],  # noqa: B006
    ignore: detection_options.Ignore = [],  # noqa: B006
    fps: options.Fps = None,
    on_change: options.OnChange = False,
    watch: options.Watch = False,
    preview: options.Preview = False,
    model: options.Model = None,
    as_json: AsJson = False,
) -> None:
    """Take footage into a case: find the people in it, keep them, and embed them for the search.

    What the case has already is skipped, so that the same command goes on where it was stopped. Files that cannot be
    used are named, and the rest goes on; the command then ends with 1. With --watch it goes on with what arrives in the
    folders, until Ctrl+C ends it with 3.
    """
    spec = options.spec_of(
        case,
        sources,
        camera=camera,
        start=start,
        zone=zone,
        detector=detector,
        weights=detector_weights,
        sampling=options.sampling_of(every, fps, on_change=on_change),
        clock_offset=clock_offset,
        name_pattern=name_pattern,
        time_list=times,
        detection=detection_options.camera_wishes(min_height, min_score, ignore),
    )
    if watch:
        _refuse_an_end(preview=preview, as_json=as_json)
        _watch(spec, model)
    elif preview:
        _show_preview(spec, as_json=as_json)
    else:
        _import_and_tell(spec, model, as_json=as_json)


def _refuse_an_end(*, preview: bool, as_json: bool) -> None:
    if preview or as_json:
        raise typer.BadParameter("--watch comes to no end that --json or --preview could tell of; leave it out.")


def _import_and_tell(spec: "ImportSpec", model_name: str | None, *, as_json: bool) -> None:
    """Import, print the summary, and end with 1 where something could not be used."""
    with shown_progress(quiet=as_json) as progress:
        summary = run_import(spec, model_name, progress)
    if as_json:
        write_json(summary.to_dict())
    else:
        write_text("\n".join([summary.in_words(), *(f"{alert.in_words()}." for alert in summary.alerts)]))
    for sentence in summary.unusable:
        tell(f"bolo: {sentence}")
    if summary.failures or summary.unusable:
        raise typer.Exit(1)


def _show_preview(spec: "ImportSpec", *, as_json: bool) -> None:
    """Print what the first file names say."""
    from engine.jobs.name_preview import preview_names

    preview = preview_names(spec)
    if as_json:
        write_json(preview.to_dict())
    else:
        write_text("\n".join(preview.lines()))


def run_import(spec: "ImportSpec", model_name: str | None, progress: Progress) -> "ImportSummary":
    """Import with the model that the user named, else the case's; where there is none yet, embed nothing."""
    from engine.jobs.import_footage import import_footage

    return import_footage(spec, progress, embedder=_made_ready(spec, model_name, progress))


def _watch(spec: "ImportSpec", model_name: str | None) -> NoReturn:
    """Import what arrives, until it is cancelled."""
    from engine.jobs.import_footage import import_footage
    from engine.jobs.watch_folder import watch_folder

    for path in spec.paths:
        if path.is_file():
            raise FileError(path, "is a file, and no folder in which others could arrive; leave out --watch.")
    with shown_progress(quiet=False) as progress:
        embedder = _made_ready(spec, model_name, progress)
        watch_folder(spec, lambda asked: import_footage(asked, progress, embedder=embedder), progress)


def _made_ready(spec: "ImportSpec", model_name: str | None, progress: Progress) -> "Model | None":
    """Say what will be missed without better weights, and return the model that embeds, or None where there is none."""
    from engine.detection.choose import DetectorKind
    from engine.detection.weights import find_yolox_weights

    _refuse_missing(spec.paths)
    is_fallback = spec.detector is DetectorKind.AUTO and find_yolox_weights(spec.detector_weights) is None
    if is_fallback and not spec.may_fetch_weights:
        progress.tell(Noted(text=HOG_INSTEAD))
    return _embedder(spec.case, model_name, progress)


def _refuse_missing(sources: tuple[Path, ...]) -> None:
    """Raise MissingPathError where no source is there, before the model is loaded, which takes seconds."""
    if all(map(_is_missing, sources)):
        raise MissingPathError(sources[0])


def _is_missing(path: Path) -> bool:
    """Return whether there is surely nothing; what cannot be looked at is named by the import."""
    try:
        path.expanduser().lstat()
    except (FileNotFoundError, NotADirectoryError, RuntimeError):
        return True
    except OSError:
        return False
    return False


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
