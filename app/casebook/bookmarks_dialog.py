"""The bookmarks of a case: their notes, and which are added to the case, for a reason that must be given."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from app.case.case_service import CaseService
from app.casebook.marked_crops import MarkedCrop, read_marked
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.dialog_column import dialog_column
from app.widgets.labels import button, label
from app.widgets.named_line import named_line
from engine.gallery.records import BookmarkState


class BookmarksDialog(QDialog):
    """Shows a line for each; what is said of the chosen one is kept at once."""

    said = Signal()

    def __init__(self, theme: Theme, service: CaseService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bookmarksDialog")
        self.setWindowTitle(tr("Bookmarks"))
        self._theme = theme
        self._service = service
        self._marked: list[MarkedCrop] = []
        self._build()
        self.list.currentRowChanged.connect(self._show_chosen)
        self.note_edit.textChanged.connect(self._offer)
        self._reload()

    def _build(self) -> None:
        column = dialog_column(self._theme, self, tr("Bookmarks"))
        self._hint = label("", "muted", name="bookmarksHint")
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)
        self.list = QListWidget(objectName="bookmarksList")
        self.list.setAccessibleName(tr("Bookmarks"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column.addWidget(self.list, 1)
        self.note_edit = named_line(
            tr("Note"), "bookmarkNote", tr("note; who is added to the case needs the reason here")
        )
        column.addWidget(self.note_edit)
        column.addLayout(self._buttons())
        self.resize(self._theme.size("dialog_width"), 2 * self._theme.size("dialog_width") // 3)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout(spacing=2 * self._theme.size("step"))
        self.remove_button = button(tr("Take back"), name="bookmarkRemove")
        self.keep_button = button(tr("Keep as bookmark"), name="bookmarkKeep")
        self.add_button = button(tr("Add to the case"), "primary", name="bookmarkAdd")
        for made, state in (
            (self.remove_button, BookmarkState.NONE),
            (self.keep_button, BookmarkState.BOOKMARKED),
            (self.add_button, BookmarkState.ADDED),
        ):
            made.clicked.connect(lambda _checked=False, state=state: self._say(state))
        close = button(tr("Close"), name="bookmarksClose")
        close.clicked.connect(self.accept)
        for made in (self.remove_button, self.keep_button, self.add_button):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(close)
        return row

    @property
    def _chosen(self) -> MarkedCrop | None:
        row = self.list.currentRow()
        return self._marked[row] if 0 <= row < len(self._marked) else None

    def _reload(self) -> None:
        self._service.ask_case(read_marked, self._show)

    def _show(self, marked: list[MarkedCrop]) -> None:
        row = self.list.currentRow()
        self._marked = marked
        self.list.clear()
        for one in marked:
            item = QListWidgetItem(one.in_words())
            item.setToolTip(one.in_words())
            item.setSizeHint(QSize(0, self._theme.size("control")))
            self.list.addItem(item)
        self._hint.setText(
            tr("Reports show these pictures and exports hold them. A picture is added to the case for a reason.")
            if marked
            else tr("Nobody is bookmarked yet. B bookmarks the chosen pictures of a search.")
        )
        self.list.setCurrentRow(min(max(row, 0), len(marked) - 1))
        self._offer()

    def _show_chosen(self) -> None:
        chosen = self._chosen
        self.note_edit.setText("" if chosen is None else chosen.note)
        self._offer()

    def _offer(self) -> None:
        is_chosen, has_reason = self._chosen is not None, bool(self.note_edit.text().strip())
        self.remove_button.setEnabled(is_chosen)
        self.keep_button.setEnabled(is_chosen)
        self.add_button.setEnabled(is_chosen and has_reason)
        self.add_button.setToolTip("" if has_reason else tr("Say in the note why it is added."))

    def _say(self, state: BookmarkState) -> None:
        from engine.casework.bookmarking import bookmark_crop

        chosen, note = self._chosen, self.note_edit.text()
        if chosen is None:
            return
        crop_id = chosen.crop_id
        self._service.ask_case(
            lambda gallery: bookmark_crop(gallery, crop_id, state, note), lambda _said: self._on_said()
        )

    def _on_said(self) -> None:
        self.said.emit()
        self._reload()
