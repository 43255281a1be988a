"""`bolo report`: the report on a case as PDF, which the window's program writes with Qt."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.case_arguments import AsJson, Case
from engine.cli.output import write_json, write_text
from engine.cli.progress_line import shown_progress
from engine.cli.window_process import window_command
from engine.errors import EngineError
from engine.progress import Progress, StageMeter

Out = Annotated[Path, typer.Argument(metavar="OUT.pdf", help="The report; one that is there gives way.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """A report that was written."""

    out: Path
    pages: int
    sha256: str
    noted: bool  # in the case's log, which a case that cannot be written does not take


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report")(report)


def report(case: Case, out: Out, as_json: AsJson = False) -> None:
    """Write the report on a case: pictures, decisions, searches, what was searched and what not, the log's head."""
    with shown_progress(quiet=as_json) as progress:
        done = run_report(case, out, progress)
    if as_json:
        write_json({"out": str(done.out), "pages": done.pages, "sha256": done.sha256, "noted": done.noted})
    else:
        noted = "; the case's log has its hash" if done.noted else "; the case cannot be written, so its log lacks it"
        write_text(f"{done.pages} pages lie at {done.out}{noted}. SHA-256 {done.sha256}")


def run_report(case: Path, out: Path, progress: Progress) -> ReportSummary:
    """Have the report written; cancelled, the file that was there before stays.

    Raises:
        EngineError: if the case cannot be read or the report not be written.
    """
    command = window_command(["--write-report", str(out.absolute()), str(case.absolute())])
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        try:
            return _follow(child, out, progress)
        finally:
            if child.poll() is None:
                child.kill()  # it writes beside the report, which is replaced at the end


def _follow(child: "subprocess.Popen[str]", out: Path, progress: Progress) -> ReportSummary:
    """Tell how far the child is until it has said how it ended."""
    meter: StageMeter | None = None
    for line in child.stdout or ():
        progress.check()
        said = json.loads(line)
        if "error" in said:
            raise EngineError(said["error"])
        if "sha256" in said:
            return ReportSummary(out=out.absolute(), pages=said["pages"], sha256=said["sha256"], noted=said["noted"])
        meter = meter or StageMeter(progress, "Writing pages", said["pages"])
        meter.advance()
    last_words = (child.stderr.read() if child.stderr is not None else "").strip().splitlines()
    raise EngineError(f"The report could not be written; {last_words[-1] if last_words else 'its writer was ended'}.")
