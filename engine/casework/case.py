"""Making a case, and saying what it is about."""

from datetime import UTC, datetime
from pathlib import Path

from engine.gallery.gallery import Gallery
from engine.gallery.records import CaseInfo


def new_case(folder: Path, name: str | None = None, reference: str = "", purpose: str = "") -> CaseInfo:
    """Make a case where nothing is, note in its log that it was made, and return what it is about.

    Args:
        folder: the case's own folder, by custom NAME.bolo.
        name: what the user calls the case; the folder's name without its ending where it is not given.
        reference: the file number of the investigation.
        purpose: why the footage is searched.

    Raises:
        CaseExistsError: if there is something at the path.
        ReadOnlyCaseError: if nothing can be written there.
    """
    info = CaseInfo(
        name=name or folder.absolute().stem, reference=reference, purpose=purpose, created=datetime.now(UTC)
    )
    with Gallery.create(folder, info) as gallery:
        gallery.log("case made", {"name": info.name, "reference": reference, "purpose": purpose})
    return info


def case_info(folder: Path) -> CaseInfo:
    """Return what a case is about; the case may be one that cannot be written."""
    with Gallery.open(folder, read_only=True) as gallery:
        return gallery.info()
