"""`bolo demo`: the demo case, made if it is not there, in the window."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.import_command import run_import
from engine.cli.output import tell, write_text
from engine.cli.progress_line import shown_progress
from engine.cli.window_process import window_command
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.demo.demo_case import DemoCase

Folder = Annotated[Path | None, typer.Option("--dir", help="Where case and footage go; else the user's data folder.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    folder: Folder = None,
    no_window: Annotated[bool, typer.Option("--no-window", help="Stop before the window.")] = False,
) -> None:
    """Make the demo case if it is not there, and open it."""
    with shown_progress(quiet=False) as progress:
        made = make_demo(folder, progress)
    write_text(f"The demo case lies at {made.case}")
    if no_window:
        return
    if not _has_display():
        tell(f"There is no display to open a window on; where there is one, run: bolo {made.case}")
        return
    raise typer.Exit(_open_window(made.case))


def make_demo(folder: Path | None, progress: Progress) -> "DemoCase":
    """Draw the demo's footage and import it as any other; what is there already is kept.

    A case made with an earlier model is embedded with today's, or no search would find anything in it.
    """
    from engine import paths
    from engine.demo.demo_case import ZONE, make_demo_case
    from engine.jobs.import_spec import ImportSpec

    def take_in(case: Path, sources: tuple[Path, ...]) -> None:
        run_import(ImportSpec(case=case, paths=sources, zone=ZONE), None, progress)

    made = make_demo_case(paths.user_data_dir() if folder is None else folder.absolute(), take_in, progress)
    _embed_waiting(made.case, progress)
    return made


def _embed_waiting(case: Path, progress: Progress) -> None:
    """Embed the crops that the case's model has not embedded; torch is loaded only where there are any."""
    from engine.cli.open_case import chosen_model
    from engine.gallery.gallery import Gallery

    with Gallery.open(case) as gallery:
        installed = chosen_model(gallery, None)
        if not gallery.crops_without_embedding(installed.card.model_id):
            return
        from engine.jobs.embed_gallery import embed_gallery
        from engine.registry.loading import load_model

        with gallery.writer():
            embed_gallery(gallery, load_model(installed), progress)


def _has_display() -> bool:
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in wanted)


def _open_window(case: Path) -> int:
    """Open the case in the window and return how it ended."""
    return subprocess.run(window_command([str(case)]), check=False).returncode
