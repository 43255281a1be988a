"""What can be done with a result, as a menu: each entry names its key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app.translate import tr
from engine.gallery.records import ReviewState
from engine.search.ranking import RankedCrop

if TYPE_CHECKING:
    from app.search.results_view import ResultsView

SEPARATOR = ""


def results_menu(view: "ResultsView", ranked: RankedCrop) -> QMenu:
    """Return the menu of the current result and of those that are chosen with it; it deletes itself.

    Args:
        view: is asked for what is wanted, as by its keys.
        ranked: the current result.
    """
    chosen = view.chosen_crops  # now: while the menu is open an import may bring others
    menu = QMenu(view)
    menu.setObjectName("resultsMenu")
    menu.aboutToHide.connect(menu.deleteLater)
    entries = (
        (tr("Preview"), "Space", view.preview_wanted.emit),
        (SEPARATOR, "", None),
        *(
            (text, key, lambda state=state: view.review_wanted.emit(chosen, state))
            for text, key, state in (
                (tr("Confirm"), "Y", ReviewState.CONFIRMED),
                (tr("Reject"), "N", ReviewState.REJECTED),
                (tr("Unsure"), "U", ReviewState.UNSURE),
            )
        ),
        (tr("Bookmark"), "B", lambda: view.bookmark_wanted.emit(chosen)),
        (SEPARATOR, "", None),
        (tr("More like this"), "S", lambda: view.example_wanted.emit(ranked.crop.id, True)),
        (tr("Not like this"), "Shift+S", lambda: view.example_wanted.emit(ranked.crop.id, False)),
        (tr("The track alone, or all again"), "T", lambda: view.track_wanted.emit(ranked)),
        (SEPARATOR, "", None),
        (tr("Label…"), "L", lambda: view.label_wanted.emit(chosen)),
        (tr("Copy"), "Ctrl+C", lambda: view.copy_wanted.emit(chosen)),
        (tr("Contact sheet…"), "Ctrl+E", lambda: view.sheet_wanted.emit(chosen)),
    )
    for text, key, act in entries:
        _add(menu, text, key, act)
    return menu


def _add(menu: QMenu, text: str, key: str, act: Callable[[], object] | None) -> None:
    if act is None:
        menu.addSeparator()
    else:
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        menu.addAction(f"{text}\t{native}").triggered.connect(lambda _checked=False: act())
