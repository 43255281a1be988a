"""What was asked, or is seen, line by line: its name, a mark, a bar and the probability in figures."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.search.marks import VERDICT_COLOURS, Marks
from app.search.results_item_model import say_verdict
from app.theme.kept_picture import KeptPicture
from app.theme.painting import drawn
from app.theme.theme import Theme
from app.theme.tokens import Tone
from engine.search.evidence import Verdict


class EvidenceLine(NamedTuple):
    """What a line says."""

    name: str
    probability: float
    verdict: Verdict


class EvidenceRows(QWidget):
    """Lines below each other. Rows are kept and say something else: making one takes longer than painting it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = RowParts(theme)
        self._rows: list[EvidenceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size("step") // 2)

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Say these instead."""
        for _missing in lines[len(self._rows) :]:
            self._rows.append(EvidenceRow(self._theme, self._parts, lines[len(self._rows)], self))
            self._column.addWidget(self._rows[-1])
        for row, line in zip(self._rows, lines, strict=False):
            row.say(line)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(lines))

    def wait(self) -> None:
        """Say nothing in the same room: what is to be said is on its way, and nothing is to move twice."""
        for row in self._rows:
            row.say(None)


class RowParts:
    """What rows are painted of, each drawn once: marks, and bars from end to end."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.marks = Marks(theme)
        self._bars: dict[tuple[Tone, str, int, float], QPixmap] = {}
        self._figure_width = 0

    @property
    def figure_width(self) -> int:
        """Return how wide the widest figure is."""
        self._figure_width = self._figure_width or QFontMetrics(self._theme.font()).horizontalAdvance("100 %")
        return self._figure_width

    def bar(self, colour: str, width: int, ratio: float) -> QPixmap:
        """Return a whole bar of a colour, by its token, for a device of this pixel ratio."""
        key = self._theme.tokens.tone, colour, width, ratio
        if key not in self._bars:
            size = QSize(width, self._theme.size("bar_height"))
            self._bars[key] = drawn(size, ratio, lambda painter: self._paint_whole_bar(painter, size, colour))
        return self._bars[key]

    def _paint_whole_bar(self, painter: QPainter, size: QSize, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(colour))
        painter.drawRoundedRect(QRectF(0, 0, size.width(), size.height()), size.height() / 2, size.height() / 2)


class EvidenceRow(QWidget):
    """Paints one line of evidence; mark and figure say what the colour says too."""

    def __init__(self, theme: Theme, parts: RowParts, line: EvidenceLine | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = parts
        self._kept = KeptPicture(self, theme)
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def say(self, line: EvidenceLine | None) -> None:
        """Say this instead; None says nothing."""
        if line != self._line:
            self._line = line
            self._tell()
            self.update()

    def _tell(self) -> None:
        line, words = self._line, ""
        if line is not None:
            words = f"{line.name}: {say_verdict(line.verdict)}, {say_percent(line.probability)}"
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self._theme.size("pane_right") // 2, self._theme.size("mark") + self._theme.size("step"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, mark, bar and figure."""
        line = self._line
        if line is not None:
            self._kept.paint(line, lambda painter: self._draw(painter, line))

    def _draw(self, painter: QPainter, line: EvidenceLine) -> None:
        step, side, ratio = self._theme.size("step"), self._theme.size("mark"), self.devicePixelRatioF()
        mark = self._parts.marks.pixmap(line.verdict, ratio)
        painter.drawPixmap(QPointF(0, (self.height() - side) / 2), mark)
        painter.setFont(self._theme.font())
        figure_width = self._parts.figure_width
        name = QRect(side + 2 * step, 0, (self.width() - side - figure_width) // 2, self.height())
        figure = QRect(self.width() - figure_width, 0, figure_width, self.height())
        painter.setPen(self._theme.colour("text"))
        shown = painter.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.drawText(
            figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, say_percent(line.probability)
        )
        self._paint_bar(painter, line, name.right() + 2 * step, figure.left() - 2 * step)

    def _paint_bar(self, painter: QPainter, line: EvidenceLine, left: int, right: int) -> None:
        height, width, ratio = self._theme.size("bar_height"), max(0, right - left), self.devicePixelRatioF()
        top = (self.height() - height) / 2
        painter.drawPixmap(QPointF(left, top), self._parts.bar("bar_groove", width, ratio))
        full = self._parts.bar(VERDICT_COLOURS[line.verdict], width, ratio)
        shown = width * line.probability
        painter.drawPixmap(QRectF(left, top, shown, height), full, QRectF(0, 0, shown * ratio, height * ratio))


def say_percent(probability: float) -> str:
    """Return a probability in whole percent; it is never said to be certain."""
    return f"{min(99, max(1, round(100 * probability)))} %"
