"""What is kept of an error that nobody foresaw, so that it can be reported."""

import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from engine import paths


def write_crash_report(error: BaseException, argv: Sequence[str]) -> Path:
    """Write the traceback and what was asked into the user's folder, else the temporary one; return the file.

    Raises:
        OSError: if neither folder can be written.
    """
    text = crash_text(error, argv)
    name = f"bolo-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.txt"
    try:
        return _write(paths.user_data_dir() / "reports" / name, text)
    except OSError:
        return _write(Path(tempfile.gettempdir()) / name, text)


def crash_text(error: BaseException, argv: Sequence[str]) -> str:
    """Return what a report holds: versions, time, what was asked, and the traceback."""
    head = f"Bolo {_version()}, Python {platform.python_version()}, {platform.platform()}"
    asked = f"bolo {' '.join(argv)}"
    return "\n".join([head, datetime.now(UTC).isoformat(), asked, "", *traceback.format_exception(error)])


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return path


def _version() -> str:
    try:
        return metadata.version("bolo")
    except metadata.PackageNotFoundError:
        return "from its source tree"
