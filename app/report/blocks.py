"""What a page is made of: text, tables row by row, and space; each knows how high it is in a width."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from app.theme.paper import BODY, HEAD, LABEL, LINE, POINT, SHADE, Type

MOST_LETTERS, MOST_LINES = 1_200, 30  # of one text; more would not fit a page in a narrow column
PADDING = 3 * POINT
NAME_AND_VALUE = (0.26, 0.74)  # of the width


class Block(ABC):
    """Something that stands on a page and is never cut."""

    before: float = 0.0  # space above, unless it stands first on its page
    with_next: bool = False  # whether it may not stand last on a page
    header: "Block | None" = None  # repeated above it where it stands first on a page

    @abstractmethod
    def height(self, width: float) -> float:
        """Return how high it is."""

    @abstractmethod
    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it with this corner at its left top."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    look: Type = BODY


@dataclass
class Text(Block):
    """A paragraph, or several; what stands in it is never taken for mark-up."""

    runs: Sequence[Run]
    before: float = 0.0
    with_next: bool = False
    is_right: bool = False
    header: Block | None = None
    _measured: dict[float, float] = field(default_factory=dict, repr=False)  # heights by width

    def height(self, width: float) -> float:
        """Return how high it is."""
        if width not in self._measured:
            self._measured[width] = self._written(width).size().height()
        return self._measured[width]

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it."""
        painter.save()
        painter.translate(at)
        self._written(width).drawContents(painter)
        painter.restore()

    def _written(self, width: float) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(self.runs[0].look.font() if self.runs else BODY.font())
        option = QTextOption(Qt.AlignmentFlag.AlignRight if self.is_right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        for run in self.runs:
            cursor.insertText(shortened(run.text), _format(run.look))
        document.setTextWidth(width)
        return document


@dataclass
class Row(Block):
    """A row of a table, its cells side by side.

    Attributes:
        cells: one for each share.
        shares: of the width, which they add up to 1.
        shade: behind the row.
        line: below it.
    """

    cells: Sequence[Block]
    shares: Sequence[float]
    header: Block | None = None
    shade: str | None = None
    line: str | None = LINE
    before: float = 0.0
    with_next: bool = False
    padding: float = PADDING

    def height(self, width: float) -> float:
        """Return how high its highest cell is."""
        cells = zip(self.cells, self.shares, strict=True)
        return max(cell.height(share * width - 2 * self.padding) for cell, share in cells) + 2 * self.padding

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint it."""
        height = self.height(width)
        if self.shade is not None:
            painter.fillRect(QRectF(at.x(), at.y(), width, height), QColor(self.shade))
        left = at.x()
        for cell, share in zip(self.cells, self.shares, strict=True):
            inside = QPointF(left + self.padding, at.y() + self.padding)
            cell.paint(painter, inside, share * width - 2 * self.padding)
            left += share * width
        if self.line is not None:
            painter.setPen(QPen(QColor(self.line), 0.5 * POINT))
            painter.drawLine(QPointF(at.x(), at.y() + height), QPointF(at.x() + width, at.y() + height))


@dataclass
class Stack(Block):
    """Blocks below one another, which stay together."""

    blocks: Sequence[Block]

    def height(self, width: float) -> float:
        """Return how high all of them are."""
        return sum(block.height(width) for block in self.blocks)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paint them."""
        top = at.y()
        for block in self.blocks:
            block.paint(painter, QPointF(at.x(), top), width)
            top += block.height(width)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    share: float
    is_number: bool = False
    look: Type = BODY


def table(columns: Sequence[Column], rows: Sequence[Sequence[str | Block]], *, before: float = 0.0) -> list[Block]:
    """Return the rows of a table below its header, which is repeated on every page and never stands alone."""
    shares = [column.share for column in columns]
    titles = [Text([Run(column.title, HEAD)], is_right=column.is_number) for column in columns]
    head = Row(titles, shares, shade=SHADE, line=None, before=before, with_next=True)
    return [head, *(Row([_cell(*cell) for cell in zip(row, columns, strict=True)], shares, head) for row in rows)]


def facts(pairs: Sequence[tuple[str, str | Block]], *, together: bool = False) -> list[Block]:
    """Return names with values beside them; `together` keeps them on the page of what follows."""
    rows: list[Block] = []
    for name, value in pairs:
        said = Text([Run(value or "—")]) if isinstance(value, str) else value
        rows.append(Row([Text([Run(name, LABEL)]), said], NAME_AND_VALUE, line=None, with_next=together))
    rows[0].before = 4 * POINT
    return rows


def shortened(text: str) -> str:
    """Return the text, or its begin where a page would not hold it; the odd bytes of a name become question marks."""
    plain = text.encode("utf-8", "replace").decode()
    fitting = "\n".join(plain.split("\n")[:MOST_LINES])[:MOST_LETTERS]
    return plain if fitting == plain else f"{fitting} […]"


def _cell(value: str | Block, column: Column) -> Block:
    return Text([Run(value, column.look)], is_right=column.is_number) if isinstance(value, str) else value


def _format(look: Type) -> QTextCharFormat:
    written = QTextCharFormat()
    written.setFont(look.font())
    written.setForeground(QColor(look.colour))
    return written
