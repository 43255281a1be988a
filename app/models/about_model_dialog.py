"""What the window says of the model: what it is, what it learned from, how well it does, what it may be used for."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.models.card_words import say_facts
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.labels import button, label
from engine.registry.card import ModelCard


class AboutModelDialog(QDialog):
    """Shows a model's card, the licence first."""

    def __init__(self, theme: Theme, card: ModelCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutModelDialog")
        self.setWindowTitle(tr("About the model"))
        self.setMinimumWidth(theme.size("dialog_width"))
        self._theme = theme
        step = theme.size("step")
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * step, 5 * step, 5 * step, 4 * step)
        column.setSpacing(3 * step)
        column.addWidget(label(card.name, "title"))
        column.addWidget(_wrapped(card.title, "muted"))
        if card.licence_notes:
            column.addWidget(self._licence(card))
        column.addWidget(self._scrolled(card), 1)
        column.addWidget(self._buttons())
        self.resize(theme.size("dialog_width"), theme.size("dialog_width"))

    def _licence(self, card: ModelCard) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "note")
        inner = QVBoxLayout(frame)
        for note in card.licence_notes:
            inner.addWidget(_wrapped(note, ""))
        return frame

    def _scrolled(self, card: ModelCard) -> QScrollArea:
        holder = QWidget(objectName="scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, self._theme.size("step"), 0)
        column.setSpacing(2 * self._theme.size("step"))
        height, width = card.input_px
        facts = {
            tr("Model id"): card.model_id,
            tr("Image encoder"): f"{card.backbone}, {height} × {width} px",
            tr("Knows"): tr("{n} attributes in {m} groups ({name})").format(
                n=say_number(card.schema.size), m=say_number(len(card.schema.groups)), name=card.schema.title
            ),
        }
        self._add_section(column, tr("What it is"), facts)
        self._add_section(column, tr("Learned from"), say_facts(card.data))
        self._add_section(column, tr("How well it does"), say_facts(card.figures))
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setWidget(holder)
        return area

    def _add_section(self, column: QVBoxLayout, title: str, facts: Mapping[str, str]) -> None:
        if not facts:
            return
        column.addWidget(label(title, "section"))
        grid = QGridLayout(horizontalSpacing=4 * self._theme.size("step"), verticalSpacing=self._theme.size("step"))
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts.items()):
            grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_wrapped(value, ""), row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        box.addButton(button(tr("Close"), "primary"), QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        return box


def _wrapped(text: str, tone: str) -> QLabel:
    made = label(text, tone)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
