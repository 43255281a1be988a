"""The demo case: drawn footage, taken in as any footage is, with descriptions stored to try."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.casework.case import new_case
from engine.demo.footage import render_demo_footage, source_folders
from engine.demo.queries import QUERIES
from engine.demo.truth import FILE_NAME
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, StoredSearch
from engine.progress import Progress

CASE_NAME = "demo.bolo"
FOOTAGE_NAME = "footage"
STORED = "demo descriptions stored"  # in the case's log
ZONE = "UTC"  # of the cameras' clocks, which the frames' names follow

TakeIn = Callable[[Path, tuple[Path, ...]], object]  # case, sources: the import


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCase:
    """Where the parts of the demo lie."""

    case: Path
    footage: Path

    @property
    def truth(self) -> Path:
        """The file with the truth of the footage."""
        return self.footage / FILE_NAME


def make_demo_case(folder: Path, take_in: TakeIn, progress: Progress) -> DemoCase:
    """Draw the footage, take it into a case and store the descriptions; what stands there already is kept.

    Stopped at any moment it goes on from there the next time: the descriptions are stored last.

    Args:
        folder: of the demo; the case and the footage come below it.
        take_in: imports sources into a case, and skips what the case has.
        progress: told of the drawing; the import tells its own.
    """
    demo = DemoCase(case=folder / CASE_NAME, footage=folder / FOOTAGE_NAME)
    if not demo.case.exists():
        new_case(demo.case, "Demo", purpose="To try Bolo out: every person in this footage is drawn.")
    if _is_finished(demo.case):
        return demo
    render_demo_footage(demo.footage, progress)
    take_in(demo.case, source_folders(demo.footage))
    with Gallery.open(demo.case) as gallery, gallery.writer():
        _store_descriptions(gallery)
    return demo


def _store_descriptions(gallery: Gallery) -> None:
    known = {query.name for query in gallery.saved_queries()}
    until = max(gallery.crop_ids(), default=CropId(0))
    for name, text in QUERIES:
        if name not in known:
            gallery.save_query(name, StoredSearch(text=text), until)
    gallery.log(STORED, {"names": [name for name, _ in QUERIES]})


def _is_finished(case: Path) -> bool:
    """Return whether the descriptions were stored once: the log says so, for the user may remove some later.

    A case that an earlier version made says it by having them all.
    """
    with Gallery.open(case) as gallery:  # for writing: it may have to be brought up to date
        has_all = {name for name, _ in QUERIES} <= {query.name for query in gallery.saved_queries()}
        return has_all or any(entry.action == STORED for entry in gallery.audit_entries())
