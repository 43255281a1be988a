"""One thing that was asked, or is seen: its name, a mark, a bar and the probability in figures."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.search.marks import VERDICT_COLOURS, paint_mark
from app.search.results_item_model import say_verdict
from app.theme.theme import Theme
from engine.search.evidence import Verdict


class EvidenceRow(QWidget):
    """Paints one line of evidence; mark and figure say what the colour says too."""

    def __init__(
        self, theme: Theme, name: str, probability: float, verdict: Verdict, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._probability = probability
        self._verdict = verdict
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{name}: {say_verdict(verdict)}, {say_percent(probability)}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self._theme.size("pane_right") // 2, self._theme.size("mark") + self._theme.size("step"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, mark, bar and figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, side = self._theme.size("step"), self._theme.size("mark")
        mark = QRectF(0.5, (self.height() - side) / 2, side, side)
        paint_mark(painter, self._theme, mark, self._verdict)
        painter.setFont(self._theme.font())
        figure_width = painter.fontMetrics().horizontalAdvance("100 %")
        name = QRect(side + 2 * step, 0, (self.width() - side - figure_width) // 2, self.height())
        figure = QRect(self.width() - figure_width, 0, figure_width, self.height())
        painter.setPen(self._theme.colour("text"))
        shown = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.drawText(
            figure, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, say_percent(self._probability)
        )
        self._paint_bar(painter, name.right() + 2 * step, figure.left() - 2 * step)
        painter.end()

    def _paint_bar(self, painter: QPainter, left: int, right: int) -> None:
        height = self._theme.size("bar_height")
        groove = QRectF(left, (self.height() - height) / 2, right - left, height)
        path = QPainterPath()
        path.addRoundedRect(groove, height / 2, height / 2)
        painter.fillPath(path, self._theme.colour("bar_groove"))
        painter.setClipPath(path)
        groove.setWidth(groove.width() * self._probability)
        painter.fillRect(groove, self._theme.colour(VERDICT_COLOURS[self._verdict]))
        painter.setClipping(False)


def say_percent(probability: float) -> str:
    """Return a probability in whole percent; it is never said to be certain."""
    return f"{min(99, max(1, round(100 * probability)))} %"
