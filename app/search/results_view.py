"""The results as tiles: what mouse and keys choose, and what they do with it."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QRubberBand, QWidget

from app.search.choosing import Choosing
from app.search.results_item_model import ResultsItemModel
from app.search.results_menu import results_menu
from app.search.thumbnails import Thumbnails
from app.search.tile_view import Action, TileView
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
MOVES = {
    Qt.Key.Key_Left: Action.MoveLeft,
    Qt.Key.Key_Right: Action.MoveRight,
    Qt.Key.Key_Up: Action.MoveUp,
    Qt.Key.Key_Down: Action.MoveDown,
    Qt.Key.Key_PageUp: Action.MovePageUp,
    Qt.Key.Key_PageDown: Action.MovePageDown,
    Qt.Key.Key_Home: Action.MoveHome,
    Qt.Key.Key_End: Action.MoveEnd,
}
KEYPAD = Qt.KeyboardModifier.KeypadModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class ResultsView(TileView):
    """Arrows move; with Shift they choose a stretch, with Ctrl they move alone. The choice stays over new searches."""

    chosen = Signal(object)  # RankedCrop that is current, or None
    example_wanted = Signal(object, bool)  # CropId, whether the person looks like it
    review_wanted = Signal(object, object)  # tuple of CropIds, ReviewState
    bookmark_wanted = Signal(object)  # tuple of CropIds
    copy_wanted = Signal(object)  # tuple of CropIds
    sheet_wanted = Signal(object)  # tuple of CropIds
    unfold_wanted = Signal(object)  # RankedCrop, whose track is to be shown below it
    label_wanted = Signal(object)  # ids of the chosen crops
    track_wanted = Signal(object)  # RankedCrop, whose track is to stand alone, or no longer
    preview_wanted = Signal()  # of the current one, or no longer
    resized = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        results: ResultsItemModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, icons, results, thumbnails, parent)
        self.setObjectName("results")
        self.setAccessibleName(tr("Results"))
        self._chosen: CropId | None = None
        self._pressed: QPoint | None = None  # where the left button went down, in the grid's pixels
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())
        self.choosing = Choosing(results, self)
        self._showed_several = False
        self.choosing.changed.connect(self._show_choice)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        results.dataChanged.connect(self._on_data_changed)

    @property
    def chosen_crop(self) -> CropId | None:
        """Return the crop that is current: the one that the detail pane shows."""
        return self._chosen

    @property
    def chosen_crops(self) -> tuple[CropId, ...]:
        """Return all that are chosen; the current one where no others are."""
        choice = self.choosing.choice
        if len(choice) > 1 or self._chosen is None:
            return choice.crop_ids
        return (self._chosen,)

    @property
    def results_count(self) -> int:
        """Return how many results there are."""
        return self._results.rowCount()

    def choose(self, row: int) -> None:
        """Choose a row alone."""
        self.setCurrentIndex(self._results.index(row))
        self.choosing.only(row)

    def tell_again(self) -> None:
        """Tell which one is current, for whoever has shown another since."""
        self._tell(self._current_row())

    def choose_current(self) -> None:
        """Choose the current row alone."""
        self.choosing.only(self._current_row())

    def is_chosen(self, row: int) -> bool:
        """Return whether a row is chosen, where several are."""
        ranked = self._results.rows.at(row)
        return ranked is not None and len(self.choosing.choice) > 1 and ranked.crop.id in self.choosing.choice

    def show_results(self, results: tuple[RankedCrop, ...], places: int, *, keep_place: bool) -> None:
        """Show a ranking; the selected crop stays selected where it is among its first page.

        Where the same question leaves the selected crop out, as after a review, the one in its place is selected.

        Args:
            results: its first page, best first.
            places: how many places it has.
            keep_place: whether the view stays where it is, for the same question asked again; otherwise it goes to
                the top, where the best are.
        """
        chosen, offset = self._chosen, self.verticalScrollBar().value()
        row_before = self.currentIndex().row()
        selection = self.selectionModel()
        selection.blockSignals(True)
        self._results.show(results, places, keep=keep_place)
        row = self._results.row_of(chosen) if chosen is not None else None
        if row is None and chosen is not None and keep_place and results:
            row = min(row_before, self._results.rowCount() - 1)
        index = self._results.index(row) if row is not None else QModelIndex()
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.verticalScrollBar().setValue(offset if keep_place else 0)
        self.viewport().update()
        self._tell(row)
        if len(self.choosing.choice) < 2 and not self.choosing.is_awaiting:
            self.choosing.only(row)
        self.sight_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what lies over the results."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with arrows, Ctrl+Space and Ctrl+A; Space previews, S takes an example, Y, N, U review, T a track."""
        if not (self._choose_by_key(event) or self._act_by_key(event)):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the tile under the mouse: with Ctrl too, with Shift the stretch up to it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        self._pressed = at + QPoint(0, self.verticalOffset())
        row = self._row_at(at)
        if row is not None and self._is_on_count(row, at):
            self.turn_stack(row)
            self._pressed = None
            return
        self.choosing.begin_band(keep=bool(event.modifiers() & CTRL))
        if row is not None:
            self._choose_row(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the tile under the mouse, or draw the rubber band."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        here = at + QPoint(0, self.verticalOffset())
        if self._band.isVisible() or (here - self._pressed).manhattanLength() > QApplication.startDragDistance():
            self._scroll_towards(at)
            self._stretch_band(QRect(self._pressed, at + QPoint(0, self.verticalOffset())).normalized())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the rubber band."""
        if self._pressed is not None and not self._band.isVisible() and self._row_of_grid(self._pressed) is None:
            self.choose_current()  # a click beside the tiles
        self._pressed = None
        self._band.hide()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the track of the tile under the mouse alone."""
        row = self._row_at(event.position().toPoint())
        ranked = None if row is None else self._results.ranked(row)
        if ranked is not None and not self._is_on_count(row, event.position().toPoint()):
            self.track_wanted.emit(ranked)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the tile under the mouse, or with all that are chosen if it is one of them."""
        is_by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        row = self._row_at(event.pos()) if is_by_mouse else self._current_row()
        if row is not None and self.is_chosen(row):
            self.setCurrentIndex(self._results.index(row))
        elif row is not None:
            self.choose(row)
        ranked = None if row is None else self._results.ranked(row)
        if ranked is not None:
            results_menu(self, ranked).popup(event.globalPos())

    def turn_stack(self, row: int) -> None:
        """Unfold the track that stands at a row, or fold it."""
        if self._results.rows.stack_rows(row):
            self._fold(row)
        else:
            self._unfold(row)

    def _unfold(self, row: int) -> None:
        ranked = self._results.ranked(row)
        if ranked is not None and ranked.of_track > 1:
            self.unfold_wanted.emit(ranked)

    def _fold(self, row: int) -> None:
        head = self._results.rows.stack_rows(row).start - 1
        if self._current_row() in self._results.rows.stack_rows(row):
            self.choose(head)
        self._results.fold(row)

    def _is_on_count(self, row: int, at: QPoint) -> bool:
        """Return whether a point is on the number of a stack."""
        ranked = self._results.ranked(row)
        if ranked is None or ranked.of_track < 2:
            return False
        return self._tiles.count_badge(self.visualRect(self._results.index(row)), ranked).contains(at)

    def _choose_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        came_from = self._current_row()
        self.setCurrentIndex(self._results.index(row))
        if modifiers & SHIFT:
            self.choosing.reach(row, row if came_from is None else came_from, keep=bool(modifiers & CTRL))
        elif modifiers & CTRL:
            self.choosing.toggle(row)
        else:
            self.choosing.only(row)

    def _choose_by_key(self, event: QKeyEvent) -> bool:
        """Move or choose; return whether the key does either."""
        modifiers, row = event.modifiers() & (CTRL | SHIFT), self._current_row()
        if event.key() in MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            index = self.moveCursor(MOVES[Qt.Key(event.key())], modifiers)
            if index.isValid() and modifiers == CTRL:
                self.setCurrentIndex(index)
            elif index.isValid():
                self._choose_row(index.row(), modifiers)
            return True
        if event.key() == Qt.Key.Key_A and modifiers == CTRL:
            self.choosing.all()
            return True
        if event.key() == Qt.Key.Key_Space and modifiers == CTRL and row is not None:
            self.choosing.toggle(row)
            return True
        if event.key() == Qt.Key.Key_Escape and len(self.choosing.choice) > 1:
            self.choosing.only(row)
            return True
        return False

    def _act_by_key(self, event: QKeyEvent) -> bool:
        """Do something with what is chosen; return whether the key does."""
        if self._fold_by_key(event) or self._hand_out_by_key(event):
            return True
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_S and not modifiers & ~SHIFT:
            if self._chosen is not None:
                self.example_wanted.emit(self._chosen, not modifiers)
            return True
        if modifiers or (key not in (Qt.Key.Key_T, Qt.Key.Key_Space) and key not in REVIEW_KEYS):
            return False
        ranked = self._results.ranked(self.currentIndex().row()) if self._chosen is not None else None
        if key == Qt.Key.Key_Space and self._chosen is not None and not event.isAutoRepeat():
            self.preview_wanted.emit()
        elif key == Qt.Key.Key_T and ranked is not None and not event.isAutoRepeat():
            self.track_wanted.emit(ranked)
        elif key in REVIEW_KEYS and self.chosen_crops and not event.isAutoRepeat():
            self.review_wanted.emit(self.chosen_crops, REVIEW_KEYS[Qt.Key(key)])
        return True

    def _hand_out_by_key(self, event: QKeyEvent) -> bool:
        """Bookmark, copy, save or label what is chosen; return whether the key does."""
        none = Qt.KeyboardModifier.NoModifier
        wanted = {
            (Qt.Key.Key_B, none): self.bookmark_wanted,
            (Qt.Key.Key_C, CTRL): self.copy_wanted,
            (Qt.Key.Key_E, CTRL): self.sheet_wanted,
            (Qt.Key.Key_L, none): self.label_wanted,
        }.get((Qt.Key(event.key()), event.modifiers()))
        if wanted is not None and self.chosen_crops and not event.isAutoRepeat():
            wanted.emit(self.chosen_crops)
        return wanted is not None

    def _fold_by_key(self, event: QKeyEvent) -> bool:
        """Unfold or fold a track; return whether the key does."""
        row, alt = self._current_row(), Qt.KeyboardModifier.AltModifier
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD
        if row is None or not (is_enter or event.modifiers() == alt):
            return False
        if is_enter:
            self.turn_stack(row)
        elif event.key() == Qt.Key.Key_Right and not self._results.rows.stack_rows(row):
            self._unfold(row)
        elif event.key() == Qt.Key.Key_Left and self._results.rows.stack_rows(row):
            self._fold(row)
        return is_enter or event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left)

    def _show_choice(self) -> None:
        """Paint who is chosen beside others, or no longer is; the current tile alone is painted by itself."""
        shows_several = len(self.choosing.choice) > 1
        if shows_several or self._showed_several:
            self.viewport().update()
        self._showed_several = shows_several

    def _stretch_band(self, band: QRect) -> None:
        """Draw the rubber band, in the grid's pixels, and choose what it touches."""
        self._band.setGeometry(band.translated(0, -self.verticalOffset()))
        self._band.show()
        self.choosing.stretch_band(self._rows_within(band))

    def _rows_within(self, band: QRect) -> Iterable[range]:
        return self._grid.runs_within(band.left(), band.top(), band.right(), band.bottom(), self._results.rowCount())

    def _scroll_towards(self, at: QPoint) -> None:
        """Scroll while the rubber band is drawn beyond the edge."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if at.y() < 0 or at.y() > height:
            bar.setValue(bar.value() + (at.y() if at.y() < 0 else at.y() - height))

    def _row_of_grid(self, point: QPoint) -> int | None:
        return self._row_at(point - QPoint(0, self.verticalOffset()))

    def _current_row(self) -> int | None:
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Tell of the selected crop once its page has come."""
        row = self.currentIndex().row()
        if self._chosen is None and first.row() <= row <= last.row():
            self._tell(row)

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            if index.isValid():
                self.update(index)
        self._tell(current.row() if current.isValid() else None)

    def _tell(self, row: int | None) -> None:
        ranked = self._results.ranked(row) if row is not None else None
        self._chosen = ranked.crop.id if ranked is not None else None
        self.chosen.emit(ranked)
