"""The item model of a recipe's fields: a section for each stage, a field a row, its value can be typed."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.training.recipe_fields import RecipeField, recipe_fields
from app.translate import tr
from engine.training.recipe import Recipe

FIELD_ROLE = Qt.ItemDataRole.UserRole + 1  # RecipeField, of the value's item


class FieldsItemModel(QStandardItemModel):
    """Shows a recipe; tells what is typed, and marks the field in which something is wrong."""

    typed = Signal(str, str)  # path, text

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)
        self._values: dict[str, QStandardItem] = {}
        self._is_filling = False
        self.setHorizontalHeaderLabels([tr("Field"), tr("Value")])
        self.itemChanged.connect(self._tell)

    def show_recipe(self, recipe: Recipe) -> None:
        """Show the fields of a recipe."""
        self._is_filling = True
        self.removeRows(0, self.rowCount())
        self._values = {}
        sections: dict[str, QStandardItem] = {}
        for field in recipe_fields(recipe):
            if field.section not in sections:
                sections[field.section] = self._add_section(field.section)
            self._add_field(sections[field.section], field)
        self._is_filling = False

    def value_item(self, path: str) -> QStandardItem:
        """Return the item of a field's value."""
        return self._values[path]

    def mark(self, path: str, problem: str) -> None:
        """Mark the field of this path, or none, as wrong."""
        self._is_filling = True
        for name, item in self._values.items():
            is_wrong = bool(problem) and (name == path or name.rpartition(".")[2] == path)
            item.setData(problem if is_wrong else "", Qt.ItemDataRole.ToolTipRole)
            font = item.font()
            font.setBold(is_wrong)
            item.setFont(font)
        self._is_filling = False

    def _add_section(self, section: str) -> QStandardItem:
        names = {"": tr("The whole"), "augmentation": tr("How pictures are varied")}
        item = QStandardItem(names.get(section) or tr("Stage “{name}”").format(name=section))
        empty = QStandardItem("")
        for one in (item, empty):
            one.setEditable(False)
        self.appendRow([item, empty])
        return item

    def _add_field(self, section: QStandardItem, field: RecipeField) -> None:
        name = QStandardItem(field.path.removeprefix(f"{field.section}."))
        name.setEditable(False)
        value = QStandardItem(field.text)
        value.setData(field, FIELD_ROLE)
        value.setData(field.path, Qt.ItemDataRole.AccessibleDescriptionRole)
        section.appendRow([name, value])
        self._values[field.path] = value

    def _tell(self, item: QStandardItem) -> None:
        field = item.data(FIELD_ROLE)
        if not self._is_filling and isinstance(field, RecipeField):
            self.typed.emit(field.path, item.text())
