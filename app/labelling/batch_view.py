"""Many crops at once: several are chosen, and one key labels them all."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.labelling.batch_item_model import BatchItemModel, BatchRole
from app.labelling.label_book import LabelBook
from app.search.thumbnails import Thumbnails
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.labels import button, label
from engine.attributes.schema import Group
from engine.gallery.records import CropId

Index = QModelIndex | QPersistentModelIndex


class BatchDelegate(QStyledItemDelegate):
    """Paints a crop with what is said of it below."""

    def __init__(self, theme: Theme, pictures: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures

    def picture_size(self) -> QSize:
        """Return the size of a picture."""
        width = self._theme.size("tile_medium") - self._theme.size("tile_gap")
        return QSize(width, round(width / self._theme.share("tile_aspect")))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a tile with its gap."""
        gap, picture = self._theme.size("tile_gap"), self.picture_size()
        return QSize(picture.width() + gap, picture.height() + gap + self._theme.size("badge_height") + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile."""
        picture = QRect(option.rect.topLeft(), self.picture_size()).translated(self._theme.size("tile_gap") // 2, 0)
        image = self._pictures.image(index.data(BatchRole.CROP_ID))
        if image is not None and not image.isNull():
            painter.drawImage(picture, image)
        else:
            painter.fillRect(picture, self._theme.colour("picture"))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_HasFocus:
            width = self._theme.size("focus") * (2 if is_chosen else 1)
            painter.setPen(QPen(self._theme.colour("accent" if is_chosen else "text"), width))
            painter.drawRect(picture.adjusted(1, 1, -1, -1))
        if is_chosen:
            self._paint_badge(painter, picture, "✓")
        self._paint_words(painter, picture, index)

    def _paint_badge(self, painter: QPainter, picture: QRect, text: str) -> None:
        side = self._theme.size("badge_height")
        badge = QRect(picture.left(), picture.top(), side, side)
        painter.fillRect(badge, self._theme.colour("accent"))
        painter.setFont(self._theme.font("font_small", bold=True))
        painter.setPen(self._theme.colour("on_accent"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_words(self, painter: QPainter, picture: QRect, index: Index) -> None:
        is_answered, is_unkept = index.data(BatchRole.IS_ANSWERED), index.data(BatchRole.IS_UNKEPT)
        line = QRect(picture.left(), picture.bottom() + 3, picture.width(), self._theme.size("badge_height"))
        font = self._theme.font("font_small", bold=bool(is_answered))
        font.setItalic(bool(index.data(BatchRole.IS_GUESS)))
        painter.setFont(font)
        painter.setPen(self._theme.colour("contradicts" if is_unkept else "text" if is_answered else "muted"))
        words = index.data(BatchRole.WORDS) or "—"
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)


class BatchView(QWidget):
    """A grid of crops, how many are chosen, and the way to the next."""

    choice_changed = Signal()
    next_wanted = Signal()
    opened = Signal(object)  # CropId: it is to be shown alone

    def __init__(self, theme: Theme, book: LabelBook, pictures: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self.crops = BatchItemModel(book, self)
        self._tiles = BatchDelegate(theme, pictures, self)
        self.view = self._made_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.size("step"))
        column.addWidget(self.view, 1)
        column.addLayout(self._foot())
        self.view.selectionModel().selectionChanged.connect(self._tell_choice)
        self.view.doubleClicked.connect(lambda index: self.opened.emit(index.data(BatchRole.CROP_ID)))
        pictures.loaded.connect(lambda crop_id: self.crops.tell([CropId(crop_id)]))

    @property
    def chosen(self) -> list[CropId]:
        """Return the crops that are chosen."""
        return [self.crops.crop_ids[row] for row in sorted(index.row() for index in self.view.selectedIndexes())]

    def show_batch(self, crop_ids: Sequence[CropId]) -> None:
        """Show other crops, none of them chosen."""
        self.crops.show_batch(crop_ids)
        self.view.scrollToTop()
        if crop_ids:
            self.view.setCurrentIndex(self.crops.index(0))
            self.view.clearSelection()
        self._tell_choice()

    def show_group(self, group: Group | None) -> None:
        """Say of each crop what was said of this group."""
        self.crops.show_group(group)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have pictures of the tiles' size."""
        super().resizeEvent(event)
        self._pictures.set_size(self._tiles.picture_size())

    def _made_view(self) -> QListView:
        view = QListView(objectName="labelBatch")
        view.setModel(self.crops)
        view.setItemDelegate(self._tiles)
        view.setAccessibleName(tr("Crops to label together"))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setMovement(QListView.Movement.Static)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionRectVisible(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        return view

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        self.all_button = button(tr("Choose all"), name="batchAll")
        self.all_button.setToolTip(tr("Choose all (Ctrl+A)"))
        self.all_button.clicked.connect(self.view.selectAll)
        self._count: QLabel = label("", "muted", name="batchCount")
        self.next_button = button(tr("Next crops"), name="batchNext")
        self.next_button.setToolTip(tr("Show the next crops (Enter)"))
        self.next_button.clicked.connect(self.next_wanted)
        row.addWidget(self.all_button)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.next_button)
        return row

    def _tell_choice(self) -> None:
        count, every = len(self.chosen), self.crops.rowCount()
        if count:
            text = tr("{n} of {all} chosen; a key labels them")
        else:
            text = tr("Choose some of the {all} crops, then press a key")
        self._count.setText(text.format(n=say_number(count), all=say_number(every)))
        self.choice_changed.emit()
