"""`bolo job …`: jobs as the window's child process; one JSON event a line on stdout, `cancel` on stdin."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from engine.cli import demo_command, train_command
from engine.cli import import_options as options
from engine.cli.case_commands import Case
from engine.cli.import_command import run_import
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.demo.demo_case import DemoCase
    from engine.jobs.embed_gallery import EmbedSummary
    from engine.jobs.import_spec import ImportSummary
    from engine.jobs.train import TrainSummary


def register(app: typer.Typer) -> None:
    """Add the commands; they are the window's, and so not listed."""
    group = typer.Typer(no_args_is_help=True)
    group.command("import")(import_)
    group.command("frames")(frames)
    group.command("embed")(embed)
    group.command("demo")(demo)
    group.command("train")(train)
    app.add_typer(group, name="job", hidden=True)


def import_(
    case: Case,
    sources: options.Sources,
    camera: options.Camera = None,
    start: options.Start = None,
    zone: options.Zone = None,
    detector: options.Detector = "auto",
    detector_weights: options.DetectorWeights = None,
    every: options.Every = 1,
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
            every=every,
            may_fetch=fetch_detector,
        )
        return run_import(spec, model, progress)

    raise typer.Exit(run_as_child(job))


def frames() -> None:
    """Hand out single frames of videos, one for each line on stdin."""
    from engine.jobs.frames import serve_frames

    serve_frames(sys.stdin, sys.stdout)


def embed(case: Case, model: options.Model = None) -> None:
    """Embed what a model has not embedded yet."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "EmbedSummary":
        from engine.cli.open_case import chosen_model
        from engine.gallery.gallery import Gallery
        from engine.jobs.embed_gallery import embed_gallery
        from engine.registry.loading import load_model

        with Gallery.open(case) as gallery, gallery.writer():
            return embed_gallery(gallery, load_model(chosen_model(gallery, model)), progress)

    raise typer.Exit(run_as_child(job))


def demo(folder: demo_command.Folder = None) -> None:
    """Make the demo case if it is not there."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "DemoCase":
        return demo_command.make_demo(folder, progress)

    raise typer.Exit(run_as_child(job))


def train(
    recipe: train_command.Recipe,
    data: train_command.Data,
    out: train_command.Out = Path("runs"),
    settings: train_command.Settings = [],  # noqa: B006 - typer copies it
    resume: train_command.Resume = False,
) -> None:
    """Train a model."""
    from engine.jobs.runner import run_as_child

    def job(progress: Progress) -> "TrainSummary":
        from engine.jobs import train as training

        return training.train(train_command.spec_of(recipe, data, out, settings, resume=resume), progress)

    raise typer.Exit(run_as_child(job))
