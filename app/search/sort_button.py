"""How the results are sorted: by what, and how many of the best."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.translate import inside_sentence, say_number, tr
from app.widgets.labels import set_style_property
from engine.search.sorting import Sorting, SortKey

AMONG = (200, 2000, None)


class SortButton(QToolButton):
    """A menu of two choices; by match all results stand."""

    chosen = Signal(object)  # Sorting

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sortButton")
        self.setProperty("kind", "segment")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sorting = Sorting(among=AMONG[0])
        self.keys: dict[SortKey, QAction] = {}
        self.amounts: dict[int | None, QAction] = {}
        self.setMenu(self._menu())
        self._show()

    @property
    def sorting(self) -> Sorting:
        """Return the order that is chosen."""
        return Sorting() if self._sorting.is_by_match else self._sorting

    def show_sorting(self, sorting: Sorting) -> None:
        """Show this order, without telling."""
        self._sorting = sorting
        self._show()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        keys, amounts = QActionGroup(menu), QActionGroup(menu)
        for key, text in _key_words().items():
            self.keys[key] = self._action(menu, keys, text, Sorting(key=key), is_key=True)
        menu.addSeparator()
        for among in AMONG:
            self.amounts[among] = self._action(menu, amounts, say_among(among), Sorting(among=among), is_key=False)
        return menu

    def _action(self, menu: QMenu, group: QActionGroup, text: str, part: Sorting, *, is_key: bool) -> QAction:
        made = QAction(text, menu, checkable=True)
        group.addAction(made)
        menu.addAction(made)
        made.triggered.connect(lambda: self._choose(part, is_key))
        return made

    def _choose(self, part: Sorting, is_key: bool) -> None:
        before = self.sorting
        if is_key:
            self._sorting = Sorting(key=part.key, among=self._sorting.among)
        else:
            self._sorting = Sorting(key=self._sorting.key, among=part.among)
        self._show()
        if self.sorting != before:
            self.chosen.emit(self.sorting)

    def _show(self) -> None:
        self.keys[self._sorting.key].setChecked(True)
        self.amounts[self._sorting.among].setChecked(True)
        for action in self.amounts.values():
            action.setEnabled(not self._sorting.is_by_match)
        word = _key_words()[self._sorting.key]
        self.setText(tr("Sort: {word}").format(word=inside_sentence(word)) + " ▾")
        self.setAccessibleName(tr("Sorted by {word}").format(word=inside_sentence(word)))
        set_style_property(self, "active", not self._sorting.is_by_match)


def say_among(among: int | None) -> str:
    """Return how many of the best are sorted."""
    return tr("All results") if among is None else tr("The best {n}").format(n=say_number(among))


def say_key(key: SortKey) -> str:
    """Return the order that a key gives, behind a number of results."""
    return {
        SortKey.MATCH: tr("ranked"),
        SortKey.TIME: tr("the earliest first"),
        SortKey.CAMERA: tr("by camera and time"),
        SortKey.QUALITY: tr("the clearest first"),
        SortKey.REVIEW: tr("the confirmed first"),
    }[key]


def _key_words() -> dict[SortKey, str]:
    return {
        SortKey.MATCH: tr("Match"),
        SortKey.TIME: tr("Time"),
        SortKey.CAMERA: tr("Camera"),
        SortKey.QUALITY: tr("Quality"),
        SortKey.REVIEW: tr("Review"),
    }
