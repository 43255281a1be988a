"""`bolo export`: chosen crops with their frames for somebody else, and checking such a package."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.case_arguments import AsJson
from engine.cli.open_case import open_to_search
from engine.cli.output import tell, write_json, write_text
from engine.cli.progress_line import shown_progress
from engine.gallery.records import CropId
from engine.progress import Progress

if TYPE_CHECKING:
    from engine.jobs.export_package import ExportSummary

Crops = Annotated[
    list[int],
    typer.Option("--crop", metavar="ID", help="A crop to export; without, what is bookmarked, confirmed or unsure."),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    case: Annotated[Path | None, typer.Argument(metavar="CASE", help="The case's folder.")] = None,
    out: Annotated[Path | None, typer.Argument(metavar="OUT_DIR", help="The package's folder; empty or new.")] = None,
    crop: Crops = [],  # noqa: B006 - typer copies it
    verify: Annotated[Path | None, typer.Option(metavar="DIR", help="Check a package instead.")] = None,
    as_json: AsJson = False,
) -> None:
    """Write crops, their frames, tables, the log and a manifest of hashes into a folder that can be checked anywhere.

    The folder holds SHA256SUMS for sha256sum -c, and verify.py, which needs Python alone. --verify ends with 1 where a
    file was changed, is missing or was added.
    """
    if verify is not None:
        if case is not None:
            raise typer.BadParameter("--verify takes the package's folder alone.")
        _verify(verify, as_json=as_json)
        return
    if case is None or out is None:
        raise typer.BadParameter("name the case and the folder to export to, or --verify DIR.")
    with shown_progress(quiet=as_json) as progress:
        done = run_export(case, out, crop, progress)
    if as_json:
        left_out = list(done.left_out)
        counts = {"crops": done.crops, "frames": done.frames, "manifest_sha256": done.manifest_sha256}
        write_json({"out": str(done.out), **counts, "left_out": left_out})
        return
    write_text(f"{done.crops} crops and {done.frames} frames lie at {done.out}; manifest {done.manifest_sha256}")
    for sentence in done.left_out:
        tell(f"bolo: {sentence}")


def run_export(case: Path, out: Path, crops: list[int], progress: Progress) -> "ExportSummary":
    """Export these crops, or those that were chosen in the case."""
    from engine.jobs.export_package import export_package

    with open_to_search(case) as gallery:
        return export_package(gallery, out, progress, [CropId(crop_id) for crop_id in crops] or None)


def _verify(folder: Path, *, as_json: bool) -> None:
    from engine.casework.package_check import MANIFEST, check_package, sha256_of
    from engine.errors import MissingPathError

    if not folder.is_dir():
        raise MissingPathError(folder)
    faults = check_package(folder)
    digest = None if faults else sha256_of(folder / MANIFEST)
    if as_json:
        write_json({"is_whole": not faults, "faults": faults, "manifest_sha256": digest})
    elif not faults:
        write_text(f"The package is whole; the hash of its manifest is {digest}")
    for fault in faults:
        tell(f"bolo: {fault}")
    if faults:
        raise typer.Exit(1)
