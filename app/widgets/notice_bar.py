"""A line above a page's content that tells of something, with what can be done about it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.theme.theme import Theme


class NoticeBar(QFrame):
    """Words on the left, buttons on the right; hidden until there is something to tell.

    Args:
        theme: its look.
        words: the label that tells.
        buttons: from left to right.
        role: of the frame in the style sheet.
        parent: the page.
    """

    def __init__(
        self, theme: Theme, words: QLabel, *buttons: QPushButton, role: str = "news", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self._words = words
        step = theme.size("step")
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * step, step, step, step)
        row.setSpacing(2 * step)
        row.addWidget(words, 1)
        for offered in buttons:
            row.addWidget(offered)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said."""
        return self._words.text()
