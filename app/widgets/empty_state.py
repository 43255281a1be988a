"""What stands where nothing is yet: a drawing, what is missing, and the next step."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.theme.icons import Icons
from app.theme.theme import Theme
from app.widgets.labels import button, label


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyText:
    """What an empty place says; `action` is the button that does the next step."""

    icon: str
    title: str
    line: str
    action: str = ""


class EmptyState(QWidget):
    """Fills a place that has nothing to show."""

    wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, text: EmptyText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._drawing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = label("", "title")
        self._line = label("", "muted", name="emptyLine")
        self.action_button = button("", "primary", name="emptyAction")
        self.action_button.clicked.connect(self.wanted)
        self._build()
        self.say(text)
        theme.changed.connect(self._draw)

    def say(self, text: EmptyText) -> None:
        """Say something else."""
        self._text = text
        self._title.setText(text.title)
        self._line.setText(text.line)
        self.action_button.setText(text.action)
        self.action_button.setVisible(bool(text.action))
        self._draw()

    def _build(self) -> None:
        step = self._theme.size("step")
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * step, 6 * step, 6 * step, 6 * step)
        column.setSpacing(2 * step)
        column.addStretch(2)
        for part in (self._drawing, self._title, self._line):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            part.setWordWrap(True)
            column.addWidget(part)
        column.addSpacing(2 * step)
        column.addWidget(self.action_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def _draw(self) -> None:
        side = 3 * self._theme.size("icon")
        self._drawing.setPixmap(self._icons.pixmap(self._text.icon, "line_strong", side, self.devicePixelRatioF()))
