"""The start page: what Bolo is at first, the recent cases later."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.start.front import Front
from engine import paths
from engine.casework.recent import RecentCases

LEFT = Qt.MouseButton.LeftButton


def front_of(qtbot, theme, icons, monkeypatch, tmp_path, *cases):
    monkeypatch.setenv("BOLO_HOME", str(tmp_path / "home"))
    recent = RecentCases(paths.recent_cases_file())
    for case in reversed(cases):
        recent.add(case)
    front = Front(theme, icons)
    qtbot.addWidget(front)
    front.show()
    return front


def test_at_first_it_says_what_bolo_is_and_what_it_is_not(qtbot, theme, icons, monkeypatch, tmp_path):
    front = front_of(qtbot, theme, icons, monkeypatch, tmp_path)
    front.show_recent()
    assert not front.start_page.about.isHidden()
    said = " ".join(found.text() for found in front.start_page.about.findChildren(QLabel))
    assert "never a proof" in said and "identifies nobody" in said and "demo" in said


def test_a_recent_case_takes_its_place(qtbot, theme, icons, monkeypatch, tmp_path, empty_case):
    front = front_of(qtbot, theme, icons, monkeypatch, tmp_path, empty_case)
    front.show_recent()
    assert front.start_page.about is None
    assert [card.accessibleName() for card in front.start_page.recent_buttons] == ["empty"]


def test_a_case_that_is_not_there_is_marked_and_the_others_are_not(
    qtbot, theme, icons, monkeypatch, tmp_path, empty_case
):
    gone = tmp_path / "gone.bolo"
    front = front_of(qtbot, theme, icons, monkeypatch, tmp_path, gone, empty_case)
    with qtbot.waitSignal(front._look.found, timeout=10_000) as found:
        front.show_recent()
    assert found.args[1] == {gone}
    assert [card.accessibleDescription() for card in front.start_page.recent_buttons] == [
        f"{gone} · not found",
        str(empty_case),
    ]


def test_a_case_is_taken_off_the_list_and_stays_on_the_disk(qtbot, theme, icons, monkeypatch, tmp_path, empty_case):
    other = tmp_path / "other.bolo"
    shutil.copytree(empty_case, other)
    front = front_of(qtbot, theme, icons, monkeypatch, tmp_path, empty_case, other)
    front.show_recent()
    qtbot.mouseClick(front.start_page.forget_buttons[0], LEFT)
    assert [card.toolTip() for card in front.start_page.recent_buttons] == [str(other)]
    assert (empty_case / "case.db").is_file()
