"""What was asked before, as a menu: the searches of the case's log, whoever made them."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QToolButton

from app.case.case_service import CaseService
from app.engine_words import say_in_language
from app.search.description import Description
from app.search.saved_desk import SavedDesk
from app.search.times import say_day
from app.theme.theme import Theme
from app.translate import tr
from engine.attributes.schema import Schema
from engine.errors import QueryError
from engine.search.filter_words import say_filters

if TYPE_CHECKING:
    from app.case.case_desk import CaseDesk
    from engine.search.history import Asked

MOST = 20


class HistoryDesk(QObject):
    """Reads the log when the menu is wanted; what is chosen there is asked again, which can be undone.

    Args:
        theme: its look.
        service: the case.
        button: opens the menu.
        schema: the model's, with its labels in the user's language.
        saved_desk: asks it.
    """

    def __init__(
        self, theme: Theme, service: CaseService, button: QToolButton, schema: Schema, saved_desk: SavedDesk
    ) -> None:
        super().__init__(button)
        self._theme = theme
        self._service = service
        self._button = button
        self._schema = schema
        self._saved_desk = saved_desk
        self.menu = QMenu(button)
        self.menu.setObjectName("historyMenu")
        self.menu.setToolTipsVisible(True)
        button.clicked.connect(self._read)

    def _read(self) -> None:
        schema = self._schema  # and not the desk, which must not go in another thread
        self._service.ask(lambda desk: _asked_before(desk, schema), self._show)

    def _show(self, asked: "list[Asked] | None") -> None:
        if not self._button.isVisible():
            return  # another page has been gone to meanwhile
        self.menu.clear()
        for one in asked or []:
            self._add(one)
        if self.menu.isEmpty():
            nothing = tr("Nothing was asked in this case yet")
            self.menu.addAction(tr("Hidden during the blind review") if asked is None else nothing).setEnabled(False)
        self.menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _add(self, asked: "Asked") -> None:
        try:
            description = Description.of(asked.question, self._schema)
        except QueryError:
            return  # it was put together on the command line
        words = [phrase.words for phrase in description.phrases()]
        words += [tr("learning from reviews")] if description.learns else []
        words += [] if asked.question.filters.is_off else [tr("filtered")]
        at = datetime.fromisoformat(asked.at).astimezone()
        metrics, room = QFontMetrics(self._theme.font()), self._theme.size("pane_right")
        text = metrics.elidedText(", ".join(words), Qt.TextElideMode.ElideRight, room)
        action = self.menu.addAction(f"{text.replace('&', '&&')}\t{say_day(at)}, {at:%H:%M}")
        action.setToolTip("\n".join((", ".join(words), say_in_language(say_filters(asked.question.filters)))))
        action.triggered.connect(lambda _checked=False: self._saved_desk.ask_again(asked.question))


def _asked_before(desk: "CaseDesk", schema: Schema) -> "list[Asked] | None":
    """Return what was asked before; None where the reviewer is not to know what others looked for."""
    from engine.search.history import asked_before

    return None if desk.gallery.reviewer is not None else asked_before(desk.gallery, schema, MOST)
