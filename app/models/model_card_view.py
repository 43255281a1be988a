"""All that is known of one model: licence first, then what it is, learned from and does, and who uses it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_words import (
    attribute_weights,
    how_well,
    in_this_case,
    learned_from,
    say_gone,
    what_it_is,
    who_uses,
)
from app.models.space_drawing import picture_of
from app.models.weight_bars import FEW, WeightBars
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.labels import button, label
from engine.casework.model_use import CaseUse
from engine.registry.card import ModelCard


class ModelCardView(QScrollArea):
    """Shows one model at a time."""

    forget_wanted = Signal()
    space_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelCard")
        self.setAccessibleName(tr("Card of the model"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._model_id = ""

    def show_model(self, model: ListedModel | None, seen: ModelsSeen, *, may_change: bool, is_drawing: bool) -> None:
        """Show a model.

        Args:
            model: the chosen one; None shows nothing.
            seen: what is known of all of them.
            may_change: whether the open case can be changed.
            is_drawing: whether a picture is being drawn.
        """
        place = self.verticalScrollBar().value()
        self._model_id = "" if model is None else model.model_id
        self._space = QLabel(objectName="spacePicture", visible=False)  # until it has been read
        holder = QWidget(objectName="scrolled")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 2 * self._theme.size("step"), 0)
        self._column.setSpacing(2 * self._theme.size("step"))
        if model is not None:
            self._fill(model, seen, may_change, is_drawing)
        self._column.addStretch(1)
        self.setWidget(holder)
        self.verticalScrollBar().setValue(place)

    def _fill(self, model: ListedModel, seen: ModelsSeen, may_change: bool, is_drawing: bool) -> None:
        self._column.addWidget(label(model.name, "title", name="modelName"))
        if not model.is_here and seen.case is not None:
            tone = "warn" if seen.is_active(model) else ""
            self._column.addWidget(_wrapped(say_gone(model, seen.case), tone, "modelGone"))
            self._offer_to_forget(model, seen.case, may_change)
            return
        if model.card is None:
            self._column.addWidget(_wrapped(model.fault, "error", "modelFault"))
            self._add_facts(tr("What it is"), {tr("Folder"): str(model.folder)})
            return
        card = model.card
        self._column.addWidget(_wrapped(card.title, "muted"))
        if card.licence_notes:
            self._column.addWidget(self._licence(card.licence_notes))
        self._add_case(model, seen, may_change)
        self._add_facts(tr("How well it does"), how_well(card))
        self._add_facts(tr("What it is"), what_it_is(model, card))
        self._add_facts(tr("Learned from"), learned_from(card, seen.lineage(model)))
        self._add_uses(model, seen)
        self._add_weights(card)
        self._add_space(card, picture_of(card.model_id), is_drawing)

    def _licence(self, notes: Sequence[str]) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "note")
        inner = QVBoxLayout(frame)
        for note in notes:
            inner.addWidget(_wrapped(note))
        return frame

    def _add_case(self, model: ListedModel, seen: ModelsSeen, may_change: bool) -> None:
        use = seen.case
        if use is None or use.problem:
            return
        self._add_head(tr("In this case"))
        self._column.addWidget(_wrapped(in_this_case(model, use), "", "modelInCase"))
        self._offer_to_forget(model, use, may_change)

    def _offer_to_forget(self, model: ListedModel, use: CaseUse, may_change: bool) -> None:
        if may_change and not use.is_searched_with(model.model_id) and use.by(model.model_id) is not None:
            forget = button(tr("Remove what it has said from this case…"), "link", name="forgetModel")
            forget.clicked.connect(self.forget_wanted)
            self._column.addWidget(forget, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_uses(self, model: ListedModel, seen: ModelsSeen) -> None:
        self._add_head(tr("Other recent cases"))
        lines = who_uses(model, seen)
        if not seen.are_others_seen:
            lines = [*lines, tr("Looking at them…")]
        for line in lines or [tr("None of them uses it.")]:
            self._column.addWidget(_wrapped(line, "muted"))

    def _add_weights(self, card: ModelCard) -> None:
        weights = attribute_weights(card)
        if not weights:
            return
        self._add_head(tr("Learned weight of each attribute"))
        self._column.addWidget(
            _wrapped(
                tr("The larger, the further two descriptions that differ in it are apart; all began at 1."), "muted"
            )
        )
        bars = WeightBars(self._theme, weights)
        self._column.addWidget(bars)
        if len(weights) > FEW:
            more = button(tr("Show all {n}").format(n=say_number(len(weights))), "link", name="allWeights")
            more.setCheckable(True)
            more.toggled.connect(bars.show_all)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_picture(self, model_id: str, picture: QImage) -> None:
        """Show the space of the model that is on show; of another one the picture comes too late."""
        if model_id == self._model_id and not picture.isNull():
            self._space.setPixmap(QPixmap.fromImage(picture))
            self._space.setVisible(True)

    @property
    def picture_width(self) -> int:
        """Return how wide the picture of the space is shown, in pixels of the screen."""
        return self._theme.size("dialog_width") - 10 * self._theme.size("step")

    def _add_space(self, card: ModelCard, picture: Path, is_drawing: bool) -> None:
        self._add_head(tr("Joint space"))
        row = QHBoxLayout()
        if picture.is_file():
            self._space.setAccessibleName(tr("Joint space of {name}").format(name=card.name))
            self._column.addWidget(self._space)
            whole = button(tr("Open the picture"), "link", name="openSpace")
            whole.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(picture))))
            row.addWidget(whole)
        else:
            text = tr("Pictures and descriptions as neighbours; drawn from data labelled with its attributes.")
            self._column.addWidget(_wrapped(text, "muted"))
        draw = button(tr("Draw it from labelled data…"), "link", name="drawSpace")
        draw.clicked.connect(self.space_wanted)
        draw.setEnabled(not is_drawing)
        row.addWidget(draw)
        row.addWidget(label(tr("Drawing…") if is_drawing else "", "muted"))
        row.addStretch(1)
        self._column.addLayout(row)

    def _add_head(self, title: str) -> None:
        head = label(title, "section")
        head.setContentsMargins(0, 3 * self._theme.size("step"), 0, 0)
        self._column.addWidget(head)

    def _add_facts(self, title: str, facts: Mapping[str, str]) -> None:
        if not facts:
            return
        self._add_head(title)
        step = self._theme.size("step")
        grid = QGridLayout(horizontalSpacing=4 * step, verticalSpacing=step)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts.items()):
            said = _wrapped(name, "muted")
            said.setFixedWidth(self._theme.size("pane_left") // 2)
            grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_wrapped(value), row, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(grid)


def _wrapped(text: str, tone: str = "", name: str = "") -> QLabel:
    made = label(text, tone, name=name)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
