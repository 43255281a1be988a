"""`bolo job …`: jobs as the window's child process; one JSON event a line on stdout, `cancel` on stdin."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli import (
    camera_commands,
    demo_command,
    detection_options,
    export_command,
    labels_commands,
    model_jobs,
    report_command,
    training_jobs,
)
from engine.cli import import_options as options
from engine.cli.case_arguments import Case
from engine.cli.import_command import run_import
from engine.cli.relink_command import Places, run_relink
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.casework.relink import RelinkReport
    from engine.demo.demo_case import DemoCase
    from engine.gallery.records import CameraChange
    from engine.jobs.embed_gallery import EmbedSummary
    from engine.jobs.export_package import ExportSummary
    from engine.jobs.import_spec import ImportSummary
    from engine.jobs.look_for_new import NewHits
    from engine.jobs.people_preview import PeoplePreview
    from engine.jobs.picture_example import EmbeddedPicture


def register(app: typer.Typer) -> None:
    """Add the commands; they are the window's, and so not listed."""
    group = typer.Typer(no_args_is_help=True)
    group.command("import")(import_)
    group.command("preview-people")(preview_people)
    group.command("frames")(frames)
    group.command("relink")(relink)
    group.command("export")(export)
    group.command("report")(report)
    group.command("labels-import")(labels_import)
    group.command("labels-export")(labels_export)
    group.command("camera")(camera)
    group.command("embed")(embed)
    model_jobs.register(group)
    group.command("searches")(searches)
    group.command("embed-picture")(embed_picture)
    group.command("demo")(demo)
    training_jobs.register(group)
    app.add_typer(group, name="job", hidden=True)


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
    fetch_detector: options.FetchDetector = False,
    model: options.Model = None,
) -> None:
    """Import footage."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "ImportSummary":
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
            may_fetch=fetch_detector,
        )
        return run_import(spec, model, progress)

    raise typer.Exit(run_as_child(job))


def preview_people(
    case: Case,
    sources: options.Sources,
    camera: options.Camera = None,
    name_pattern: options.NamePattern = None,
    times: options.TimeList = None,
    detector: options.Detector = "auto",
    detector_weights: options.DetectorWeights = None,
) -> None:
    """Look for people in a few frames of footage that is not imported yet."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "PeoplePreview":
        from engine.jobs.people_preview import preview_people

        spec = options.spec_of(
            case,
            sources,
            camera=camera,
            start=None,
            zone=None,
            detector=detector,
            weights=detector_weights,
            sampling=options.sampling_of(1, None, on_change=False),
            name_pattern=name_pattern,
            time_list=times,
        )
        return preview_people(spec, progress)

    raise typer.Exit(run_as_child(job))


def frames() -> None:
    """Hand out single frames of videos, one for each line on stdin."""
    from engine.jobs.frames import serve_frames

    serve_frames(sys.stdin, sys.stdout)


def relink(case: Case, places: Places) -> None:
    """Look for moved originals."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "RelinkReport":
        return run_relink(case, places, progress)

    raise typer.Exit(run_as_child(job))


def export(
    case: Case,
    out: Annotated[Path, typer.Argument(help="The package's folder.")],
    crop: export_command.Crops = [],  # noqa: B006
) -> None:
    """Export crops."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "ExportSummary":
        return export_command.run_export(case, out, crop, progress)

    raise typer.Exit(run_as_child(job))


def report(case: Case, out: report_command.Out) -> None:
    """Write the report."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> report_command.ReportSummary:
        return report_command.run_report(case, out, progress)

    raise typer.Exit(run_as_child(job))


def labels_import(case: Case, file: labels_commands.CsvFile, labeller: labels_commands.Labeller = None) -> None:
    """Take labels in; rows that cannot be used are told as failures."""
    from engine.jobs.runner import run_as_child
    from engine.progress import FileFailed

    def job(progress: Progress) -> labels_commands.LabelFileSummary:
        taken = labels_commands.take_in(case, file, labeller)
        for problem in taken.problems:
            progress.tell(FileFailed(path=f"{file.name}:{problem.row}", reason=f"row {problem.row} {problem.what}."))
        return labels_commands.LabelFileSummary(labels=taken.labels, crops=taken.crops, unusable=len(taken.problems))

    raise typer.Exit(run_as_child(job))


def labels_export(case: Case, file: labels_commands.CsvFile) -> None:
    """Write all labels."""
    from engine.jobs.runner import run_as_child

    def job(_progress: Progress) -> labels_commands.LabelFileSummary:
        return labels_commands.LabelFileSummary(rows=labels_commands.write_out(case, file))

    raise typer.Exit(run_as_child(job))


def camera(
    case: Case,
    name: camera_commands.Name,
    zone: camera_commands.Zone = None,
    clock_offset: camera_commands.ClockOffset = None,
    rename: camera_commands.Rename = None,
) -> None:
    """Correct a camera."""
    from engine.jobs.runner import run_as_child

    def job(_progress: Progress) -> "CameraChange":
        return camera_commands.change_camera(case, name, zone=zone, ahead_s=clock_offset, rename=rename)

    raise typer.Exit(run_as_child(job))


def embed(case: Case, model: options.Model = None) -> None:
    """Embed what a model has not embedded yet."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "EmbedSummary":
        from engine.cli.open_case import chosen_model
        from engine.gallery.gallery import Gallery
        from engine.jobs.embed_gallery import embed_gallery
        from engine.jobs.look_for_new import look_for_new
        from engine.registry.loading import load_model

        with Gallery.open(case) as gallery, gallery.writer():
            done = embed_gallery(gallery, load_model(chosen_model(gallery, model)), progress)
            return replace(done, alerts=look_for_new(gallery, progress))

    raise typer.Exit(run_as_child(job))


def searches(case: Case) -> None:
    """Run the saved searches over what has come since they were last run."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "NewHits":
        from engine.gallery.gallery import Gallery
        from engine.jobs.look_for_new import NewHits, look_for_new

        with Gallery.open(case) as gallery, gallery.writer():
            return NewHits(alerts=look_for_new(gallery, progress))

    raise typer.Exit(run_as_child(job))


def embed_picture(case: Case, picture: Annotated[Path, typer.Argument(help="Of one person, cut out.")]) -> None:
    """Embed a picture to search by."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "EmbeddedPicture":
        from engine.jobs.picture_example import embed_picture_for

        return embed_picture_for(case, picture, progress)

    raise typer.Exit(run_as_child(job))


def demo(folder: demo_command.Folder = None) -> None:
    """Make the demo case if it is not there."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "DemoCase":
        return demo_command.make_demo(folder, progress)

    raise typer.Exit(run_as_child(job))
