"""Above the results of a saved search: how many hits are new, and what to do with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.theme.theme import Theme
from app.translate import say_number, tr, tr_count
from app.widgets.labels import button, label, set_style_property
from app.widgets.notice_bar import NoticeBar


class NewHitsBar(NoticeBar):
    """Hidden where nothing is new."""

    only_new_toggled = Signal(bool)
    seen_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        only, seen = button(tr("Show only these"), name="onlyNew"), button(tr("Mark as seen"), name="markSeen")
        super().__init__(theme, label("", "strong", name="newHits"), only, seen, parent=parent)
        self.only_button, self.seen_button = only, seen
        self.only_button.setCheckable(True)
        self.only_button.toggled.connect(self._on_toggled)
        self.seen_button.clicked.connect(self.seen_wanted)

    def show_new(self, count: int, *, can_mark: bool) -> None:
        """Show how many hits are new."""
        text = tr_count(count, "{n} new hit", "{n} new hits").format(n=say_number(count))
        self._words.setText(text)
        self.seen_button.setEnabled(can_mark)
        self.setVisible(bool(count))
        if not count:
            self.show_only(False)

    def show_only(self, is_only: bool) -> None:
        """Show whether the new hits stand alone, without telling."""
        self.only_button.blockSignals(True)
        self.only_button.setChecked(is_only)
        self.only_button.blockSignals(False)
        set_style_property(self.only_button, "active", is_only)

    def _on_toggled(self, is_on: bool) -> None:
        set_style_property(self.only_button, "active", is_on)
        self.only_new_toggled.emit(is_on)
