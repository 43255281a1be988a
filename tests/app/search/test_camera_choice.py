"""A choice of cameras stays what it is while footage comes in."""

import pytest

from app.search.camera_choice import CameraChoice


@pytest.fixture
def choice(qtbot, theme):
    made = CameraChoice(theme)
    qtbot.addWidget(made)
    made.offer(["Gate A", "Gate B"])
    return made


def test_a_new_camera_joins_all(choice):
    assert choice.chosen is None
    choice.offer(["Gate A", "Gate B", "Gate C"])
    assert choice.chosen is None and choice.boxes["Gate C"].isChecked()


def test_a_new_camera_does_not_join_a_choice(choice):
    choice.choose(frozenset({"Gate A"}))
    choice.offer(["Gate A", "Gate B", "Gate C"])
    assert choice.chosen == frozenset({"Gate A"})
    assert choice.in_words() == "Gate A"
