"""The buttons below a dialog: the way back, and the one primary action at the right end."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button


def answer_row(theme: Theme, dialog: QDialog, primary: QPushButton, way_back: str = "") -> QHBoxLayout:
    """Return a row with the way back, "Cancel" unless said, and the primary button, connected to the dialog."""
    cancel = button(way_back or tr("Cancel"), name="cancelButton")
    cancel.clicked.connect(dialog.reject)
    primary.setDefault(True)
    primary.clicked.connect(dialog.accept)
    row = QHBoxLayout(spacing=2 * theme.size("step"))
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(primary)
    return row


def close_row(dialog: QDialog, close: QPushButton) -> QHBoxLayout:
    """Return a row with the one button that closes a dialog, connected to it."""
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    return row
