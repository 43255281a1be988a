"""A grid of tiles of one size: where a tile lies is reckoned, and only what is in sight is painted."""

import time

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from app.search.density import Density
from app.search.results_item_model import ResultsItemModel
from app.search.thumbnails import Thumbnails
from app.search.tile_delegate import TileDelegate
from app.search.tile_grid import TileGrid
from app.theme.icons import Icons
from app.theme.theme import Theme
from engine.gallery.records import CropId

PAINTING_S = 0.004  # for tiles that have not been made yet, each time the view is painted

Index = QModelIndex | QPersistentModelIndex
Action = QAbstractItemView.CursorAction


class TileView(QAbstractItemView):
    """Lays tiles out in columns as wide as the pane allows.

    Nothing is kept for a tile: a hundred thousand of them cost what those in sight cost.
    """

    sight_changed = Signal()  # other tiles are in sight

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        results: ResultsItemModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._results = results
        self._density = Density.MEDIUM
        self._hovered: int | None = None
        self._grid = TileGrid(columns=1, cell_width=2, cell_height=2, gap=1)
        self._tiles = TileDelegate(theme, icons, results, thumbnails, self)
        self.setItemDelegate(self._tiles)
        self.setModel(results)
        self._set_up()
        results.rowsInserted.connect(self._on_count_changed)
        results.rowsRemoved.connect(self._on_count_changed)
        thumbnails.loaded.connect(self._repaint_tile)
        theme.changed.connect(self.viewport().update)

    def set_density(self, density: Density) -> None:
        """Show tiles of this size; what is at the top stays in sight."""
        if density is self._density:
            return
        first = self.rows_in_sight()
        self._density = density
        self._fit_columns()
        if first:
            self.verticalScrollBar().setValue(self._grid.corner(first[0])[1])

    def free_tiles(self) -> None:
        """Free the pictures of tiles: a closed page may lie about for minutes."""
        self._tiles.free()

    def rows_in_sight(self) -> range:
        """Return the rows of which a pixel is in sight."""
        top = self.verticalOffset()
        return self._grid.places_between(top, top + self.viewport().height() - 1, self._results.rowCount())

    def is_chosen(self, _row: int) -> bool:
        """Return whether a tile is chosen beside the current one; none is where only one can be."""
        return False

    # What Qt's item views ask of a view of their own.

    def visualRect(self, index: Index) -> QRect:
        """Return where a tile lies in the viewport, with its gaps."""
        if not index.isValid():
            return QRect()
        left, top = self._grid.corner(index.row())
        return QRect(left, top - self.verticalOffset(), self._grid.cell_width, self._grid.cell_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the tile at a point of the viewport."""
        row = self._row_at(point)
        return QModelIndex() if row is None else self._results.index(row)

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a tile into sight."""
        tile, bar = self.visualRect(index), self.verticalScrollBar()
        if not tile.isValid():
            return
        if tile.top() < 0 or tile.height() > self.viewport().height():
            bar.setValue(bar.value() + tile.top())
        elif tile.bottom() > self.viewport().height():
            bar.setValue(bar.value() + tile.bottom() + 1 - self.viewport().height())

    def horizontalOffset(self) -> int:
        """Return that nothing is scrolled sideways."""
        return 0

    def verticalOffset(self) -> int:
        """Return the pixel of the grid at the top of the viewport."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """Return that no tile is hidden."""
        return False

    def setSelection(self, _rect: QRect, _command: QItemSelectionModel.SelectionFlag) -> None:
        """Leave what is chosen to mouse and keys below."""

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """Return where the selected tile lies."""
        return QRegion(self.visualRect(self.currentIndex()))

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the tile that a key leads to."""
        count, columns, row = self._results.rowCount(), self._grid.columns, self.currentIndex().row()
        if not count:
            return QModelIndex()
        if row < 0:
            return self._results.index(self.rows_in_sight().start)
        page = columns * max(1, self.viewport().height() // self._grid.cell_height)
        steps = {
            Action.MoveLeft: -1,
            Action.MovePrevious: -1,
            Action.MoveRight: 1,
            Action.MoveNext: 1,
            Action.MoveUp: -columns if row >= columns else 0,
            Action.MoveDown: columns if row + columns < count else 0,
            Action.MovePageUp: -page,
            Action.MovePageDown: page,
            Action.MoveHome: -row,
            Action.MoveEnd: count,
        }
        return self._results.index(min(count - 1, max(0, row + steps[action])))

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the number of tiles."""
        super().updateGeometries()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setSingleStep(self._grid.cell_height // 4)
        bar.setRange(0, max(0, self._grid.height(self._results.rowCount()) - height))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and have the rest painted."""
        self._hovered = None
        self.viewport().scroll(dx, dy)
        self.sight_changed.emit()

    def keyboardSearch(self, _search: str) -> None:
        """Leave letters to the keys below; looking for a text would ask for every page."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the tile under the mouse."""
        self._hover(self._row_at(event.position().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        self._fit_columns()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles that the event touches: as many as can be made in a moment, the others in the next."""
        until = time.monotonic() + PAINTING_S
        left = QRegion()
        painter = QPainter(self.viewport())
        touched, top = event.region(), self.verticalOffset()
        bounds = touched.boundingRect()
        rows = self._grid.places_between(top + bounds.top(), top + bounds.bottom(), self._results.rowCount())
        for row in rows:
            index = self._results.index(row)
            rect = self.visualRect(index)
            if touched.intersects(rect) and not self._tiles.paint_in_time(
                painter, self._tile_option(row, rect), index, until
            ):
                left += rect
        painter.end()
        if not left.isEmpty():
            QTimer.singleShot(0, self, lambda: self.viewport().update(left))

    def _tile_option(self, row: int, rect: QRect) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        option.rect = rect
        option.state = QStyle.StateFlag.State_Enabled
        if row == self.currentIndex().row():
            option.state |= QStyle.StateFlag.State_Selected
        if self.is_chosen(row):
            option.state |= QStyle.StateFlag.State_On
        if row == self._hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        return option

    def _set_up(self) -> None:
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fit_columns(self) -> None:
        size = self._theme.size
        room, least = self.viewport().width() - 1, size(self._density.tile_token)
        aspect = self._theme.share("tile_aspect")
        self._grid = TileGrid.fitting(room, least, size("tile_gap"), aspect, size("tile_text"))
        self._tiles.set_cell(self._grid.cell_width, self._grid.cell_height)
        self.updateGeometries()
        self.viewport().update()
        self.sight_changed.emit()

    def _row_at(self, point: QPoint) -> int | None:
        return self._grid.place_at(point.x(), point.y() + self.verticalOffset(), self._results.rowCount())

    def _hover(self, row: int | None) -> None:
        if row != self._hovered:
            for changed in (self._hovered, row):
                if changed is not None:
                    self.update(self._results.index(changed))
            self._hovered = row

    def _on_count_changed(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def _repaint_tile(self, crop_id: int) -> None:
        row = self._results.row_of(CropId(crop_id))
        if row is not None:
            self.update(self._results.index(row))
