"""What the model thinks of every attribute of every group, with what people said beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from app.case.records import CropFindings
from app.search.evidence_row import say_percent
from app.search.results_item_model import say_verdict
from app.theme.theme import Theme
from app.translate import tr
from engine.attributes.schema import Attribute, AttributeId, Schema
from engine.gallery.records import Label
from engine.search.evidence import Evidence, Verdict

SIGNS = {Verdict.AGREES: "✓", Verdict.CONTRADICTS: "✗", Verdict.CANNOT_TELL: "?"}


class GroupTree(QTreeView):
    """A branch a group; as high as its rows, for the pane around it scrolls."""

    def __init__(self, theme: Theme, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("allGroups")
        self.setAccessibleName(tr("All groups"))
        self._schema = schema
        self._theme = theme
        self._items = QStandardItemModel(self)
        self._cells: dict[AttributeId, tuple[QStandardItem, QStandardItem]] = {}
        self._build()
        self.expanded.connect(self._fit_height)
        self.collapsed.connect(self._fit_height)

    def show_findings(self, findings: CropFindings | None, labels: Sequence[Label]) -> None:
        """Show a crop's findings; None while they are on their way."""
        evidence = {} if findings is None else {found.attribute_id: found for found in findings.evidence}
        for attribute_id, (model_cell, label_cell) in self._cells.items():
            found = evidence.get(attribute_id)
            model_cell.setText("" if found is None else f"{SIGNS[found.verdict]}  {say_percent(found.probability)}")
            model_cell.setAccessibleText("" if found is None else _say(found))
            said = [label for label in labels if label.attribute == attribute_id]
            label_cell.setText(" / ".join(dict.fromkeys(map(_say_label, said))))
            label_cell.setToolTip("\n".join(f"{label.who}: {_say_label(label)}" for label in said))
        self.setColumnHidden(2, not labels)

    def text_of(self, attribute_id: str) -> tuple[str, str]:
        """Return what stands beside an attribute: of the model, and of people."""
        model_cell, label_cell = self._cells[AttributeId(attribute_id)]
        return model_cell.text(), label_cell.text()

    def _build(self) -> None:
        self._items.setHorizontalHeaderLabels([tr("Attribute"), tr("Model"), tr("Label")])
        for group in self._schema.groups:
            branch = QStandardItem(group.title)
            branch.setFont(self._theme.font("font_small", bold=True))
            branch.setEditable(False)
            for attribute in group.attributes:
                branch.appendRow(self._row(attribute))
            self._items.appendRow(branch)
        self.setModel(self._items)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformRowHeights(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(3 * self._theme.size("step"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self._theme.size("figure_column"))
        self.expandAll()
        self._fit_height()

    def _row(self, attribute: Attribute) -> list[QStandardItem]:
        cells = [QStandardItem(attribute.label), QStandardItem(), QStandardItem()]
        for cell in cells:
            cell.setEditable(False)
        cells[1].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._cells[attribute.id] = cells[1], cells[2]
        return cells

    def _fit_height(self) -> None:
        rows = self._items.rowCount()
        rows += sum(
            self._items.rowCount(self._items.index(row, 0))
            for row in range(rows)
            if self.isExpanded(self._items.index(row, 0))
        )
        height = self.sizeHintForRow(0)
        self.setFixedHeight(rows * height + self.header().sizeHint().height() + 2 * self.frameWidth() + 2)


def _say(found: Evidence) -> str:
    return f"{say_verdict(found.verdict)}, {say_percent(found.probability)}"


def _say_label(label: Label) -> str:
    words = tr("cannot tell")
    if label.value is not None:
        words = tr("yes") if label.value else tr("no")
    return tr("{word}, a guess").format(word=words) if label.is_guess else words
