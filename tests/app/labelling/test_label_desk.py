"""What the page asks of the case where it does not answer."""

import sqlite3

from app.labelling import label_reading
from app.labelling.label_reading import read_label_schema
from app.tab import Tab


def test_a_page_that_could_not_be_read_is_read_once_the_case_has_changed(qtbot, window, tracked_case, monkeypatch):
    readings = []

    def fails_once(*arguments):
        readings.append(1)
        if len(readings) == 1:
            raise sqlite3.OperationalError("disk I/O error")
        return read_label_schema(*arguments)

    monkeypatch.setattr(label_reading, "read_label_schema", fails_once)
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
