"""The wizard's first page: which labelled data a training learns from."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.theme.theme import Theme
from app.training.training_choice import UNITS
from app.training.wizard_page import WizardPage, wrapped
from app.translate import tr
from app.widgets.labels import button, label
from app.widgets.named_line import named_line
from engine.datasets.dataset import DatasetKind
from engine.datasets.split_unit import SplitUnit

if TYPE_CHECKING:
    from app.training.train_wizard import TrainWizard

CASE_LINES = 3  # of the list of cases are seen at once


class DataPage(WizardPage):
    """Offers the labels of cases, the published data sets and a folder with a CSV."""

    def __init__(self, theme: Theme, wizard: "TrainWizard") -> None:
        super().__init__(
            theme,
            wizard,
            0,
            tr("What to learn from"),
            tr("People whose attributes were labelled. The next page looks into the data before anything is trained."),
        )
        self.kinds: dict[DatasetKind, QRadioButton] = {}
        self._build()
        self._show_cases((self.choice.case,))
        self.kinds[DatasetKind.CASES].setChecked(True)
        self._take_kind(DatasetKind.CASES)

    def isComplete(self) -> bool:
        """Return whether there is data that can be looked into."""
        return self.choice.data is not None

    def _build(self) -> None:
        group = QButtonGroup(self)
        for kind, text in _kinds().items():
            made = QRadioButton(text, objectName=f"data-{kind.value}")
            made.toggled.connect(lambda is_on, kind=kind: self._take_kind(kind) if is_on else None)
            group.addButton(made)
            self.column.addWidget(made)
            self.kinds[kind] = made
        self._cases_row = self._build_cases()
        self._folder_row = self._build_folder()
        self.column.addWidget(self._cases_row)
        self.column.addWidget(self._folder_row)
        self.column.addWidget(self._build_units())
        self.column.addStretch(1)

    def _build_cases(self) -> QWidget:
        step = self._theme.size("step")
        self.case_list = QListWidget(objectName="trainingCases")
        self.case_list.setAccessibleName(tr("Cases whose labels are learned from"))
        self.case_list.setFixedHeight(CASE_LINES * self._theme.size("control"))
        self.case_list.itemChanged.connect(lambda _item: self._take_cases())
        self.add_case_button = button(tr("Add a case…"), name="addTrainingCase")
        self.add_case_button.clicked.connect(self._ask_for_case)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(6 * step, 0, 0, 0)
        column.setSpacing(2 * step)
        column.addWidget(self.case_list)
        row = QHBoxLayout()
        row.addWidget(self.add_case_button)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _build_folder(self) -> QWidget:
        step = self._theme.size("step")
        self.folder_edit = named_line(
            tr("Folder of the data"), "trainingFolder", tr("The folder that the data lies in")
        )
        self.folder_edit.textChanged.connect(self._take_folder)
        self.choose_button = button(tr("Choose…"), name="chooseTrainingFolder")
        self.choose_button.clicked.connect(self._ask_for_folder)
        self._hint = wrapped("", "muted")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(6 * step, 0, 0, 0)
        row = QHBoxLayout(spacing=2 * step)
        row.addWidget(self.folder_edit, 1)
        row.addWidget(self.choose_button)
        column.addLayout(row)
        column.addWidget(self._hint)
        return holder

    def _build_units(self) -> QWidget:
        step = self._theme.size("step")
        self.unit_box = QComboBox(objectName="splitBy")
        self.unit_box.setAccessibleName(tr("What stays in one part"))
        self.unit_box.currentIndexChanged.connect(lambda _place: self._take_unit())
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 2 * step, 0, 0)
        row = QHBoxLayout(spacing=3 * step)
        row.addWidget(label(tr("Held out by"), "muted"))
        row.addWidget(self.unit_box)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(
            wrapped(
                tr(
                    "Some of the people are held out to compare the models on. Pictures of one stay together, so that "
                    "nothing is measured that was learned by heart."
                ),
                "muted",
            )
        )
        return holder

    def _take_kind(self, kind: DatasetKind) -> None:
        is_of_cases = kind is DatasetKind.CASES
        self._cases_row.setVisible(is_of_cases)
        self._folder_row.setVisible(not is_of_cases)
        self._hint.setText(_hints().get(kind, ""))
        units = UNITS.get(kind, ())
        self.unit_box.blockSignals(True)
        self.unit_box.clear()
        for unit in units:
            self.unit_box.addItem(_unit_names()[unit], unit)
        if not units:
            self.unit_box.addItem(tr("as published"), SplitUnit.PERSON)
        self.unit_box.setEnabled(len(units) > 1)
        self.unit_box.blockSignals(False)
        self.change(kind=kind, split_by=self.unit_box.currentData())

    def _take_unit(self) -> None:
        self.change(split_by=self.unit_box.currentData())

    def _take_folder(self, text: str) -> None:
        self.change(folder=Path(text) if text.strip() else None)

    def _take_cases(self) -> None:
        items = [self.case_list.item(row) for row in range(self.case_list.count())]
        chosen = tuple(Path(item.toolTip()) for item in items if item.checkState() is Qt.CheckState.Checked)
        self.change(cases=chosen)

    def _show_cases(self, cases: Sequence[Path]) -> None:
        known = {self.case_list.item(row).toolTip() for row in range(self.case_list.count())}
        for case in cases:
            if str(case) not in known:
                text = tr("{name} (this case)").format(name=case.stem) if case == self.choice.case else case.stem
                item = QListWidgetItem(text)
                item.setToolTip(str(case))
                item.setCheckState(Qt.CheckState.Checked)
                self.case_list.addItem(item)
        self._take_cases()

    def _ask_for_case(self) -> None:
        dialog = QFileDialog(self, tr("Add a case (a .bolo folder)"), str(self.choice.case.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self._show_cases((Path(folder),)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, tr("The folder that the data lies in"), self.folder_edit.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder_edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _kinds() -> Mapping[DatasetKind, str]:
    return {
        DatasetKind.CASES: tr("Labels made in cases"),
        DatasetKind.CSV: tr("A folder of pictures with a CSV"),
        DatasetKind.PETA: tr("PETA"),
        DatasetKind.MARKET1501: tr("Market-1501 Attribute"),
        DatasetKind.PA100K: tr("PA100K"),
    }


def _hints() -> Mapping[DatasetKind, str]:
    return {
        DatasetKind.CSV: tr(
            "Columns: image (the path in the folder); if wanted split, identity, track and camera; then one for each "
            "attribute (1 or 0) or group (its value)."
        ),
        DatasetKind.PETA: tr("With PETA.mat, or PETA's folders with their Label.txt. For research only."),
        DatasetKind.MARKET1501: tr("With market_attribute.mat and the pictures. For research only."),
        DatasetKind.PA100K: tr("With annotation.mat and the pictures. For research only."),
    }


def _unit_names() -> Mapping[SplitUnit, str]:
    return {
        SplitUnit.PERSON: tr("person"),
        SplitUnit.TRACK: tr("track"),
        SplitUnit.CAMERA: tr("camera"),
    }
