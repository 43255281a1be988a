"""The item model of the agreement of two labellers: a row for each attribute that both spoke of."""

from PySide6.QtCore import QObject, Qt

from app.translate import say_decimal, say_number, tr
from app.widgets.table_item_model import Head, Index, TableItemModel
from engine.attributes.schema import Schema
from engine.casework.labelling import AttributeAgreement, LabellerAgreement

UNKNOWN = "—"


class AgreementItemModel(TableItemModel):
    """The attributes on which they agree least stand first."""

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        numbers = (tr("Both"), tr("Agreed"), tr("Kappa"))
        super().__init__((Head(tr("Attribute")), *(Head(title, is_number=True) for title in numbers)), parent)
        self._schema = schema
        self._rows: list[tuple[str, AttributeAgreement]] = []

    def show_pair(self, pair: LabellerAgreement | None) -> None:
        """Show two labellers."""
        self.beginResetModel()
        found = {} if pair is None else pair.attributes
        self._rows = sorted(found.items(), key=lambda row: (row[1].agreed / row[1].both, -row[1].both))
        self.endResetModel()

    def attribute(self, row: int) -> str:
        """Return the attribute of a row."""
        return self._rows[row][0]

    def row_total(self) -> int:
        """Return the number of attributes."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer a role."""
        if not self.may_answer(index, role):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(*self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        return None

    def _texts(self, attribute: str, found: AttributeAgreement) -> tuple[str, ...]:
        name = self._schema.attribute(attribute).label if attribute in self._schema else attribute
        kappa = UNKNOWN if found.kappa is None else say_decimal(found.kappa, 2)
        return name, say_number(found.both), say_number(found.agreed), kappa
