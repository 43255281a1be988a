"""Everything can be reached with Tab, in the order it is read, and has a name for who cannot see it."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QScrollArea, QWidget

from app.jobs.job_order import JobKind, JobOrder
from app.tab import Tab
from app.unforeseen_dialog import UnforeseenDialog

PANES = ("topBar", "leftPane", "rightPane", "foot", "jobPanel")


def reachable(root):
    """Return what Tab should reach: what is shown, can be used, and takes the focus."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is root
        and widget.focusProxy() is None  # the line of a box, which is reached as the box
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def name_of(widget):
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def say(widget):
    return f"{type(widget).__name__} {widget.objectName()} “{name_of(widget)}”"


def choice_of(widget):
    """Return what stands for a widget: of buttons of which one is pressed, Tab reaches one and arrows the others."""
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        if widget.group() is not None and widget.group().exclusive():
            return widget.group()
        if widget.autoExclusive():
            return widget.parentWidget()
    return widget


def walk(root):
    """Press Tab until it comes round; return the widgets in their order."""
    first = reachable(root)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    while (at := root.focusWidget()) not in walked:  # the window's own, whether it is the active one or not
        assert at is not None, f"the focus is lost after {say(walked[-1])}"
        walked.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return walked


def pane_of(widget):
    while widget is not None and widget.objectName() not in PANES:
        widget = widget.parentWidget()
    return widget


def sheet_of(widget):
    """Return the pane, or what scrolls within it, where places can be compared."""
    while widget is not None and widget.objectName() not in PANES and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


def goes_back(first, second, root):
    """Return whether one goes up or left within a pane: what stands right of the one before may stand higher."""
    if sheet_of(first) is not sheet_of(second):
        return False
    before, after = first.mapTo(root, first.rect().topLeft()), second.mapTo(root, second.rect().topLeft())
    is_above = after.y() + second.height() <= before.y() and after.x() < before.x() + first.width()
    return is_above or (after.y() == before.y() and after.x() < before.x())


def check(root):
    shown = reachable(root)
    assert not [say(widget) for widget in shown if not name_of(widget)], "without a name"
    walked = walk(root)
    stand_for = [choice_of(widget) for widget in walked]
    assert not [say(widget) for widget in shown if choice_of(widget) not in stand_for], "not reached"
    start = walked.index(min(walked, key=lambda widget: _place(widget, root)))
    ordered = walked[start:] + walked[:start]
    backwards = [f"{say(a)} → {say(b)}" for a, b in pairwise(ordered) if goes_back(a, b, root)]
    assert not backwards


def _place(widget, root):
    at = widget.mapTo(root, widget.rect().topLeft())
    return at.y(), at.x()


def test_the_start_page(qtbot, window, small_case):
    window.front.remember(small_case)
    qtbot.wait(50)
    check(window)


@pytest.mark.parametrize("tab", list(Tab))
def test_every_page_of_a_case(qtbot, opened, tab):
    opened.search_page.results_view.choose(0)
    opened.show_tab(tab)
    if tab is Tab.LABEL:  # its groups are built one after the other
        qtbot.waitUntil(lambda: opened.case_view.label_page.is_settled, timeout=20_000)
    qtbot.wait(300)
    check(opened)


def test_pages_come_before_the_list_of_jobs_and_the_foot(qtbot, opened):
    opened.search_page.results_view.choose(0)
    qtbot.waitUntil(lambda: opened.search_page.detail_pane.is_settled)
    opened.jobs.start(JobOrder(kind=JobKind.IMPORT, title="Importing gate", arguments=("job", "frames")))
    opened.job_room.panel.show()
    opened.job_room.panel.cards[0].details_button.click()
    check(opened)
    panes = [pane.objectName() for widget in walk(opened) if (pane := pane_of(widget)) is not None]
    assert list(dict.fromkeys(panes)) == ["topBar", "leftPane", "rightPane", "jobPanel", "foot"]
    opened.jobs.end()


@pytest.mark.parametrize("name", ["show_settings", "show_help", "ask_for_new_case", "ask_for_footage", "ask_to_stop"])
def test_every_dialog(qtbot, window, empty_case, name):
    arguments = {"ask_for_footage": [empty_case], "ask_to_stop": [["Importing gate"], lambda: None]}
    getattr(window.dialogs, name)(*arguments.get(name, []))
    dialog = next(found for found in window.findChildren(QDialog) if found.isVisible())
    qtbot.waitExposed(dialog)
    check(dialog)
    dialog.reject()


def test_the_models(qtbot, opened):
    opened._show_models()
    dialog = opened.dialogs.models_dialog
    qtbot.waitUntil(lambda: dialog.models.seen.are_others_seen)
    check(dialog)
    dialog.reject()


def test_the_report_of_an_error(qtbot, window):
    dialog = UnforeseenDialog("reports/1.txt", "Traceback", window)
    dialog.open()
    dialog.details_button.click()
    check(dialog)
    dialog.accept()
