"""What the user says of the chosen crop: three buttons, one of them at most pressed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.search.review_words import SIGNS
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import show_pressed, toggle_button
from engine.gallery.records import ReviewState


class ReviewRow(QWidget):
    """A second click takes the word back."""

    wanted = Signal(object)  # ReviewState

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewRow")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.size("step"))
        self.buttons: dict[ReviewState, QToolButton] = {}
        for state, text, tip in (
            (ReviewState.CONFIRMED, tr("Confirm"), tr("This is the person looked for (Y)")),
            (ReviewState.REJECTED, tr("Reject"), tr("This is somebody else (N)")),
            (ReviewState.UNSURE, tr("Unsure"), tr("It cannot be told (U)")),
        ):
            self.buttons[state] = self._button(state, text, tip)
            row.addWidget(self.buttons[state], 1)

    def show_state(self, state: ReviewState) -> None:
        """Show what has been said."""
        for of, button in self.buttons.items():
            show_pressed(button, of is state)

    def offer(self, hindrance: str) -> None:
        """Offer to review, or say what stands in the way."""
        for button in self.buttons.values():
            button.setEnabled(not hindrance)
            if hindrance:
                button.setToolTip(hindrance)

    def _button(self, state: ReviewState, text: str, tip: str) -> QToolButton:
        made = toggle_button(f"{SIGNS[state]} {text}", tip, name=f"review-{state.value}")
        made.setAccessibleName(text)
        made.clicked.connect(lambda: self.wanted.emit(state))
        return made
