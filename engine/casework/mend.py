"""Mending what a check of a case found, as far as it is derived from the catalog."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from engine.casework.verify import VerifyReport
from engine.errors import CaseError
from engine.gallery.gallery import INDEX_FOLDER, Gallery


def mend_drift(folder: Path, report: VerifyReport) -> VerifyReport:
    """Make the files of the index that say other than the catalog anew; nothing else is touched.

    A window that has the case open goes on with what it has loaded until it opens the case again.

    Returns:
        The report with the names of those that are right now; of none where the case cannot be written.
    """
    if not report.drifted:
        return report
    try:
        return replace(report, mended=tuple(_made_anew(folder, report.drifted)))
    except (CaseError, OSError):  # read-only, damaged, or a file that another process holds: what was found stands
        return report


def _made_anew(folder: Path, names: Iterable[str]) -> list[str]:
    with Gallery.open(folder) as gallery:
        for name in names:
            (gallery.folder / INDEX_FOLDER / name).unlink(missing_ok=True)
        for model_id in gallery.models():
            gallery.index(model_id)
            gallery.searchable(model_id)
        still_wrong = gallery.drifted_index_files()
    return [name for name in names if name not in still_wrong]
