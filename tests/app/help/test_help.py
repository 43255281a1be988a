"""The help lists what the window's keys do: neither more nor less."""

import importlib

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut

from app.help.own_keys import (
    ALONE,
    ALT,
    CTRL,
    SHIFT,
    filmstrip_keys,
    frame_keys,
    own_keys,
    results_keys,
    timeline_keys,
)
from app.help.shortcuts import KeyLine, key_lines
from app.search.tile_view import TileView

LETTERS = [Qt.Key(number) for number in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)]
OTHERS = [
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
]


SIGNS = [Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Comma, Qt.Key.Key_Period]
SIGNS += [Qt.Key(number) for number in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)]


def pressed(key, modifiers):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def test_f1_lists_the_keys_and_typing_leaves_those_that_match(qtbot, opened):
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    dialog = opened.dialogs.help_dialog
    assert dialog.isVisible()
    everything = dialog.keys.rowCount()
    qtbot.keyClicks(dialog.filter_edit, "REVIEW:")
    shown = {dialog.keys.index(row, 0).data() for row in range(dialog.keys.rowCount())}
    assert shown == {"Y", "N", "U"}
    dialog.filter_edit.clear()
    assert dialog.keys.rowCount() == everything
    dialog.accept()
    qtbot.waitUntil(lambda: opened.dialogs.help_dialog is None)


def test_every_shortcut_of_the_window_is_listed_with_what_it_does(opened):
    lines = key_lines(opened)
    listed = {line.keys for line in lines}
    for found in (*opened.findChildren(QAction), *opened.findChildren(QShortcut)):
        for keys in found.shortcuts() if isinstance(found, QAction) else found.keys():
            assert keys.toString() in listed
    assert {"F1", "Ctrl+N", "Ctrl+J", "Ctrl+,", "Ctrl+1", "Ctrl+2", "Ctrl+F", "Ctrl+Z"} <= listed
    assert all(line.words and line.keys and line.place for line in lines)


def test_a_shortcut_that_is_added_is_listed_without_being_told(opened):
    action = QAction("Dance…", opened)
    action.setShortcut("Ctrl+Alt+D")
    assert KeyLine("Everywhere", "Ctrl+Alt+D", "Dance") in key_lines(opened)


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CTRL, SHIFT, ALT])
def test_the_results_take_the_keys_that_are_listed_and_no_others(opened, monkeypatch, modifiers):
    view = opened.search_page.results_view
    passed_on = []
    monkeypatch.setattr(TileView, "keyPressEvent", lambda _self, event: passed_on.append(Qt.Key(event.key())))
    taken = set()
    for key in (*LETTERS, *OTHERS):
        view.choose(1)
        view.choosing.all()  # Escape is taken where more than one is chosen
        view.keyPressEvent(pressed(key, modifiers))
        if not passed_on:
            taken.add(key)
        passed_on.clear()
    listed = {key for own in results_keys() if own.modifiers == modifiers for key in own.keys}
    always = {Qt.Key.Key_Escape} if modifiers else set()  # with any modifier too, which nobody needs to know
    assert taken - always == listed - always


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("app.search.timeline_view.TimelineView", timeline_keys),
        ("app.search.frame_view.FrameView", frame_keys),
        ("app.search.filmstrip.Filmstrip", filmstrip_keys),
    ],
)
def test_other_places_take_the_keys_that_are_listed_and_no_others(qtbot, opened, kind, keys):
    opened.search_page.results_view.choose(0)
    qtbot.waitUntil(lambda: opened.search_page.detail_pane.is_settled, timeout=20_000)
    module, _, name = kind.rpartition(".")
    found = opened.findChildren(getattr(importlib.import_module(module), name))
    widget = next(one for one in found if one.parent().isVisible())  # the preview has a frame of its own
    if keys is timeline_keys:
        widget.show_lanes(True)
        qtbot.waitUntil(lambda: bool(widget.lanes), timeout=20_000)
    if keys is filmstrip_keys:
        crops = [opened.search_page.results.ranked(row) for row in (0, 1)]
        widget.show_track(crops, crops[0].crop.id)
    taken = set()
    for key in (*LETTERS, *OTHERS, *SIGNS):
        if keys is frame_keys:
            widget.keyPressEvent(pressed(Qt.Key.Key_Plus, ALONE))  # arrows move what is enlarged
        event = pressed(key, ALONE)
        widget.keyPressEvent(event)
        if event.isAccepted():
            taken.add(key)
    assert taken == {key for own in keys() if own.modifiers == ALONE for key in own.keys} & {*LETTERS, *OTHERS, *SIGNS}


def test_every_key_has_a_name_and_words():
    for keys in own_keys().values():
        assert all(key.text and key.words for key in keys)
    assert [key.text for key in results_keys()][3:6] == ["Space", "Ctrl+A", "Ctrl+Space"]
