"""The page that stands before a case is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.help.about_words import about_bolo
from app.start.recent_row import RecentRow
from app.theme.icons import Icons, application_mark
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.card_button import CardButton, CardText
from app.widgets.labels import label


@dataclass(frozen=True, slots=True)
class RecentCase:
    """A case that was open before; missing where its folder is not there now."""

    folder: Path
    title: str
    is_missing: bool = False


class StartPage(QWidget):
    """Offers the recent cases, a new one, one on the disk, and the demo."""

    new_wanted = Signal()
    open_wanted = Signal()
    demo_wanted = Signal()
    case_chosen = Signal(object)  # Path
    forget_wanted = Signal(object)  # Path of a case that is to leave the list

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._theme = theme
        self._icons = icons
        self._recent_rows: list[RecentRow] = []
        self.about: QFrame | None = None  # what Bolo is, until there is a recent case
        self.setAccessibleName(tr("Start"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it takes the first focus; Tab goes to its buttons
        self._build()

    @property
    def recent_buttons(self) -> Sequence[CardButton]:
        """Return the recent cases' buttons, the last opened first."""
        return tuple(row.card for row in self._recent_rows)

    @property
    def forget_buttons(self) -> Sequence[QToolButton]:
        """Return the buttons that take the recent cases off the list."""
        return tuple(row.forget_button for row in self._recent_rows)

    def show_recent(self, cases: Sequence[RecentCase]) -> None:
        """List the recent cases, or say how the first one comes to be here."""
        for row in self._recent_rows:
            self._recent.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._recent_rows = [self._recent_row(case) for case in cases]
        for row in self._recent_rows:
            self._recent.addWidget(row)
        self._recent_head.setVisible(bool(cases))
        if self.about is None and not cases:
            self.about = self._about()
            self._about_place.addWidget(self.about)
        if self.about is not None:
            self.about.setVisible(not cases)

    def show_model_notes(self, text: str) -> None:
        """Show what must be known of the model before it is used."""
        self._notes.setText(text)
        self._note_frame.setVisible(bool(text))

    def _build(self) -> None:
        column = QWidget(objectName="scrolled")
        column.setMaximumWidth(self._theme.size("start_column"))
        layout = QVBoxLayout(column)
        layout.setSpacing(3 * self._theme.size("step"))
        layout.setContentsMargins(*([6 * self._theme.size("step")] * 4))
        layout.addStretch(2)
        layout.addLayout(self._head())
        layout.addSpacing(3 * self._theme.size("step"))
        layout.addLayout(self._actions())
        layout.addSpacing(4 * self._theme.size("step"))
        self._recent_head = label(tr("Recent cases"), "section")
        self._recent = QVBoxLayout(spacing=2 * self._theme.size("step"))
        self._recent_head.hide()
        self._about_place = QVBoxLayout()
        layout.addWidget(self._recent_head)
        layout.addLayout(self._recent)
        layout.addLayout(self._about_place)
        layout.addStretch(3)
        layout.addWidget(self._note())
        self._centre(column)

    def _centre(self, column: QWidget) -> None:
        holder = QWidget(objectName="scrolled")
        row = QHBoxLayout(holder)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _head(self) -> QHBoxLayout:
        side = 13 * self._theme.size("step")
        mark = QLabel()
        mark.setPixmap(application_mark(side, self.devicePixelRatioF()))
        texts = QVBoxLayout(spacing=0)
        texts.addWidget(label("Bolo", "hero"))
        texts.addWidget(label(tr("Finds people in surveillance footage by what is known of them."), "muted"))
        row = QHBoxLayout(spacing=4 * self._theme.size("step"))
        row.addWidget(mark)
        row.addLayout(texts)
        row.addStretch(1)
        return row

    def _actions(self) -> QGridLayout:
        grid = QGridLayout(spacing=2 * self._theme.size("step"))
        self.new_button = self._action("plus", tr("New case"), tr("For one investigation"))
        self.open_button = self._action("folder", tr("Open a case"), tr("A .bolo folder"))
        self.demo_button = self._action("play", tr("Demo case"), tr("Drawn streets to try"))
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.demo_button.clicked.connect(self.demo_wanted)
        for column, button in enumerate((self.new_button, self.open_button, self.demo_button)):
            grid.addWidget(button, 0, column)
        return grid

    def _action(self, icon: str, title: str, line: str) -> CardButton:
        return CardButton(self._theme, self._icons, CardText(icon=icon, title=title, line=line))

    def _recent_row(self, case: RecentCase) -> RecentRow:
        end = tr("not found") if case.is_missing else ""
        text = CardText(icon="folder", title=case.title, line=str(case.folder), end=end)
        row = RecentRow(self._theme, self._icons, text)
        row.card.clicked.connect(lambda: self.case_chosen.emit(case.folder))
        row.forget_button.clicked.connect(lambda: self.forget_wanted.emit(case.folder))
        return row

    def _about(self) -> QFrame:
        """Return what Bolo is and is not; it is shown until there is a recent case."""
        frame = QFrame(objectName="aboutBolo")
        frame.setProperty("role", "card")
        step = self._theme.size("step")
        column = QVBoxLayout(frame)
        column.setContentsMargins(4 * step, 3 * step, 4 * step, 4 * step)
        for heading, text in about_bolo():
            column.addWidget(label(heading, "section"))
            words = label(text)
            words.setWordWrap(True)
            column.addWidget(words)
        return frame

    def _note(self) -> QFrame:
        self._note_frame = QFrame()
        self._note_frame.setProperty("role", "note")
        self._notes = label("", "")
        self._notes.setWordWrap(True)
        row = QHBoxLayout(self._note_frame)
        row.addWidget(self._notes)
        self._note_frame.hide()
        return self._note_frame
