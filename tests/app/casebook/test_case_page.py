"""The page of the case, in the window."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.casebook.bookmarks_dialog import BookmarksDialog
from app.casebook.log_words import all_actions
from app.jobs.job_order import JobKind
from app.jobs.orders import export_order, report_order
from app.main_window import MainWindow
from app.tab import Tab
from engine.casework.bookmarking import bookmark_crop
from engine.casework.package_check import check_package
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CropId, ReviewState


@pytest.fixture
def page(qtbot, opened: MainWindow):
    """Return the case page of the small case, with its log read."""
    opened.show_tab(Tab.CASE)
    page = opened.case_view.case_page
    qtbot.waitUntil(lambda: page.log.lines.all_lines > 0 and page.form.name_edit.text() == "Forecourt", timeout=10_000)
    return page


def told(page) -> list[str]:
    model = page.log.lines
    return [f"{model.line(row).action}: {model.line(row).told}" for row in range(model.rowCount())]


def test_what_the_case_is_about_is_kept_when_a_line_is_left(qtbot, opened, page, small_case):
    edit = page.findChild(QLineEdit, "caseReference")
    qtbot.keyClicks(edit, "KLA 12/26")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told(page)[0] == "case described: reference: — → KLA 12/26", timeout=10_000)
    page.form.name_edit.setText("Night of May")
    page.form.name_edit.editingFinished.emit()
    qtbot.waitUntil(lambda: opened.windowTitle() == "Night of May — Bolo", timeout=10_000)
    with Gallery.open(small_case, read_only=True) as gallery:
        info = gallery.info()
    assert (info.name, info.reference) == ("Night of May", "KLA 12/26")


def test_a_case_keeps_its_name_where_none_is_typed(page):
    page.form.name_edit.setText("  ")
    page.form.name_edit.editingFinished.emit()
    assert page.form.name_edit.text() == "Forecourt"


def test_the_log_is_checked_and_an_edit_named(qtbot, page, small_case):
    button = page.findChild(QPushButton, "checkLog")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.log.sentence.startswith("✓ The log is whole"), timeout=10_000)
    with closing(sqlite3.connect(small_case / "case.db")) as connection:
        connection.executescript("DROP TRIGGER audit_keeps_its_rows; UPDATE audit SET who = 'x' WHERE id = 1")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Line 1 of the audit log was changed" in page.log.sentence, timeout=10_000)
    assert button.isEnabled()


def test_lines_are_looked_for_and_copied_with_their_hashes(qtbot, page, small_case):
    qtbot.keyClicks(page.findChild(QLineEdit, "logFilter"), "model activated")
    qtbot.waitUntil(lambda: page.log.lines.rowCount() == 1)
    page.log.view.selectRow(0)
    qtbot.keyClick(page.log.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    with Gallery.open(small_case, read_only=True) as gallery:
        (entry,) = gallery.audit_page(0, 1)
    assert copied.endswith(entry.hash)
    assert "model activated" in copied


def test_a_report_and_an_export_are_jobs_of_the_case(qtbot, opened, page, small_case, tmp_path):
    assert not page.export_button.isEnabled()  # nothing is chosen yet
    with Gallery.open(small_case) as gallery:
        gallery.record_review(CropId(1), ReviewState.CONFIRMED)
    page.refresh()
    qtbot.waitUntil(page.export_button.isEnabled, timeout=10_000)
    assert "✓ 1 confirmed" in page.findChild(QLabel, "caseDecisions").text()
    ended = []
    opened.jobs.ended.connect(ended.append)
    opened.dialogs.job_ordered.emit(report_order(small_case, tmp_path / "report.pdf"))
    opened.dialogs.job_ordered.emit(export_order(small_case, tmp_path / "out"))
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=60_000)
    assert [job.order.kind for job in ended] == [JobKind.REPORT, JobKind.EXPORT]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert check_package(tmp_path / "out") == []
    qtbot.waitUntil(
        lambda: {line.partition(":")[0] for line in told(page)} >= {"report made", "exported"}, timeout=10_000
    )


def test_everything_has_a_name_for_those_who_do_not_see_it(page):
    for edit in page.findChildren(QLineEdit):
        assert edit.accessibleName()
    assert page.log.view.accessibleName()
    assert all(button.text() for button in page.findChildren(QPushButton))


def test_a_second_window_on_a_case_is_told_who_has_it_open(qtbot, opened, theme, small_case):
    from app.settings import Settings

    second = MainWindow(theme, Settings())
    try:
        second.open_case(small_case)
        qtbot.waitUntil(lambda: second.case_view is not None, timeout=20_000)
        assert second.case_view.opened.is_read_only
        words = second.case_view.findChild(QLabel, "caseHolder").text()
        assert "has the case open" in words
        assert "@" in words
        assert second.case_view.case_page.form.name_edit.isReadOnly()
    finally:
        second.close()
        second.deleteLater()
    opened.close_case()
    opened.open_case(small_case)
    qtbot.waitUntil(lambda: opened.case_view is not None, timeout=20_000)
    assert not opened.case_view.opened.is_read_only


def test_a_second_reviewer_does_not_see_what_the_first_decided(qtbot, opened, page, small_case):
    with Gallery.open(small_case) as gallery:
        gallery.record_review(CropId(1), ReviewState.CONFIRMED, "sure")
        bookmark_crop(gallery, CropId(1), BookmarkState.ADDED, "the hat")
        gallery.log("search", {"words": "red top", "shown": [1], "considered": 24})
        gallery.log("view zoom", {"crop": 1, "zoom": 4.5})
    opened.dialogs.reviewer_named.emit("Bea")
    qtbot.waitUntil(lambda: opened.case_view is not None and opened.case_view.opened.reviewer == "Bea", timeout=20_000)
    opened.show_tab(Tab.CASE)
    page = opened.case_view.case_page
    qtbot.waitUntil(lambda: page.log.lines.all_lines > 1 and page.form.name_edit.text() != "", timeout=10_000)
    decisions = page.findChild(QLabel, "caseDecisions").text()
    assert "✓ 0 confirmed" in decisions and "0 bookmarked, 0 added to the case" in decisions
    for action in ("bookmarked", "search", "view zoom"):
        assert f"{action}: hidden during the blind review" in told(page)
    assert "reviewed: hidden during the blind review" in told(page)
    assert not page.report_button.isEnabled()
    assert opened.case_view.findChild(QLabel, "blindReviewer").text().startswith("Blind second review by Bea")
    opened.search_page.reviewing.review([CropId(1)], ReviewState.REJECTED)
    qtbot.waitUntil(lambda: _said_by(small_case, "Bea") == {CropId(1): ReviewState.REJECTED}, timeout=10_000)

    qtbot.mouseClick(opened.case_view.findChild(QPushButton, "endReview"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.case_view is not None and opened.case_view.opened.reviewer is None, timeout=20_000)
    opened.show_tab(Tab.CASE)
    again = opened.case_view.case_page.findChild(QLabel, "caseDisagreements")
    qtbot.waitUntil(lambda: "differ on 1: 1." in again.text(), timeout=10_000)


def _said_by(case, reviewer: str):
    with Gallery.open(case, read_only=True) as gallery:
        return gallery.review_states(reviewer=reviewer)


def test_a_bookmark_is_added_to_the_case_only_with_a_reason(qtbot, opened, page, small_case):
    with Gallery.open(small_case) as gallery:
        bookmark_crop(gallery, CropId(2), BookmarkState.BOOKMARKED, "")
    qtbot.mouseClick(page.bookmarks_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(BookmarksDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=10_000)
    assert dialog.list.currentItem().text().startswith("Picture 2, Gate A")
    assert not dialog.add_button.isEnabled()
    qtbot.keyClicks(dialog.note_edit, "the bag")
    assert dialog.add_button.isEnabled()
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.list.item(0).text().endswith("added to the case: the bag"), timeout=10_000)
    assert CropId(2) in opened.search_page.bookmarking.crop_ids
    qtbot.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.list.count() == 0, timeout=10_000)
    assert not dialog.remove_button.isEnabled()
    dialog.accept()
    with Gallery.open(small_case, read_only=True) as gallery:
        assert gallery.bookmarks() == {}


def test_every_action_of_the_log_has_room_in_its_column(qtbot, opened, page):
    qtbot.waitUntil(lambda: page.log.lines.rowCount() > 0, timeout=10_000)
    metrics, width = page.log.view.fontMetrics(), page.log.view.columnWidth(3)
    assert all(metrics.horizontalAdvance(action) < width for action in all_actions())
