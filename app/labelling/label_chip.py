"""A value of a group as a chip: its key, what was said of it, and whether a model guessed it; by sign and colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.labelling.label_words import HOLDS_MARK, mark_of, say_word
from app.theme.kept_picture import KeptPicture
from app.theme.painting import paint_pill, paint_swatch
from app.theme.theme import Theme
from app.translate import say_number, tr
from engine.gallery.records import Said

_COLOURS: dict[Said | None, tuple[str, str, str]] = {  # fill, line, text
    None: ("chip", "line", "text"),
    Said(True): ("accent_fill", "accent", "text"),
    Said(False): ("panel", "line_strong", "muted"),
    Said(None): ("cannot_tell_fill", "cannot_tell", "text"),
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipText:
    """What never changes about a chip."""

    label: str
    name: str  # whole, for who cannot see the group's title
    swatch: str | None = None
    key: str = ""
    is_quiet: bool = False  # says something of the group, and is no value


class LabelChip(QAbstractButton):
    """Its width leaves room for a sign or a number in every state, so that nothing moves under the pointer."""

    def __init__(self, theme: Theme, text: ChipText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept = KeptPicture(self, theme)
        self._hint: QSize | None = None
        self.chip_text = text
        self._word: Said | None = None
        self._is_unkept = False
        self._shows_key = False
        self._count = 0
        self.setText(text.label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._name()

    @property
    def word(self) -> Said | None:
        """Return what is shown."""
        return self._word

    def show_word(self, word: Said | None, *, is_unkept: bool = False) -> None:
        """Show what was said."""
        if (word, is_unkept) != (self._word, self._is_unkept):
            self._word, self._is_unkept = word, is_unkept
            self._name()
            self.update()

    def show_key(self, is_shown: bool) -> None:
        """Show the key, where it works now."""
        if is_shown != self._shows_key:
            self._shows_key = is_shown
            self._name()
            self.update()

    def show_count(self, count: int) -> None:
        """Show how many crops were labelled with it."""
        if count != self._count:
            self._count = count
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the widest state, measured once."""
        if self._hint is None:
            self._hint = self._measured()
        return self._hint

    def _measured(self) -> QSize:
        size, text = self._theme.size, self.chip_text
        width = self._metrics(bold=not text.is_quiet).horizontalAdvance(self.text()) + 2 * size("chip_padding")
        width += self._key_width() if text.key else 0
        width += 0 if text.is_quiet else self._end_width()
        width += size("swatch") + size("swatch_gap") if text.swatch is not None else 0
        return QSize(width, size("chip_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, key, swatch, name, and at the end a sign, or a number where nothing is said."""
        told = self._word, self._is_unkept, self._shows_key, self._count
        self._kept.paint((*told, self.isEnabled(), self.underMouse(), self.hasFocus()), self._draw)

    def _draw(self, painter: QPainter) -> None:
        fill, line, ink = self._colours()
        is_guess = self._word is not None and self._word.is_guess
        focus = self.hasFocus()
        paint_pill(painter, self._theme, self.rect(), fill=fill, line=line, has_focus=focus, is_dashed=is_guess)
        x = self._theme.size("chip_padding")
        if self.chip_text.key:
            self._paint_key(painter, x)
            x += self._key_width()
        if self.chip_text.swatch is not None:
            paint_swatch(painter, self._theme, x, self.height(), self.chip_text.swatch)
            x += self._theme.size("swatch") + self._theme.size("swatch_gap")
        self._paint_words(painter, x, ink)
        self._paint_end(painter, ink)

    def _colours(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "panel", "line", "disabled"
        if self._is_unkept:
            return "contradicts_fill", "contradicts", "text"
        known = None if self._word is None else Said(self._word.value)
        fill, line, ink = _COLOURS[known]
        if self._word is not None and self._word.is_guess:
            fill = "panel"
        if self._word is None and self.underMouse():
            fill, line = "chip_hover", "line_strong"
        return ("panel" if fill == "chip" else fill, line, "muted") if self.chip_text.is_quiet else (fill, line, ink)

    def _paint_key(self, painter: QPainter, x: int) -> None:
        """Paint the key: on a cap where it works now, bare where it would after a change of the group."""
        side = self._theme.size("mark")
        cap = QRectF(x - 2, (self.height() - side) / 2, side, side)
        if self._shows_key:
            painter.setPen(self._theme.colour("line_strong"))
            painter.setBrush(self._theme.colour("panel"))
            painter.drawRoundedRect(cap, self._theme.size("radius_small"), self._theme.size("radius_small"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self._theme.font("font_small", bold=self._shows_key))
        lit = "text" if self._shows_key else "muted"
        painter.setPen(self._theme.colour(lit if self.isEnabled() else "disabled"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.chip_text.key)

    def _paint_words(self, painter: QPainter, x: int, ink: str) -> None:
        font = self._font(bold=self._word is not None and self._word.value is True)
        font.setItalic(self._word is not None and self._word.is_guess)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        painter.drawText(QRect(x, 0, self.width(), self.height()), _LEFT, self.text())

    def _paint_end(self, painter: QPainter, ink: str) -> None:
        mark = mark_of(self._word)
        text = mark or (self._count_text() if self._count else "")
        painter.setFont(self._theme.font("font" if mark else "font_small", bold=bool(mark)))
        painter.setPen(self._theme.colour(ink if mark else "muted" if self.isEnabled() else "disabled"))
        painter.drawText(self.rect().adjusted(0, 0, -self._theme.size("chip_padding"), 0), _RIGHT, text)

    def _count_text(self) -> str:
        return say_number(self._count) if self._count < 1_000 else f"{self._count // 1_000}k"

    def _font(self, *, bold: bool) -> QFont:
        return self._theme.font("font_small" if self.chip_text.is_quiet else "font", bold=bold)

    def _metrics(self, *, bold: bool) -> QFontMetrics:
        return QFontMetrics(self._font(bold=bold))

    def _key_width(self) -> int:
        return self._theme.size("mark") + self._theme.size("step") // 2

    def _end_width(self) -> int:
        number = QFontMetrics(self._theme.font("font_small")).horizontalAdvance("000")
        return max(number, self._metrics(bold=True).horizontalAdvance(HOLDS_MARK)) + self._theme.size("step") // 2

    def _name(self) -> None:
        text = self.chip_text
        said = [] if text.is_quiet else [say_word(self._word, is_unkept=self._is_unkept)]
        key = [tr("key {key}").format(key=text.key)] if text.key and self._shows_key else []
        count = [tr("labelled so far: {n}").format(n=say_number(self._count))] if self._count else []
        self.setAccessibleName(f"{text.name}: {', '.join(said)}" if said else text.name)
        self.setAccessibleDescription(", ".join([*key, *count]))
        self.setToolTip(" · ".join([text.name, *said, *key, *count]))
