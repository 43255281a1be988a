"""A new group of attributes: its title, its values, and whether one or several of them hold."""

from PySide6.QtWidgets import QDialog, QFormLayout, QPlainTextEdit, QRadioButton, QWidget

from app.case.trouble import say_trouble
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.answer_row import answer_row
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label
from app.widgets.named_line import line_row
from engine.attributes.schema import Group
from engine.casework.label_schema import LabelSchema
from engine.errors import SchemaError


class NewGroupDialog(QDialog):
    """Says what is wrong while one types."""

    def __init__(self, theme: Theme, kept: LabelSchema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newGroupDialog")
        self.setWindowTitle(tr("Add a group"))
        self._kept = kept
        step = theme.size("step")
        column = dialog_column(theme, self, tr("Add a group"))
        form = QFormLayout(horizontalSpacing=3 * step, verticalSpacing=2 * step)
        self.title_edit = line_row(form, tr("Title"), "groupTitle", tr("Such as: Reflective vest"))
        self.values_edit = QPlainTextEdit(objectName="groupValues", tabChangesFocus=True)
        self.values_edit.setPlaceholderText(tr("One value a line"))
        self.values_edit.setAccessibleName(tr("Values, one a line"))
        self.values_edit.setFixedHeight(theme.size("frame_height"))
        form.addRow(label(tr("Values"), "muted"), self.values_edit)
        column.addLayout(form)
        self.several_button = QRadioButton(tr("Several of these may hold"), objectName="severalOf", checked=True)
        self.one_button = QRadioButton(tr("One of these holds at most"), objectName="oneOf")
        column.addWidget(self.several_button)
        column.addWidget(self.one_button)
        self.problem = label("", "muted", name="groupProblem")
        self.problem.setWordWrap(True)
        column.addWidget(self.problem)
        self.add_button = button(tr("Add"), "primary", name="addThisGroup")
        column.addLayout(answer_row(theme, self, self.add_button))
        self.setMinimumWidth(theme.size("pane_note"))
        self.title_edit.textChanged.connect(self._check)
        self.values_edit.textChanged.connect(self._check)
        self.title_edit.setFocus()
        self._check()

    @property
    def title(self) -> str:
        """Return the title that was typed."""
        return self.title_edit.text().strip()

    @property
    def group(self) -> Group:
        """Return the group that was typed; raises SchemaError where it is none."""
        values = self.values_edit.toPlainText().splitlines() or [self.title]
        return self._kept.new_group(self.title, values, exclusive=self.one_button.isChecked())

    def _check(self) -> None:
        problem = ""
        try:
            self._kept.with_group(self.group)
        except SchemaError as error:
            problem = say_trouble(error)
        self.add_button.setEnabled(not problem)
        only = tr("Without values the group has one, its title.") if not self.values_edit.toPlainText() else ""
        self.problem.setText((problem if self.title else "") or only)
