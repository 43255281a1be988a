"""Above the pages: that another model answers now, and what of the description it cannot be asked."""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from app.theme.theme import Theme
from app.translate import tr
from app.widgets.labels import button, label
from app.widgets.notice_bar import NoticeBar


class SwitchedBar(NoticeBar):
    """Hidden until the model has changed, and after it was read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        words = label("", "strong", name="modelSwitched")
        words.setWordWrap(True)
        self.dismiss_button = button(tr("Dismiss"), "link", name="dismissSwitched")
        super().__init__(theme, words, self.dismiss_button, parent=parent)
        self.dismiss_button.clicked.connect(self.hide)

    def tell(self, name: str, left_out: Sequence[str]) -> None:
        """Tell which model answers, and what was left out of the description."""
        text = say_switched(name, left_out)
        self._words.setText(text)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


def say_switched(name: str, left_out: Sequence[str]) -> str:
    """Return which model answers now, and what it cannot be asked."""
    text = tr("The case is searched with the model {name} now.").format(name=name)
    if not left_out:
        return text
    lost = tr("It cannot be asked for what is left out of the description: {lost}.").format(lost=", ".join(left_out))
    return f"{text} {lost}"
