"""What the case is about: name, file number and purpose, kept as soon as a line is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import label
from app.widgets.named_line import line_row
from engine.gallery.records import CaseInfo


class CaseForm(QWidget):
    """There is no Save: a line that is left, or Return in it, keeps what stands there."""

    described = Signal(str, str, str)  # name, reference, purpose

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: CaseInfo | None = None
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(4 * theme.size("step"))
        form.setVerticalSpacing(2 * theme.size("step"))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.name_edit = line_row(form, tr("Name"), "caseName", "")
        self.reference_edit = line_row(form, tr("File number"), "caseReference", tr("none yet"))
        self.purpose_edit = line_row(form, tr("Purpose"), "casePurpose", tr("why the footage is searched"))
        self._made = label("", "muted", name="caseMade")
        form.addRow(label(tr("Made"), "muted"), self._made)
        for edit in self._edits:
            edit.editingFinished.connect(self._keep)

    @property
    def _edits(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self.name_edit, self.reference_edit, self.purpose_edit

    def show_info(self, info: CaseInfo) -> None:
        """Show what the case is about."""
        self._info = info
        for edit, text in zip(self._edits, (info.name, info.reference, info.purpose), strict=True):
            if not edit.hasFocus() or not edit.isModified():
                edit.setText(text)
                edit.setCursorPosition(0)  # the begin of a long purpose is seen
        text = tr("{time:%Y-%m-%d %H:%M} UTC with Bolo {version}")
        self._made.setText(text.format(time=info.created, version=info.bolo_version))

    def offer_changes(self, *, may_change: bool) -> None:
        """Offer to change the lines, or only to read them."""
        for edit in self._edits:
            edit.setReadOnly(not may_change)

    def _keep(self) -> None:
        if self._info is None:
            return
        name, reference, purpose = (edit.text().strip() for edit in self._edits)
        if not name:
            self.name_edit.setText(self._info.name)
            return
        if (name, reference, purpose) != (self._info.name, self._info.reference, self._info.purpose):
            self.described.emit(name, reference, purpose)
