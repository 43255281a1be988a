"""Writing a report for another process: a line of JSON for each page, and one for the end."""

import json
import sys
from pathlib import Path

from app.case.trouble import TROUBLE, say_trouble
from app.report.report_writer import write_report
from engine.errors import ReadOnlyCaseError
from engine.gallery.gallery import Gallery


def write_for_another(case: Path, out: Path) -> int:
    """Write the report on a case; a case that cannot be written is reported on all the same, and unnoted."""
    try:
        with _opened(case) as gallery:
            sha256, pages = write_report(gallery, out, lambda _done, pages: _say(pages=pages))
            _say(sha256=sha256, pages=pages, noted=not gallery.read_only)
    except TROUBLE as error:
        _say(error=say_trouble(error))
        return 1
    return 0


def _opened(case: Path) -> Gallery:
    try:
        return Gallery.open(case)
    except ReadOnlyCaseError:
        return Gallery.open(case, read_only=True)


def _say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()
