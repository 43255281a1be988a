"""Below the results: how many are chosen, and what can be done with all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.search.review_words import SIGNS
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar
from engine.gallery.records import ReviewState


class ChosenBar(NoticeBar):
    """Hidden while one result at most is chosen."""

    review_wanted = Signal(object)  # ReviewState
    bookmark_wanted = Signal()
    copy_wanted = Signal()
    sheet_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        self._icons = icons
        self.review_buttons: dict[ReviewState, QPushButton] = {}
        for state, text, key in (
            (ReviewState.CONFIRMED, tr("Confirm"), "Y"),
            (ReviewState.REJECTED, tr("Reject"), "N"),
            (ReviewState.UNSURE, tr("Unsure"), "U"),
        ):
            made = self.review_buttons[state] = button(SIGNS[state], "link", name=f"reviewAll-{state.value}")
            made.setAccessibleName(tr("{text} all that are chosen").format(text=text))
            made.setToolTip(f"{made.accessibleName()} ({key})")
        self.bookmark_button = button("", "link", name="bookmarkAll")
        self.copy_button = button(tr("Copy"), "link", name="copyAll")
        self.sheet_button = button(tr("Sheet…"), "link", name="sheetOfAll")
        self.clear_button = button("", "link", name="clearChoice")
        for made, name, key in (
            (self.bookmark_button, tr("Bookmark all that are chosen, or take the bookmarks away"), "B"),
            (self.copy_button, tr("Copy all that are chosen"), "Ctrl+C"),
            (self.sheet_button, tr("Save a contact sheet of all that are chosen"), "Ctrl+E"),
            (self.clear_button, tr("Choose only the current result"), tr("Esc")),
        ):
            made.setAccessibleName(name)
            made.setToolTip(f"{name} ({key})")
        words = label("", "strong", name="chosenCount")
        others = (self.bookmark_button, self.copy_button, self.sheet_button, self.clear_button)
        super().__init__(theme, words, *self.review_buttons.values(), *others, parent=parent)
        for state, made in self.review_buttons.items():
            made.clicked.connect(lambda _checked=False, state=state: self.review_wanted.emit(state))
        self.bookmark_button.clicked.connect(self.bookmark_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self.clear_button.clicked.connect(self.clear_wanted)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.bookmark_button.setIcon(self._icons.icon("bookmark"))
        self.clear_button.setIcon(self._icons.icon("close"))

    def show_count(self, count: int) -> None:
        """Show how many are chosen."""
        self._words.setText(tr("{n} chosen").format(n=say_number(count)))
        self.setVisible(count > 1)

    def offer_reviews(self, hindrance: str) -> None:
        """Offer to review and to bookmark, or say what stands in the way."""
        for made in (*self.review_buttons.values(), self.bookmark_button):
            made.setEnabled(not hindrance)
            if hindrance:
                made.setToolTip(hindrance)
