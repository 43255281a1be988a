"""What was asked, or is seen, line by line: its name, a mark, a bar and the probability in figures."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.search.marks import VERDICT_COLOURS, paint_mark
from app.search.results_item_model import say_verdict
from app.theme.kept_picture import KeptPicture
from app.theme.theme import Theme
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
        self._rows: list[EvidenceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.size("step") // 2)

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """Say these instead."""
        for _missing in lines[len(self._rows) :]:
            self._rows.append(EvidenceRow(self._theme, lines[len(self._rows)], self))
            self._column.addWidget(self._rows[-1])
        for row, line in zip(self._rows, lines, strict=False):
            row.say(line)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(lines))


class EvidenceRow(QWidget):
    """Paints one line of evidence; mark and figure say what the colour says too."""

    def __init__(self, theme: Theme, line: EvidenceLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept = KeptPicture(self, theme)
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def say(self, line: EvidenceLine) -> None:
        """Say this instead."""
        if line != self._line:
            self._line = line
            self._tell()
            self.update()

    def _tell(self) -> None:
        line = self._line
        self.setAccessibleName(f"{line.name}: {say_verdict(line.verdict)}, {say_percent(line.probability)}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self._theme.size("pane_right") // 2, self._theme.size("mark") + self._theme.size("step"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, mark, bar and figure."""
        self._kept.paint(self._line, self._draw)

    def _draw(self, painter: QPainter) -> None:
        step, side = self._theme.size("step"), self._theme.size("mark")
        mark = QRectF(0.5, (self.height() - side) / 2, side, side)
        paint_mark(painter, self._theme, mark, self._line.verdict)
        painter.setFont(self._theme.font())
        figure_width = painter.fontMetrics().horizontalAdvance("100 %")
        name = QRect(side + 2 * step, 0, (self.width() - side - figure_width) // 2, self.height())
        figure = QRect(self.width() - figure_width, 0, figure_width, self.height())
        painter.setPen(self._theme.colour("text"))
        shown = painter.fontMetrics().elidedText(self._line.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.drawText(
            figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, say_percent(self._line.probability)
        )
        self._paint_bar(painter, name.right() + 2 * step, figure.left() - 2 * step)

    def _paint_bar(self, painter: QPainter, left: int, right: int) -> None:
        height = self._theme.size("bar_height")
        groove = QRectF(left, (self.height() - height) / 2, right - left, height)
        path = QPainterPath()
        path.addRoundedRect(groove, height / 2, height / 2)
        painter.fillPath(path, self._theme.colour("bar_groove"))
        painter.setClipPath(path)
        groove.setWidth(groove.width() * self._line.probability)
        painter.fillRect(groove, self._theme.colour(VERDICT_COLOURS[self._line.verdict]))
        painter.setClipping(False)


def say_percent(probability: float) -> str:
    """Return a probability in whole percent; it is never said to be certain."""
    return f"{min(99, max(1, round(100 * probability)))} %"
