"""The left pane: the attributes of the model's schema as chips, and what has been said in words."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.search.attribute_chip import AttributeChip
from app.search.attribute_filter import matching_attributes
from app.search.attribute_group import AttributeGroup
from app.search.description import Description, Tick
from app.search.phrase_chip import PhraseChip
from app.search.picture_bar import ENDINGS, PictureBar
from app.search.saved_bar import SavedBar
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.flow_layout import FlowLayout
from app.widgets.labels import label
from engine.attributes.schema import AttributeId, GroupKind
from engine.gallery.records import CropId
from engine.registry.attribute_figures import attribute_figures
from engine.registry.card import ModelCard
from engine.search.examples import Example


class DescriptionPanel(QFrame):
    """Holds the description; every change is told at once, and can be undone.

    Args:
        theme: its look.
        icons: its drawings.
        card: the model's.
        undo: takes the changes; other parts of the page add theirs.
        parent: the page.
    """

    changed = Signal(object)  # Description
    picture_dropped = Signal(object)  # Path

    def __init__(
        self, theme: Theme, icons: Icons, card: ModelCard, undo: QUndoStack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("leftPane")
        self._theme = theme
        self._icons = icons
        self._description = Description(card.schema)
        self._undo = undo
        figures = attribute_figures(card)
        self._groups = [AttributeGroup(theme, icons, group, figures) for group in card.schema.groups]
        self._phrases: list[PhraseChip] = []
        self._soon = QTimer(self, singleShot=True, interval=0)  # to the words: once the chip that was ticked is painted
        self.setFixedWidth(theme.size("pane_left"))
        self.setAcceptDrops(True)
        self._build()
        self._fold_groups()
        self._connect()
        self._show()

    @property
    def description(self) -> Description:
        """Return what is said now."""
        return self._description

    def chip(self, attribute_id: str) -> AttributeChip:
        """Return the chip of an attribute, its group unfolded."""
        group = next(group for group in self._groups if attribute_id in group.chips)
        group.head.setChecked(True)
        return group.chips[AttributeId(attribute_id)]

    def phrase_chips(self) -> list[PhraseChip]:
        """Return the removable chips that say the description in words."""
        self._show_phrases()
        return list(self._phrases)

    def say(self, description: Description) -> None:
        """Say this instead; can be undone."""
        if description != self._description:
            self._undo.push(_Saying(self, self._description, description))

    def mark(self, crop_id: CropId, *, like: bool) -> None:
        """Take a crop as an example of what the person looks like or does not, or take it back; can be undone."""
        self.say(self._description.with_example(crop_id, like=like))

    def add_picture(self, picture: Example) -> None:
        """Take a picture from disk as an example; can be undone."""
        self.say(self._description.with_picture(picture))

    def show_description(self, description: Description) -> None:
        """Say this instead, as a step of somebody else's that can be undone there."""
        self._take(description)

    def clear(self) -> None:
        """Say nothing; can be undone."""
        self.say(self._description.cleared())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one picture from disk."""
        if _picture_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have the picture become an example."""
        picture = _picture_in(event.mimeData())
        if picture is not None:
            event.acceptProposedAction()
            self.picture_dropped.emit(picture)

    def _build(self) -> None:
        padding = self._theme.size("pane_padding")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, padding, 0, 0)
        column.setSpacing(2 * self._theme.size("step"))
        head = QVBoxLayout(spacing=2 * self._theme.size("step"))
        head.setContentsMargins(padding, 0, padding, 0)
        self.saved_bar = SavedBar(self._theme, self._icons)
        self.picture_bar = PictureBar(self._theme, self._icons)
        head.addLayout(self._said_row())
        head.addWidget(self.saved_bar)
        head.addWidget(self._said_chips())
        head.addLayout(self._example_row())
        head.addWidget(self.picture_bar.problem)
        self.picture_bar.problem.hide()
        head.addWidget(self._filter())
        column.addLayout(head)
        column.addWidget(self._scroll_area(), 1)

    def _said_row(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=0)
        row.addWidget(label(tr("Description"), "strong"))
        row.addStretch(1)
        self.undo_button = self._tool("undo", tr("Undo"), "undoButton")
        self.redo_button = self._tool("redo", tr("Redo"), "redoButton")
        self.history_button = self._tool("clock", tr("What was asked before"), "historyButton")
        self.clear_button = self._tool("trash", tr("Clear the description"), "clearButton")
        for tool in (self.undo_button, self.redo_button, self.history_button, self.clear_button):
            row.addWidget(tool)
        return row

    def _example_row(self) -> QHBoxLayout:
        self.learn_box = QCheckBox(tr("Learn from reviews"), objectName="learnBox")
        self.learn_box.setToolTip(
            tr("Confirmed people count as examples beside the ticks, rejected ones as what the person is not like")
        )
        row = QHBoxLayout(spacing=self._theme.size("step"))
        row.addWidget(self.picture_bar, 1)
        row.addWidget(self.learn_box)
        return row

    def _said_chips(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._hint = label(
            tr("Tick what is known of the person. A second click says “has not”; Alt-click or P says “preferably”."),
            "muted",
        )
        self._hint.setWordWrap(True)
        self._said = QWidget()
        self._said_flow = FlowLayout(self._theme.size("chip_gap"), self._said)
        column.addWidget(self._hint)
        column.addWidget(self._said)
        return holder

    def _filter(self) -> QLineEdit:
        self.filter_edit = QLineEdit(placeholderText=tr("Find an attribute…"), clearButtonEnabled=True)
        self.filter_edit.setObjectName("attributeFilter")
        self.filter_edit.setAccessibleName(tr("Find an attribute"))
        return self.filter_edit

    def _scroll_area(self) -> QScrollArea:
        padding = self._theme.size("pane_padding")
        inner = QWidget(objectName="scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(padding, 0, self._theme.size("step") // 2, padding)
        column.setSpacing(self._theme.size("step"))
        for group in self._groups:
            column.addWidget(group)
        self._no_match = label(
            tr("No attribute has these letters. The model knows only what it was trained on."), "muted"
        )
        self._no_match.setWordWrap(True)
        self._no_match.hide()
        column.addWidget(self._no_match)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._area = area
        return area

    def _tool(self, icon: str, text: str, name: str) -> QToolButton:
        made = QToolButton(objectName=name)
        made.setProperty("kind", "link")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        made.setIcon(self._icons.icon(icon))
        made.setAccessibleName(text)
        made.setToolTip(text)
        self._theme.changed.connect(lambda: made.setIcon(self._icons.icon(icon)))
        return made

    def _connect(self) -> None:
        self._soon.timeout.connect(self._show_phrases)
        for group in self._groups:
            for chip in group.chips.values():
                chip.cycle_wanted.connect(lambda attribute_id: self.say(self._description.cycled(attribute_id)))
                chip.tick_wanted.connect(lambda id_, tick: self.say(self._description.with_tick(id_, tick)))
        self.filter_edit.textChanged.connect(self._filter_groups)
        self.undo_button.clicked.connect(self._undo.undo)
        self.redo_button.clicked.connect(self._undo.redo)
        self.clear_button.clicked.connect(self.clear)
        self.learn_box.clicked.connect(lambda learns: self.say(replace(self._description, learns=learns)))
        self._undo.undoTextChanged.connect(self._explain_undo)
        self._undo.redoTextChanged.connect(self._explain_redo)
        self._undo.canUndoChanged.connect(self.undo_button.setEnabled)
        self._undo.canRedoChanged.connect(self.redo_button.setEnabled)
        self.undo_button.setEnabled(False)
        self.redo_button.setEnabled(False)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._undo.undo, context=_WINDOW, whatsThis=tr("Undo"))
        QShortcut(QKeySequence.StandardKey.Redo, self, self._undo.redo, context=_WINDOW, whatsThis=tr("Redo"))
        find = QShortcut(QKeySequence.StandardKey.Find, self, self.filter_edit.setFocus, context=_WINDOW)
        find.setWhatsThis(tr("Find an attribute"))

    def _fold_groups(self) -> None:
        """Unfold the first group of each kind; the others wait until they are wanted."""
        seen: set[GroupKind] = set()
        for group in self._groups:
            group.head.setChecked(group.group.kind not in seen)
            seen.add(group.group.kind)

    def _take(self, description: Description) -> None:
        self._description = description
        self.changed.emit(description)  # first, so that the search goes on while the chips are painted
        self._show()

    def _show(self) -> None:
        ticks: Mapping[AttributeId, Tick] = self._description.ticks
        for group in self._groups:
            group.show_ticks(ticks)
        self.clear_button.setEnabled(not self._description.is_empty)
        self.learn_box.setChecked(self._description.learns)
        self._soon.start()

    def _show_phrases(self) -> None:
        self._soon.stop()
        phrases, kept = self._description.phrases(), 0
        while kept < min(len(phrases), len(self._phrases)) and self._phrases[kept].phrase == phrases[kept]:
            kept += 1
        if phrases == [chip.phrase for chip in self._phrases]:
            return
        self.layout().setEnabled(False)  # or the whole pane would be laid out for each chip that comes
        for chip in self._phrases[kept:]:
            self._said_flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        added = [PhraseChip(self._theme, self._icons, phrase, self._said) for phrase in phrases[kept:]]
        self._phrases = [*self._phrases[:kept], *added]
        for chip in added:
            chip.clicked.connect(partial(self._take_away, chip))
            self._said_flow.addWidget(chip)
            chip.show()
        self._said.setVisible(bool(self._phrases))
        self._hint.setVisible(not self._phrases)
        self.layout().setEnabled(True)
        self.layout().invalidate()  # and so laid out with all else that waits

    def _take_away(self, chip: PhraseChip) -> None:
        self.say(self._description.without(chip.phrase))

    def _explain_undo(self, step: str) -> None:
        self.undo_button.setToolTip(_with_step(tr("Undo"), step))

    def _explain_redo(self, step: str) -> None:
        self.redo_button.setToolTip(_with_step(tr("Redo"), step))

    def _filter_groups(self, text: str) -> None:
        matches = matching_attributes(self._description.schema, text) if text.strip() else None
        for group in self._groups:
            group.show_matches(matches)
        self._no_match.setVisible(matches is not None and not matches)


class _Saying(QUndoCommand):
    """A change from one description to another."""

    def __init__(self, panel: DescriptionPanel, before: Description, after: Description) -> None:
        super().__init__()
        self._panel, self._before, self._after = panel, before, after

    def undo(self) -> None:
        """Say what was said before."""
        self._panel._take(self._before)

    def redo(self) -> None:
        """Say what was said after."""
        self._panel._take(self._after)


def _picture_in(data: QMimeData) -> Path | None:
    """Return the one picture that is dragged, None where it is anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() in ENDINGS else None


def _with_step(title: str, step: str) -> str:
    """Return which step a button takes back or makes again."""
    return f"{title}: {step}" if step else title


_WINDOW = Qt.ShortcutContext.WindowShortcut
