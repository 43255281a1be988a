"""A line to type into, by its name."""

from PySide6.QtWidgets import QFormLayout, QLineEdit

from app.widgets.labels import label


def named_line(name: str, object_name: str, hint: str) -> QLineEdit:
    """Return a line that shows the hint while it is empty; the name is for who cannot see what stands beside it."""
    edit = QLineEdit(placeholderText=hint, objectName=object_name)
    edit.setAccessibleName(name)
    return edit


def line_row(form: QFormLayout, name: str, object_name: str, hint: str) -> QLineEdit:
    """Add a line to a form, with its name before it; return it."""
    edit = named_line(name, object_name, hint)
    form.addRow(label(name, "muted"), edit)
    return edit
