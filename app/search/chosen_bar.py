"""Below the results: how many are chosen, and what can be done with all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.search.review_words import SIGNS
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar
from engine.gallery.records import ReviewState


class ChosenBar(NoticeBar):
    """Hidden while one result at most is chosen."""

    review_wanted = Signal(object)  # ReviewState
    clear_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.review_buttons: dict[ReviewState, QPushButton] = {}
        for state, text in (
            (ReviewState.CONFIRMED, tr("Confirm")),
            (ReviewState.REJECTED, tr("Reject")),
            (ReviewState.UNSURE, tr("Unsure")),
        ):
            self.review_buttons[state] = button(f"{SIGNS[state]} {text}", name=f"reviewAll-{state.value}")
            self.review_buttons[state].setAccessibleName(tr("{text} all that are chosen").format(text=text))
        self.clear_button = button(tr("Clear"), "link", name="clearChoice")
        self.clear_button.setAccessibleName(tr("Choose only the current result"))
        words = label("", "strong", name="chosenCount")
        super().__init__(theme, words, *self.review_buttons.values(), self.clear_button, parent=parent)
        for state, made in self.review_buttons.items():
            made.clicked.connect(lambda _checked=False, state=state: self.review_wanted.emit(state))
        self.clear_button.clicked.connect(self.clear_wanted)

    def show_count(self, count: int) -> None:
        """Show how many are chosen."""
        self._words.setText(tr("{n} chosen").format(n=say_number(count)))
        self.setVisible(count > 1)

    def offer_reviews(self, hindrance: str) -> None:
        """Offer to review, or say what stands in the way."""
        for made in self.review_buttons.values():
            made.setEnabled(not hindrance)
            made.setToolTip(hindrance)
