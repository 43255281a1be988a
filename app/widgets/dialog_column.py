"""What every dialog begins with: its margins, and its title."""

from PySide6.QtWidgets import QDialog, QVBoxLayout

from app.theme.theme import Theme
from app.widgets.labels import label


def dialog_column(theme: Theme, dialog: QDialog, title: str, *, gap: int = 3) -> QVBoxLayout:
    """Return the column that lays a dialog out, the title in it; `gap` is in steps of the theme."""
    step = theme.size("step")
    column = QVBoxLayout(dialog)
    column.setContentsMargins(5 * step, 5 * step, 5 * step, 4 * step)
    column.setSpacing(gap * step)
    column.addWidget(label(title, "title"))
    return column
