"""The command line: its commands, and how each of them ends."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from engine.cli import (
    audit_commands,
    bench_commands,
    bookmark_command,
    case_commands,
    crops_command,
    data_commands,
    demo_command,
    evaluate_command,
    export_command,
    import_command,
    job_commands,
    labels_commands,
    models_commands,
    plots_command,
    report_command,
    review_command,
    search_command,
    searches_commands,
    train_command,
)
from engine.cli.output import tell, write_text
from engine.errors import Cancelled, EngineError

DONE, USERS_ERROR, BAD_USAGE, CANCELLED, BUG = range(5)
_INTERRUPTED = 130  # what typer ends with on Ctrl+C


def make_app() -> typer.Typer:
    """Return the command line with all its commands."""
    app = typer.Typer(
        name="bolo",
        help="Find people in surveillance footage by what is known of them. Without a command: open the window.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_options)
    for module in (demo_command, import_command, search_command, searches_commands, review_command, crops_command):
        module.register(app)
    for module in (bookmark_command, labels_commands, export_command, report_command):
        module.register(app)
    for module in (train_command, evaluate_command, plots_command):
        module.register(app)
    for module in (case_commands, models_commands, data_commands, audit_commands, bench_commands, job_commands):
        module.register(app)
    return app


def run(argv: Sequence[str]) -> int:
    """Run one command line.

    Args:
        argv: what stands after `bolo`.

    Returns:
        The exit code: 0 done, 1 a user's error (one sentence on stderr), 2 bad usage, 3 cancelled, 4 a bug (with
        where its report lies).
    """
    return _ended(lambda: make_app()(args=list(argv), prog_name="bolo"), argv)


def _ended(command: Callable[[], object], argv: Sequence[str]) -> int:
    """Run the command and return the exit code of its end."""
    try:
        command()
    except SystemExit as end:
        return _exit_code(end)
    except EngineError as error:
        tell(f"bolo: {error}")
        return USERS_ERROR
    except (Cancelled, KeyboardInterrupt):
        tell("bolo: cancelled; what was done so far is kept, and the same command goes on from there.")
        return CANCELLED
    except OSError as error:
        return _report_disk(error, argv)
    except Exception as error:  # noqa: BLE001 - the entry point: an error that nobody foresaw is written down
        return _report_bug(error, argv)
    return DONE


def _exit_code(end: SystemExit) -> int:
    code = end.code if isinstance(end.code, int) else DONE
    if code == _INTERRUPTED:
        tell("bolo: cancelled; what was done so far is kept, and the same command goes on from there.")
        return CANCELLED
    return code


def _report_disk(error: OSError, argv: Sequence[str]) -> int:
    """Tell of a disk that is full, read-only or failing; of any other such error write the report."""
    from engine.jobs.users_disk import disk_sentence

    sentence = disk_sentence(error)
    if sentence is None:
        return _report_bug(error, argv)
    tell(f"bolo: {sentence}")
    return USERS_ERROR


def _report_bug(error: Exception, argv: Sequence[str]) -> int:
    from engine.jobs.crash_report import write_crash_report

    wrong = f"bolo: something went wrong that should not have ({type(error).__name__})"
    try:
        tell(f"{wrong}; the report lies at {write_crash_report(error, argv)}.")
    except OSError as unwritten:
        tell(f"{wrong}; no report could be written ({unwritten.strerror}).")
    return BUG


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib import metadata  # a fifth of the time that the command line takes to start

        write_text(f"Bolo {metadata.version('bolo')}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Take what stands before the command."""
