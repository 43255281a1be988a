"""The pages before a case is open, and the place where its own pages come."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.start.recent_look import RecentLook
from app.start.start_page import RecentCase, StartPage
from app.theme.icons import Icons
from app.theme.theme import Theme
from app.translate import tr
from app.widgets.empty_state import EmptyState, EmptyText
from engine import paths
from engine.casework.recent import RecentCases

if TYPE_CHECKING:
    from app.start.new_case_dialog import NewCase
    from engine.registry.card import ModelCard


class Front(QStackedWidget):
    """Shows the start page, a message, or the pages of a case."""

    case_made = Signal(object)  # Path

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = RecentCases(paths.recent_cases_file())
        self.start_page = StartPage(theme, icons)
        self.message = EmptyState(theme, icons, _say(""))
        self.message.setObjectName("page")
        self.addWidget(self.start_page)
        self.addWidget(self.message)
        self.message.wanted.connect(self.show_start)
        self._look = RecentLook(self)
        self._look.found.connect(self._mark_missing)
        self.start_page.forget_wanted.connect(self.forget)

    def show_start(self) -> None:
        """Show the start page."""
        self.setCurrentWidget(self.start_page)

    def show_view(self, view: QWidget) -> None:
        """Show the pages of a case."""
        self.addWidget(view)
        self.setCurrentWidget(view)

    def show_recent(self) -> None:
        """List the recent cases; those that are not there are marked once their drives have answered."""
        folders = self._recent.list()
        self._list(folders, frozenset())
        if folders:
            self._look.look(folders)

    def show_model_notes(self, card: "ModelCard | None", problem: str) -> None:
        """Show what must be known of the model before it is used."""
        self.start_page.show_model_notes("\n".join(card.licence_notes) if card is not None else problem)

    def remember(self, folder: Path) -> None:
        """Put a case first among the recent ones."""
        self._recent.add(folder)
        self.show_recent()

    def forget(self, folder: Path) -> None:
        """Take a case off the list of recent ones; the case itself stays."""
        self._recent.forget(folder)
        self.show_recent()

    def say_opening(self, folder: Path) -> None:
        """Say that a case is being opened."""
        self._show_message(_say(tr("Opening {name}…").format(name=folder.stem)))

    def say_refusal(self, reason: str) -> None:
        """Say why a case cannot be opened or made."""
        self._show_message(
            EmptyText(icon="alert", title=tr("This does not work"), line=reason, action=tr("Back to the start"))
        )

    def make_case(self, wanted: "NewCase") -> None:
        """Make a case; `case_made` follows, or the reason why not is shown."""
        from app.case.case_making import CaseMaking

        self._making = CaseMaking(self)
        self._making.made.connect(self.case_made)
        self._making.refused.connect(self.say_refusal)
        self._show_message(_say(tr("Making {name}…").format(name=wanted.name)))
        self._making.make(wanted)

    def _list(self, folders: Sequence[Path], missing: Collection[Path]) -> None:
        cases = [RecentCase(folder, folder.stem, folder in missing) for folder in folders]
        self.start_page.show_recent(cases)

    def _mark_missing(self, folders: list[Path], missing: frozenset[Path]) -> None:
        if missing and folders == self._recent.list():  # a late answer says nothing about another list
            self._list(folders, missing)

    def _show_message(self, text: EmptyText) -> None:
        self.message.say(text)
        self.setCurrentWidget(self.message)


def _say(title: str) -> EmptyText:
    return EmptyText(icon="folder", title=title, line="")
