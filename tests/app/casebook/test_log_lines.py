"""The log's lines in words, and the list of them."""

import pytest
from PySide6.QtCore import Qt

from app.casebook import log_lines
from app.casebook.log_item_model import LogItemModel
from app.casebook.log_lines import LONGEST, LogLine, read_lines
from engine.gallery.gallery import Gallery


def lines(first: int, last: int) -> list[LogLine]:
    return [
        LogLine(n, "2026-05-14 12:00:00", "ada@ws", "search", f"“Red top {n}”", f"{n:064x}") for n in _to(first, last)
    ]


def _to(first: int, last: int) -> range:
    return range(first, last + 1)


@pytest.fixture
def gallery(tmp_path):
    with Gallery.create(tmp_path / "a.bolo") as gallery:
        yield gallery


@pytest.mark.parametrize(
    ("action", "facts", "told"),
    [
        ("search", {"words": "Red top", "shown": [1] * 200, "considered": 853}, "“Red top”: 200 shown of 853 ranked"),
        ("reviewed", {"crop": 5, "verdict": "rejected", "note": "tall"}, "picture 5: rejected: tall"),
        ("reviewed", {"crop": 5, "verdict": "rejected", "note": "", "reviewer": "Bea"}, "picture 5: rejected by Bea"),
        (
            "case described",
            {"was": {"name": "A", "purpose": ""}, "now": {"name": "A", "purpose": "why"}},
            "purpose: — → why",
        ),
        ("saved search run", {"name": "x", "crops": [1, 2, 3, 4], "none": None}, "crops: 4 of them, name: x, none: —"),
        ("search", {"words": "no shown"}, '{"words":"no shown"}'),  # not as this version writes it
    ],
)
def test_a_line_is_told_in_words(qapp, gallery, action, facts, told):
    gallery.log(action, facts)
    (line,) = read_lines(gallery, 0)
    assert (line.number, line.action, line.told) == (1, action, told)


def test_a_long_line_is_shortened(qapp, gallery):
    gallery.log("x", {"note": "very " * 1000 + "\n"})
    assert len(read_lines(gallery, 0)[0].told) == LONGEST + 1


def test_lines_are_read_a_page_at_a_time(qapp, gallery, monkeypatch):
    monkeypatch.setattr(log_lines, "PAGE", 2)
    for _ in range(5):
        gallery.log("x", {})
    assert [[line.number for line in read_lines(gallery, after)] for after in (0, 2, 4, 5)] == [[1, 2], [3, 4], [5], []]


def test_the_latest_line_stands_first_and_new_ones_come_on_top(qtmodeltester):
    model = LogItemModel()
    qtmodeltester.check(model)
    model.add(lines(1, 3))
    model.add(lines(2, 5))  # some of them are there
    assert [model.data(model.index(row, 0)) for row in range(model.rowCount())] == ["5", "4", "3", "2", "1"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Line"


def test_what_is_looked_for_is_found_in_any_part(qtmodeltester):
    model = LogItemModel()
    model.add(lines(1, 30))
    qtmodeltester.check(model)
    model.look_for("red TOP 99")
    assert model.rowCount() == 0
    model.look_for(" red TOP 3")
    assert [model.line(row).number for row in range(model.rowCount())] == [30, 3]
    model.add(lines(31, 40))
    assert model.rowCount() == 2 + 9
    model.look_for(f"{7:064x}")
    assert model.line(0).number == 7
    model.look_for("")
    assert (model.rowCount(), model.all_lines) == (40, 40)
