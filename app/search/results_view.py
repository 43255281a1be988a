"""The grid of tiles; only what is in sight is painted."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.search.results_item_model import ResultsItemModel
from app.search.thumbnails import Thumbnails
from app.search.tile_delegate import TileDelegate
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from engine.gallery.records import CropId, ReviewState
from engine.search.ranking import RankedCrop

REVIEW_KEYS = {
    Qt.Key.Key_Y: ReviewState.CONFIRMED,
    Qt.Key.Key_N: ReviewState.REJECTED,
    Qt.Key.Key_U: ReviewState.UNSURE,
}


class ResultsView(QListView):
    """Lays tiles out in columns as wide as the pane allows; arrows move, and the selection stays on its crop."""

    chosen = Signal(object)  # RankedCrop, or None
    example_wanted = Signal(object, bool)  # CropId, whether the person looks like it
    review_wanted = Signal(object, object)  # CropId, ReviewState
    track_wanted = Signal(object)  # RankedCrop, whose track is to stand alone, or no longer

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        results: ResultsItemModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("results")
        self.setAccessibleName(tr("Results"))
        self._theme = theme
        self._results = results
        self._chosen: CropId | None = None
        self._tiles = TileDelegate(theme, icons, thumbnails, self)
        self.setItemDelegate(self._tiles)
        self.setModel(results)
        self._lay_out()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.doubleClicked.connect(lambda index: self.track_wanted.emit(self._results.ranked(index.row())))
        thumbnails.loaded.connect(self._repaint_tile)
        theme.changed.connect(self.viewport().update)

    @property
    def chosen_crop(self) -> CropId | None:
        """Return the crop that is selected."""
        return self._chosen

    def choose(self, row: int) -> None:
        """Select a row."""
        self.setCurrentIndex(self._results.index(row))

    def show_results(self, results: tuple[RankedCrop, ...], *, keep_place: bool) -> None:
        """Show these results; the selected crop stays selected where it is among them.

        Where the same question leaves the selected crop out, as after a review, the one in its place is selected.

        Args:
            results: best first.
            keep_place: whether the view stays where it is, for the same question asked again; otherwise it goes to
                the top, where the best are.
        """
        chosen, place = self._chosen, self.verticalScrollBar().value()
        row_before = self.currentIndex().row()
        selection = self.selectionModel()
        selection.blockSignals(True)
        self._results.show(results)
        row = self._results.row_of(chosen) if chosen is not None else None
        if row is None and chosen is not None and keep_place and results:
            row = min(row_before, len(results) - 1)
        index = self._results.index(row) if row is not None else QModelIndex()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.viewport().update()
        self.verticalScrollBar().setValue(place if keep_place else 0)
        self._tell(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S and Shift+S take the selected crop as an example, Y, N and U review it, T shows its track alone."""
        if event.key() == Qt.Key.Key_S and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            if self._chosen is not None:
                self.example_wanted.emit(self._chosen, not event.modifiers())
            return
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            if self._chosen is not None and not event.isAutoRepeat():
                self.track_wanted.emit(self._results.ranked(self.currentIndex().row()))
            return
        state = REVIEW_KEYS.get(event.key())
        if state is not None and not event.modifiers():
            if self._chosen is not None and not event.isAutoRepeat():
                self.review_wanted.emit(self._chosen, state)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        self._fit_columns()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fit_columns(self) -> None:
        gap, least = self._theme.size("tile_gap"), self._theme.size("tile_min")
        room = self.viewport().width() - 1
        columns = max(1, room // (least + gap))
        cell_width = room // columns
        picture_height = round((cell_width - gap) / self._theme.share("tile_aspect"))
        cell = QSize(cell_width, picture_height + self._theme.size("tile_text") + gap)
        self._tiles.set_cell(cell)
        self.setGridSize(cell)
        self.verticalScrollBar().setSingleStep(cell.height() // 4)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._tell(current.row() if current.isValid() else None)

    def _tell(self, row: int | None) -> None:
        ranked = self._results.ranked(row) if row is not None else None
        self._chosen = ranked.crop.id if ranked is not None else None
        self.chosen.emit(ranked)

    def _repaint_tile(self, crop_id: int) -> None:
        row = self._results.row_of(CropId(crop_id))
        if row is not None:
            self.update(self._results.index(row))
