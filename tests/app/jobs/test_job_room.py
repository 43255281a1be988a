"""The window's jobs: the list above the foot, the notices, and the question before they are stopped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon

from app.jobs.desktop_notice import DesktopNotice
from app.jobs.job_order import JobKind, JobOrder
from app.jobs.job_state import JobStatus, JobStep
from app.jobs.kept_jobs import KeptJobs
from app.jobs.orders import searches_order
from engine.gallery.gallery import Gallery

WAIT_MS = 60_000
LEFT = Qt.MouseButton.LeftButton


def endless(case):
    """Return an order whose child waits until it is ended."""
    return JobOrder(kind=JobKind.IMPORT, title="Importing gate", arguments=("job", "frames"), case=case)


def refused(case=None, title="Importing yard"):
    return JobOrder(kind=JobKind.IMPORT, title=title, arguments=("job", "import", "--no-such-option"), case=case)


def test_the_list_shows_every_job_with_its_details_folded(qtbot, window):
    job = window.jobs.start(endless(None))
    window.jobs.start(refused())
    job.state.take_line('{"event": "FileFailed", "path": "a.jpg", "reason": "is empty."}')
    job.changed.emit()
    panel = window.job_room.panel
    assert panel.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert panel.isVisible()
    first, second = panel.cards
    assert second.accessibleName() == "Importing yard: waiting for the job before it"
    assert not first.details.isVisible()
    qtbot.mouseClick(first.details_button, LEFT)
    assert first.details.isVisible() and "a.jpg: is empty." in first.details.toPlainText()
    qtbot.mouseClick(second.steps.buttons[JobStep.DISMISS], LEFT)
    assert panel.cards == [first]
    qtbot.mouseClick(panel.close_button, LEFT)
    assert panel.isHidden()
    window.jobs.end()


def test_an_end_is_told_above_the_pages_where_the_foot_shows_the_next_job(qtbot, window):
    notice = window.job_room.notice
    with qtbot.waitSignal(window.jobs.ended, timeout=WAIT_MS):
        window.jobs.start(refused())
    assert notice.isHidden()  # the foot says it
    with qtbot.waitSignal(window.jobs.ended, timeout=WAIT_MS):
        window.jobs.start(refused(title="Importing gate"))
        window.jobs.start(endless(None))
    assert notice.isVisible() and "No such option" in notice.words
    qtbot.mouseClick(notice.dismiss_button, LEFT)
    assert notice.isHidden()
    window.jobs.end()


def test_what_was_not_done_is_offered_when_the_case_is_opened_again(qtbot, window, small_case):
    KeptJobs(small_case).write([searches_order(small_case)])
    window.open_case(small_case)
    notice = window.job_room.notice
    qtbot.waitUntil(notice.isVisible, timeout=WAIT_MS)
    assert notice.words == "Not finished when this case was last open: Running the saved searches."
    with qtbot.waitSignal(window.jobs.ended, timeout=WAIT_MS) as ended:
        qtbot.mouseClick(notice.go_on_button, LEFT)
    assert ended.args[0].state.status is JobStatus.FINISHED
    assert notice.isHidden()
    assert KeptJobs(small_case).read() == []


def test_closing_the_window_asks_and_may_stay(qtbot, opened, small_case):
    job = opened.jobs.start(endless(small_case))
    assert not opened.close()
    dialog = opened.dialogs.stop_dialog
    assert "Importing gate" in dialog.sentence.text()
    dialog.reject()
    assert opened.isVisible() and job.state.status is JobStatus.RUNNING
    opened.close()
    qtbot.mouseClick(opened.dialogs.stop_dialog.stop_button, LEFT)
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=WAIT_MS)
    assert not opened.jobs.jobs


def test_closing_the_case_asks_too(qtbot, opened, small_case):
    opened.jobs.start(endless(small_case))
    qtbot.keyClick(opened, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert opened.search_page is not None
    qtbot.mouseClick(opened.dialogs.stop_dialog.stop_button, LEFT)
    qtbot.waitUntil(lambda: opened.search_page is None, timeout=WAIT_MS)
    assert not opened.jobs.is_busy


def test_an_import_that_closing_stopped_goes_on_the_next_time(qtbot, opened, small_case, tmp_path):
    order = JobOrder(
        kind=JobKind.IMPORT,
        title="Importing gate",
        arguments=("job", "import", "--detector", "none", "--", str(small_case), str(tmp_path / "footage-0")),
        case=small_case,
    )
    opened.jobs.start(order)
    opened.close()
    qtbot.mouseClick(opened.dialogs.stop_dialog.stop_button, LEFT)
    qtbot.waitUntil(lambda: not opened.isVisible(), timeout=WAIT_MS)
    assert KeptJobs(small_case).read() == [order]
    with Gallery.open(small_case) as gallery, gallery.writer():
        pass  # nobody holds it any more


@pytest.mark.parametrize("has_place", [True, False])
def test_the_desktop_is_told_only_where_it_has_a_place_and_nobody_looks(qtbot, window, monkeypatch, has_place):
    said = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_place)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, _title, text, *_: said.append(text))
    notice = DesktopNotice(window)
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    notice.tell("seen anyway")
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    notice.tell("Importing gate: done")
    assert said == (["Importing gate: done"] if has_place else [])
