"""Labels and buttons in the tones and kinds of the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget


def label(text: str, tone: str = "", *, name: str = "") -> QLabel:
    """Return a label in a tone of the style sheet: muted, section, warn, error, title, strong or hero."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # names of files and cameras come from outside
    made.setProperty("tone", tone)
    made.setObjectName(name)
    return made


def button(text: str, kind: str = "", *, name: str = "") -> QPushButton:
    """Return a button of a kind of the style sheet: primary, link or "" for plain."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setObjectName(name)
    made.setAutoDefault(kind == "primary")
    return made


def toggle_button(text: str, tip: str, *, name: str) -> QToolButton:
    """Return a button that stays pressed, as wide as there is room; `show_pressed` shows whether it is."""
    made = QToolButton(text=text, checkable=True, toolTip=tip, objectName=name)
    made.setProperty("kind", "button")
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def show_pressed(made: QAbstractButton, is_pressed: bool) -> None:
    """Show a button as pressed, or as not, to the style sheet too."""
    made.setChecked(is_pressed)
    set_style_property(made, "active", is_pressed)


def set_tone(widget: QWidget, tone: str) -> None:
    """Show a widget in another tone of the style sheet."""
    set_style_property(widget, "tone", tone)


def set_style_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the sheet look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
