"""Whether the chosen crop is bookmarked, and whether it is part of the case: two buttons."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import show_pressed, toggle_button
from engine.gallery.records import BookmarkState, CropId


class BookmarkRow(QWidget):
    """Shows one crop; who is added to the case is there for a reason, which its tool-tip tells."""

    bookmark_wanted = Signal(object)  # tuple with the CropId
    add_wanted = Signal(object)  # CropId

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bookmarkRow")
        self._crop_id: CropId | None = None
        self._words: Mapping[CropId, tuple[BookmarkState, str]] = {}
        self._hindrance = ""
        self.bookmark_button = toggle_button(tr("Bookmark"), "", name="bookmarkCrop")
        self.add_button = toggle_button(tr("Add to the case…"), "", name="addCrop")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.size("step"))
        row.addWidget(self.bookmark_button, 1)
        row.addWidget(self.add_button, 1)
        self.bookmark_button.clicked.connect(self._want_bookmark)
        self.add_button.clicked.connect(self._want_to_add)
        self._show()

    def show_crop(self, crop_id: CropId) -> None:
        """Show another crop."""
        self._crop_id = crop_id
        self._show()

    def show_words(self, words: Mapping[CropId, tuple[BookmarkState, str]]) -> None:
        """Take state and note of every crop that is bookmarked or part of the case."""
        self._words = words
        self._show()

    def offer(self, hindrance: str) -> None:
        """Offer both, or say what stands in the way."""
        self._hindrance = hindrance
        self._show()

    def _show(self) -> None:
        state, note = BookmarkState.NONE, ""
        if self._crop_id is not None:
            state, note = self._words.get(self._crop_id, (state, note))
        is_added = state is BookmarkState.ADDED
        for made, is_on in ((self.bookmark_button, state is BookmarkState.BOOKMARKED), (self.add_button, is_added)):
            show_pressed(made, is_on)
        self.add_button.setText(tr("✓ In the case") if is_added else tr("Add to the case…"))
        self.bookmark_button.setEnabled(not self._hindrance and not is_added)
        self.add_button.setEnabled(not self._hindrance)
        self.bookmark_button.setToolTip(self._hindrance or tr("To be found again, and shown in reports (B)"))
        reason = tr("Added because: {reason}").format(reason=note) if is_added else tr("For a reason, which is asked")
        self.add_button.setToolTip(self._hindrance or reason)
        self.add_button.setAccessibleName(self.add_button.text().removeprefix("✓ "))

    def _want_bookmark(self) -> None:
        self._show()  # as it is, until it has been said
        if self._crop_id is not None:
            self.bookmark_wanted.emit((self._crop_id,))

    def _want_to_add(self) -> None:
        self._show()
        if self._crop_id is not None:
            self.add_wanted.emit(self._crop_id)
