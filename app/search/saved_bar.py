"""The saved searches: one button that lists them, one that keeps what is described now."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.case.records import SavedFacts
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import say_number, tr
from app.widgets.labels import button, set_style_property


class SavedBar(QWidget):
    """Says which saved search is open, and how many hits are new."""

    open_wanted = Signal(int)  # the saved search's id
    save_wanted = Signal()
    change_wanted = Signal()  # let the open one ask what is described now
    rename_wanted = Signal()
    remove_wanted = Signal()
    seen_wanted = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._saved: tuple[SavedFacts, ...] = ()
        self._open: SavedFacts | None = None
        self._is_edited = False
        self._hindrance = ""
        self.menu_button = self._menu_button(icons)
        self.save_button = button(tr("Save…"), name="saveSearch")
        self.save_button.clicked.connect(self.save_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.size("step"))
        row.addWidget(self.menu_button, 1)
        row.addWidget(self.save_button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._show()

    def show_saved(self, saved: Sequence[SavedFacts], opened: SavedFacts | None) -> None:
        """Show what is saved, and which of it is open."""
        self._saved, self._open = tuple(saved), opened
        self._show()

    def show_edited(self, is_edited: bool) -> None:
        """Show whether something else is described by now than the open search asks."""
        self._is_edited = is_edited
        self._show()

    def offer_changes(self, hindrance: str) -> None:
        """Offer to save and change, or say what stands in the way."""
        self._hindrance = hindrance
        self.save_button.setEnabled(not hindrance)
        self.save_button.setToolTip(hindrance or tr("Keep this search; imports say what is new for it"))

    def _menu_button(self, icons: Icons) -> QToolButton:
        made = QToolButton(objectName="savedSearches", popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setProperty("kind", "button")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        made.setIcon(icons.icon("bookmark"))
        self._theme.changed.connect(lambda: made.setIcon(icons.icon("bookmark")))
        self.menu = QMenu(made)
        made.setMenu(self.menu)
        return made

    def _show(self) -> None:
        if self._open is not None:
            new, edited = len(self._open.new), tr(" · edited") if self._is_edited else ""
            self._show_button(self._open.query.name, say_new(new) + edited)
        else:
            new = sum(len(saved.new) for saved in self._saved)
            self._show_button(tr("Saved searches"), say_new(new))
        set_style_property(self.menu_button, "active", bool(new))

    def _show_button(self, name: str, behind: str) -> None:
        """Show a name as far as there is room, and whole what stands behind it."""
        metrics = QFontMetrics(self._theme.font())
        room = self._theme.size("filter_text") - 4 * self._theme.size("step") - metrics.horizontalAdvance(behind)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self.menu_button.setText(f" {shown}{behind}".replace("&", "&&"))
        self.menu_button.setAccessibleName(name + behind)
        self.menu_button.setToolTip(name if shown != name else "")

    def _fill_menu(self) -> None:
        self.menu.clear()
        for saved in self._saved:
            name = QFontMetrics(self._theme.font()).elidedText(
                saved.query.name, Qt.TextElideMode.ElideRight, self._theme.size("pane_left")
            )
            action = self.menu.addAction((name + say_new(len(saved.new))).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._open is not None and saved.query.id == self._open.query.id)
            action.triggered.connect(lambda _checked=False, id_=saved.query.id: self.open_wanted.emit(id_))
        if not self._saved:
            self.menu.addAction(tr("No search is saved yet")).setEnabled(False)
        if self._open is not None:
            self._add_changes(self._open)

    def _add_changes(self, opened: SavedFacts) -> None:
        self.menu.addSeparator()
        entries = (
            (tr("Mark {n} new as seen").format(n=say_number(len(opened.new))), self.seen_wanted, bool(opened.new)),
            (tr("Save the changes"), self.change_wanted, self._is_edited),
            (tr("Rename…"), self.rename_wanted, True),
            (tr("Remove"), self.remove_wanted, True),
        )
        for text, wanted, is_possible in entries:
            action = self.menu.addAction(text)
            action.setEnabled(is_possible and not self._hindrance)
            action.triggered.connect(wanted)


def say_new(count: int) -> str:
    """Return how many are new, behind a name; "" for none."""
    return tr(" ({n} new)").format(n=say_number(count)) if count else ""
