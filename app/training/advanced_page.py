"""The wizard's last page where it is wanted: every field of the recipe, checked while one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.theme.theme import Theme
from app.training.estimate_row import EstimateRow
from app.training.fields_item_model import FIELD_ROLE, FieldsItemModel
from app.training.recipe_fields import RecipeField
from app.training.start_from_page import say_problem
from app.training.wizard_page import WizardPage, wrapped
from app.translate import tr
from app.widgets.labels import set_tone
from engine.errors import ConfigError

if TYPE_CHECKING:
    from app.training.train_wizard import TrainWizard

Index = QModelIndex | QPersistentModelIndex


class AdvancedPage(WizardPage):
    """A tree of the recipe's fields."""

    def __init__(self, theme: Theme, wizard: "TrainWizard") -> None:
        super().__init__(
            theme,
            wizard,
            3,
            tr("Every field of the recipe"),
            tr("Named as in the recipe files. What is typed is checked at once; the page before takes it all back."),
        )
        self.fields = FieldsItemModel(self)
        self.fields.typed.connect(self.take)
        self.estimate = EstimateRow(theme, wizard.measuring)
        self.problem = wrapped("", name="fieldProblem")
        self.tree = QTreeView(objectName="recipeFields")
        self.tree.setAccessibleName(tr("Every field of the recipe"))
        self.tree.setModel(self.fields)
        self.tree.setItemDelegateForColumn(1, _ValueDelegate(self))
        self.tree.setEditTriggers(QTreeView.EditTrigger.AllEditTriggers)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.column.addWidget(self.tree, 1)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.estimate)

    def initializePage(self) -> None:
        """Show the recipe as it was chosen."""
        self.fields.show_recipe(self.choice.recipe())
        self.tree.expandAll()
        self._show_choice()

    def cleanupPage(self) -> None:
        """Take back what was typed when one goes back."""
        self.change(changes={})
        self._wizard.recipe_page.show_choice()

    def nextId(self) -> int:
        """Return that this is the last page."""
        return -1

    def isComplete(self) -> bool:
        """Return whether the recipe works."""
        try:
            self.choice.recipe()
        except ConfigError:
            return False
        return True

    def take(self, path: str, text: str) -> None:
        """Take what is typed into a field."""
        self.change(changes={**self.choice.changes, path: text})
        self._show_choice()

    def _show_choice(self) -> None:
        try:
            self.choice.recipe()
        except ConfigError as error:
            self.fields.mark(error.name, say_problem(error))
            self.problem.setText(say_problem(error))
            set_tone(self.problem, "error")
            self._wizard.measuring.measure(None)
        else:
            self.fields.mark("", "")
            changed = len(self.choice.changes)
            self.problem.setText(tr("Fields changed: {n}").format(n=changed) if changed else tr("Nothing is changed."))
            set_tone(self.problem, "muted")
            self._wizard.measuring.measure(self.choice.estimate_arguments())
        self.completeChanged.emit()


class _ValueDelegate(QStyledItemDelegate):
    """Edits a value in a line that is checked while one types, or in a list where there are a few to choose from."""

    def __init__(self, page: AdvancedPage) -> None:
        super().__init__(page)
        self._page = page

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget | None:
        """Return what the value is typed into."""
        field = index.data(FIELD_ROLE)
        if not isinstance(field, RecipeField):
            return None
        if field.choices:
            box = QComboBox(parent)
            box.addItems(field.choices)
            box.setAccessibleName(field.path)
            box.activated.connect(lambda _place: self.commitData.emit(box))
            return box
        edit = QLineEdit(parent)
        edit.setAccessibleName(field.path)
        edit.textEdited.connect(lambda text: self._page.take(field.path, text))
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
