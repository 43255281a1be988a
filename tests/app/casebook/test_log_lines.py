"""The log's lines in words, and the list of them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.casebook import log_lines
from app.casebook.log_item_model import LogItemModel
from app.casebook.log_lines import LONGEST, LogLine, read_lines
from app.casebook.log_words import say_action
from engine.gallery.gallery import Gallery

LOGGING = ("log", "_log", "_append_to_log", "take_in_labels")


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
        ("bookmarked", {"crop": 5, "state": "none", "note": ""}, "picture 5: taken back"),
        (
            "training decided",
            {"training": "gate-1", "decision": "activate", "reason": "to try it", "model_id": "0f", "figures": [{}]},
            "gate-1: used from now on: to try it",
        ),
        ("training decided", {"training": "gate-1", "decision": "discard", "reason": ""}, "gate-1: discarded"),
        ("training discarded", {"training": "gate-1"}, "gate-1"),
        ("view light", {"crop": 5, "brightness": 30, "contrast": -5}, "picture 5: brightness +30, contrast −5"),
        ("view light", {"crop": 5, "brightness": 0, "contrast": 0}, "picture 5: brightness 0, contrast 0"),
        ("view zoom", {"crop": 5, "zoom": 2.44}, "picture 5: frame shown 2.44 times as large"),
        ("view zoom", {"crop": 5, "zoom": "x"}, '{"crop":5,"zoom":"x"}'),  # not as this version writes it
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


def test_the_log_is_read_in_german_and_found_by_its_own_words_too(german, gallery):
    gallery.log("reviewed", {"crop": 5, "verdict": "rejected", "note": ""})
    (line,) = read_lines(gallery, 0)
    assert (line.action, line.action_words, line.told) == ("reviewed", "bewertet", "Ausschnitt 5: verworfen")
    assert line.holds("bewertet") and line.holds("reviewed")


def test_every_action_that_is_logged_has_words(german, root):
    actions = set(_logged_actions(root))
    assert len(actions) > 20
    assert sorted(action for action in actions if say_action(action) == action) == []


def _logged_actions(root: Path) -> Iterator[str]:
    """Yield what the program writes into the log as an action: literals and the constants that stand for one."""
    for file in (*sorted((root / "engine").rglob("*.py")), *sorted((root / "app").rglob("*.py"))):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        constants = {
            name.id: value.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            for name, value in _named(target, node.value)
        }
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args):
            function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            if function in LOGGING:
                yield from _texts(call.args, constants)


def _named(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.Name, ast.Constant]]:
    both = isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
    pairs = zip(target.elts, value.elts, strict=True) if both else [(target, value)]
    for name, given in pairs:
        if isinstance(name, ast.Name) and isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield name, given


def _texts(arguments: list[ast.expr], constants: dict[str, str]) -> Iterator[str]:
    for argument in arguments[:2]:
        for node in ast.walk(argument) if isinstance(argument, ast.IfExp) else [argument]:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, ast.Name) and node.id in constants:
                yield constants[node.id]
