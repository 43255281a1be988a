"""One clause of the description in words, with a cross that takes it away."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.search.attribute_chip import MARKS
from app.search.description import Phrase, Tick
from app.theme.icons import Icons
from app.theme.kept_picture import KeptPicture
from app.theme.painting import paint_pill
from app.theme.theme import Theme
from app.translate import tr

_LINES = {Tick.HAS: "accent", Tick.NOT: "contradicts", Tick.PREFERS: "accent", Tick.ANY: "line"}


class PhraseChip(QAbstractButton):
    """A click anywhere on it takes the clause away."""

    def __init__(self, theme: Theme, icons: Icons, phrase: Phrase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept = KeptPicture(self, theme)
        self._icons = icons
        self.phrase = phrase
        self.setText(f"{MARKS[phrase.tick]} {phrase.words}")
        self.setAccessibleName(tr("Take away: {words}").format(words=phrase.words))
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for words and cross, within the pane."""
        theme = self._theme
        words = QFontMetrics(theme.font()).horizontalAdvance(self.text())
        widest = theme.size("pane_left") - 3 * theme.size("pane_padding")
        width = words + 2 * theme.size("step") + theme.size("swatch") + 2 * theme.size("chip_padding")
        return QSize(min(width, widest), theme.size("chip_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, words and cross."""
        self._kept.paint((self.underMouse(), self.hasFocus()), self._draw)

    def _draw(self, painter: QPainter) -> None:
        theme = self._theme
        fill = "chip_hover" if self.underMouse() else "panel"
        line, is_dashed = _LINES[self.phrase.tick], self.phrase.tick is Tick.PREFERS
        paint_pill(painter, theme, self.rect(), fill=fill, line=line, has_focus=self.hasFocus(), is_dashed=is_dashed)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        theme = self._theme
        cross, padding = theme.size("swatch"), theme.size("chip_padding")
        room = QRect(padding, 0, self.width() - 2 * padding - cross - theme.size("step"), self.height())
        painter.setFont(theme.font())
        painter.setPen(theme.colour("contradicts" if self.phrase.tick is Tick.NOT else "text"))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        colour = "text" if self.underMouse() else "muted"
        pixmap = self._icons.pixmap("close", colour, cross, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - padding - cross, (self.height() - cross) // 2, pixmap)
