"""Chosen crops leave the window: as a contact sheet, or through the clipboard."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.case.case_service import CaseService
from app.case.case_sheet import CopiedCrops, copy_crops, save_sheet
from app.translate import say_number, tr
from engine.gallery.records import CropId
from engine.search.question import Question

ENDINGS = {"png": "PNG (*.png)", "pdf": "PDF (*.pdf)"}


class HandingOut(QObject):
    """Asks where a sheet is to go; what was done is told in a line.

    Args:
        service: the case.
        question: tells what is asked now.
        page: over which the dialog opens.
    """

    told = Signal(str)

    def __init__(self, service: CaseService, question: Callable[[], Question], page: QWidget) -> None:
        super().__init__(page)
        self._service = service
        self._question = question
        self._page = page
        self.dialog: QFileDialog | None = None
        self._copied: QMimeData | None = None

    def close(self) -> None:
        """Leave a picture alone on the clipboard, which Qt holds: what Python holds there it could not outlive."""
        clipboard = QApplication.clipboard()
        if self._copied is not None and clipboard.mimeData() is self._copied:  # nobody has copied since
            clipboard.setImage(clipboard.image())
        self._copied = None

    def copy(self, crop_ids: Sequence[CropId]) -> None:
        """Put crops on the clipboard, as a picture and as text."""
        if crop_ids:
            question = self._question()
            self._service.ask(lambda desk: copy_crops(desk, question, crop_ids), self._take_copy)

    def ask_for_sheet(self, crop_ids: Sequence[CropId]) -> None:
        """Ask where a contact sheet of crops is to go."""
        if not crop_ids:
            return
        dialog = self.dialog = QFileDialog(self._page.window(), tr("Save a contact sheet"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(ENDINGS.values()))
        dialog.setDefaultSuffix("png")
        dialog.selectFile(tr("contact sheet.png"))
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(next(end for end, name in ENDINGS.items() if name == chosen))
        )
        dialog.fileSelected.connect(lambda name: self.save_sheet(crop_ids, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        dialog.open()

    def save_sheet(self, crop_ids: Sequence[CropId], out: Path) -> None:
        """Save a contact sheet of crops."""
        question = self._question()
        self._service.ask(
            lambda desk: save_sheet(desk, question, crop_ids, out),
            lambda path: self.told.emit(tr("The contact sheet is saved as {path}.").format(path=path)),
        )

    def _take_copy(self, copied: CopiedCrops) -> None:
        data = QMimeData()
        data.setImageData(copied.picture)
        data.setText(copied.text)
        QApplication.clipboard().setMimeData(data)
        self._copied = data
        count = copied.text.count("\n") + 1
        words = tr("1 crop is on the clipboard.") if count == 1 else tr("{n} crops are on the clipboard.")
        self.told.emit(words.format(n=say_number(count)))

    def _forget(self) -> None:
        self.dialog = None
