"""A recent case on the start page: the card that opens it, and the button that takes it off the list."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.card_button import CardButton, CardText


class RecentRow(QWidget):
    """Two buttons side by side."""

    def __init__(self, theme: Theme, icons: Icons, text: CardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.card = CardButton(theme, icons, text)
        self.forget_button = QToolButton(objectName="forgetCase")
        self.forget_button.setProperty("kind", "link")
        self.forget_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.forget_button.setAccessibleName(tr("Take {title} off the list").format(title=text.title))
        self.forget_button.setToolTip(tr("Takes it off this list. The case itself stays where it is."))
        self.forget_button.setIconSize(QSize(theme.size("icon"), theme.size("icon")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.size("step"))
        row.addWidget(self.card, 1)
        row.addWidget(self.forget_button)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.forget_button.setIcon(self._icons.icon("close"))
