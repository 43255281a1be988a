"""Where crops come from, with their tracks and what was said of them: asked of the case before they are at hand."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from app.case.case_service import CaseService
from app.labelling.label_book import LabelBook
from app.labelling.label_reading import CropSheet, Sheets, read_sheets
from engine.gallery.records import CropId


class CropSheets(QObject):
    """Keeps what came.

    Args:
        service: the case.
        book: takes what was said.
        parent: of this.
    """

    came = Signal()

    def __init__(self, service: CaseService, book: LabelBook, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._book = book
        self._sheets: dict[CropId, CropSheet] = {}
        self._wanted: set[CropId] = set()
        self.labeller: str | None = None
        service.change_failed.connect(self._wanted.clear)  # what may never come is asked for again

    def sheet(self, crop_id: CropId) -> CropSheet | None:
        """Return where a crop comes from; None while that is on its way."""
        return self._sheets.get(crop_id)

    def look_up(self, crop_ids: Iterable[CropId]) -> None:
        """Ask of crops what is not known yet."""
        self._ask([id_ for id_ in crop_ids if id_ not in self._wanted and id_ not in self._sheets])

    def look_again(self, crop_ids: Sequence[CropId]) -> None:
        """Ask of these crops anew, and forget the others."""
        self._sheets = {crop_id: self._sheets[crop_id] for crop_id in crop_ids if crop_id in self._sheets}
        self._ask(list(crop_ids))

    def forget(self) -> None:
        """Know nothing any more."""
        self._sheets.clear()
        self._wanted.clear()

    def _ask(self, crop_ids: list[CropId]) -> None:
        if crop_ids:
            self._wanted.update(crop_ids)
            labeller = self.labeller
            self._service.ask_case(
                lambda gallery: read_sheets(gallery, crop_ids, labeller), lambda found: self._take(found, labeller)
            )

    def _take(self, found: Sheets, labeller: str | None) -> None:
        if labeller != self.labeller:
            return  # asked for somebody else
        self._sheets.update(found.sheets)
        self._wanted.difference_update(found.sheets)
        self._book.take(found.crop_ids, found.said)
        self.came.emit()
