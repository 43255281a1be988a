"""Every key that does something in a window, read off the window itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.help.own_keys import own_keys
from app.translate import tr

PLACE = "place"  # the property by which a page says its name


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the help."""

    place: str
    keys: str
    words: str


def key_lines(window: QWidget) -> list[KeyLine]:
    """Return the keys that work everywhere, then those of places; pages that are not built yet are left out."""
    found = dict.fromkeys(_shortcuts(window))
    own = [KeyLine(place, key.text, key.words) for place, keys in own_keys().items() for key in keys]
    everywhere = tr("Everywhere")
    return sorted(found, key=lambda line: (line.place != everywhere, line.place)) + own


def _shortcuts(window: QWidget) -> Iterator[KeyLine]:
    for action in window.findChildren(QAction):
        for keys in action.shortcuts():
            yield KeyLine(_place(action), _text(keys), action.text().replace("&", "").rstrip("…"))
    for shortcut in window.findChildren(QShortcut):
        for keys in shortcut.keys():  # noqa: SIM118 - no dictionary
            yield KeyLine(_place(shortcut), _text(keys), shortcut.whatsThis())
    for button in window.findChildren(QAbstractButton):
        if not button.shortcut().isEmpty() and "&" not in button.text():
            yield KeyLine(_place(button), _text(button.shortcut()), button.accessibleName() or button.text())


def _text(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _place(asked: QObject | None) -> str:
    while asked is not None:
        if asked.property(PLACE):
            return str(asked.property(PLACE))
        asked = asked.parent()
    return tr("Everywhere")
