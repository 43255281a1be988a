"""What was told last, in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.widgets.labels import set_tone


class ToldLine(QLabel):
    """Hidden until there is something to tell."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name)
        self.setTextFormat(Qt.TextFormat.PlainText)  # names of files come from outside
        self.setWordWrap(True)
        self.say("")

    def say(self, text: str) -> None:
        """Tell something; "" hides the line."""
        set_tone(self, "muted")
        self.setText(text)
        self.setVisible(bool(text))

    def complain(self, reason: str) -> None:
        """Tell why something failed."""
        self.say(reason)
        set_tone(self, "error")
