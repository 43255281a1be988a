"""Where a new case is kept and what it is about."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QWidget,
)

from app.start.case_name import folder_for, say_problem
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label, set_tone
from app.widgets.named_line import line_row


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """What was typed."""

    folder: Path
    name: str
    reference: str
    purpose: str


class NewCaseDialog(QDialog):
    """Says where the case will lie while one types."""

    def __init__(self, theme: Theme, inside: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newCaseDialog")
        self.setWindowTitle(tr("New case"))
        self.setMinimumWidth(theme.size("dialog_width"))
        self._theme = theme
        self._inside = inside
        self._build()
        self.name_edit.textChanged.connect(self._check)
        self._check()

    @property
    def new_case(self) -> NewCase:
        """Return what was typed."""
        name = self.name_edit.text().strip()
        return NewCase(
            folder=folder_for(self._inside, name),
            name=name,
            reference=self.reference_edit.text().strip(),
            purpose=self.purpose_edit.text().strip(),
        )

    def set_inside(self, folder: Path) -> None:
        """Keep the case inside this folder."""
        self._inside = folder
        self._check()

    def _build(self) -> None:
        step = self._theme.size("step")
        column = dialog_column(self._theme, self, tr("New case"))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * step)
        form.setVerticalSpacing(2 * step)
        self.name_edit = line_row(form, tr("Name"), "nameEdit", tr("Station forecourt, 14 May"))
        self.reference_edit = line_row(form, tr("File number"), "referenceEdit", tr("optional"))
        self.purpose_edit = line_row(form, tr("Purpose"), "purposeEdit", tr("optional; kept in the case's log"))
        form.addRow(label(tr("Kept in"), "muted"), self._folder_row())
        column.addLayout(form)
        column.addStretch(1)
        self.make_button = button(tr("Make the case"), "primary", name="makeCase")
        column.addLayout(answer_row(self._theme, self, self.make_button))

    def _folder_row(self) -> QHBoxLayout:
        self._sentence = label("", "", name="newCaseSentence")
        self._sentence.setWordWrap(True)
        choose = button(tr("Choose…"), name="chooseInside")
        choose.clicked.connect(self._choose)
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        row.addWidget(self._sentence, 1)
        row.addWidget(choose)
        return row

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("The folder that the case is kept in"), str(self._inside))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda file: self.set_inside(Path(file)))
        dialog.open()

    def _check(self) -> None:
        folder = self.new_case.folder
        problem = say_problem(self.new_case.name, folder)
        self._sentence.setText(problem or str(folder))
        set_tone(self._sentence, "warn" if problem and self.new_case.name else "muted" if problem else "")
        self.make_button.setEnabled(not problem)
