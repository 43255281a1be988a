"""The questions that the page asks; each dialog is gone when it is answered."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from app.case.case_service import CaseService
from app.engine_words import schema_in_language
from app.jobs.orders import label_export_order, label_import_order
from app.labelling.label_desk import LabelDesk
from app.theme.theme import Theme
from app.translate import tr

if TYPE_CHECKING:
    from app.labelling.agreement_reading import Agreement


class LabelDialogs(QObject):
    """Opens dialogs over the page, and has the desk do what was answered."""

    job_ordered = Signal(object)  # JobOrder
    crop_wanted = Signal(object)  # CropId: it is to be shown alone

    def __init__(self, theme: Theme, service: CaseService, desk: LabelDesk, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._service = service
        self._desk = desk
        self._page = page

    def choose_groups(self) -> None:
        """Ask which groups are asked."""
        from app.labelling.groups_dialog import GroupsDialog

        desk = self._desk
        asked = frozenset(group.id for group in desk.groups)
        dialog = GroupsDialog(self._theme, desk.all_groups, asked, desk.counts, self._page)
        dialog.accepted.connect(lambda: desk.set_chosen(dialog.chosen))
        self._open(dialog)

    def ask_name(self) -> None:
        """Ask in whose name labels are given."""
        dialog = QInputDialog(self._page, objectName="labellerDialog")
        dialog.setWindowTitle(tr("Labeller"))
        dialog.setLabelText(
            tr("Who labels now? Everybody sees their own labels alone; both can be compared afterwards.")
        )
        dialog.setTextValue(self._desk.labeller_name)
        dialog.textValueSelected.connect(self._take_name)
        self._open(dialog)

    def show_attributes(self) -> None:
        """Show what can be asked, to be changed."""
        from app.labelling.attributes_dialog import AttributesDialog

        if self._desk.kept is not None:
            dialog = AttributesDialog(self._theme, self._service, self._desk.kept, self._page)
            dialog.changed.connect(self._desk.open)
            self._open(dialog)

    def compare(self) -> None:
        """Show how far the labellers agree."""
        from app.labelling.agreement_reading import read_agreement

        self._service.ask_case(read_agreement, self._show_agreement)

    def ask_for_import(self) -> None:
        """Ask for the CSV to take labels in from."""
        dialog = QFileDialog(self._page, tr("A CSV with labels"), str(self._service.folder.parent), tr("CSV (*.csv)"))
        dialog.setObjectName("labelImport")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._order_import)
        self._open(dialog)

    def ask_for_export(self) -> None:
        """Ask for the CSV to write all labels to."""
        folder = self._service.folder
        proposed = f"{folder.stem} {date.today().isoformat()}.csv"
        dialog = QFileDialog(self._page, tr("The CSV to write the labels to"), str(folder.parent), tr("CSV (*.csv)"))
        dialog.setObjectName("labelExport")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(proposed)
        dialog.fileSelected.connect(lambda file: self.job_ordered.emit(label_export_order(folder, Path(file))))
        self._open(dialog)

    def _order_import(self, file: str) -> None:
        self.job_ordered.emit(label_import_order(self._service.folder, Path(file), self._desk.labeller_name))

    def _show_agreement(self, found: "Agreement") -> None:
        from app.labelling.agreement_dialog import AgreementDialog

        if self._desk.kept is not None and self._page.isVisible():
            schema = schema_in_language(self._desk.kept.schema)
            dialog = AgreementDialog(self._theme, found, schema, self._page)
            dialog.crop_wanted.connect(self.crop_wanted)
            self._open(dialog)

    def _take_name(self, name: str) -> None:
        if name.strip() and name.strip() != self._desk.labeller_name:
            self._desk.set_labeller(name.strip())

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
