"""What the page asks of the case, where the case does not answer or somebody else labels meanwhile."""

import sqlite3
import threading

from PySide6.QtCore import Qt

from app.labelling import answering, label_reading
from app.labelling.label_reading import read_case_schema
from app.tab import Tab
from engine.gallery.gallery import Gallery

KEY = Qt.Key


def turn_to(qtbot, page, name):
    page.desk.set_labeller(name)
    qtbot.waitUntil(lambda: page.is_settled and page.desk.labeller_name == name, timeout=10_000)


def test_a_page_that_could_not_be_read_is_read_once_the_case_has_changed(qtbot, window, tracked_case, monkeypatch):
    readings = []

    def fails_once(*arguments):
        readings.append(1)
        if len(readings) == 1:
            raise sqlite3.OperationalError("disk I/O error")
        return read_case_schema(*arguments)

    monkeypatch.setattr(label_reading, "read_case_schema", fails_once)
    window.open_case(tracked_case)
    qtbot.waitUntil(lambda: window.case_view is not None, timeout=20_000)
    window.show_tab(Tab.LABEL)
    page = window.case_view.label_page
    qtbot.waitUntil(lambda: page.notices.trouble_bar.isVisible(), timeout=10_000)
    assert page.desk.kept is None
    page.refresh()
    page.refresh()  # while the first is on its way
    qtbot.waitUntil(lambda: page.is_settled, timeout=10_000)
    assert page.desk.current is not None and len(readings) == 2


def test_a_guess_that_comes_once_somebody_else_labels_takes_no_word_away(qtbot, labelling, ask_for, monkeypatch):
    page, case = labelling, labelling._opened.folder
    first = page.desk.current
    colour = "upperBodyRed" if first % 2 else "upperBodyBlue"
    with Gallery.open(case) as gallery:
        gallery.save_labels({first: {colour: False}}, labeller="bob")
    ask_for(page, "upperColour")
    assert page.desk.current == first
    gate, guess = threading.Event(), answering.guess_all
    monkeypatch.setattr(answering, "guess_all", lambda *args: gate.wait(20) and guess(*args))
    page.answering.guess()
    page.desk.set_labeller("bob")
    gate.set()
    qtbot.waitUntil(lambda: page.is_settled and page.desk.labeller_name == "bob", timeout=10_000)
    with Gallery.open(case, read_only=True) as gallery:
        said = {(label.crop_id, label.attribute): (label.value, label.is_guess) for label in gallery.labels()}
    assert said == {(first, colour): (False, False)}
    assert not page.notices.trouble_bar.isVisible()


def test_what_one_labeller_skipped_comes_to_another(qtbot, labelling, ask_for, press):
    page = labelling
    ask_for(page, "gender")
    skipped = page.desk.current
    press(page, KEY.Key_S)
    turn_to(qtbot, page, "bob")
    assert page.desk.current == skipped
