"""The row of what can be done with a model, on its own, and the line that tells what became of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.jobs.job_order import JobKind
from app.models.listed_model import ListedModel, ModelsSeen
from app.models.model_actions import ModelActions
from app.models.told_line import ToldLine
from engine.casework.model_use import CaseUse

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def model(other_model):
    return ListedModel(name="hats", folder=other_model.folder, size=1, is_own=True, card=other_model.card)


@pytest.fixture
def row(qtbot, theme):
    """Return what makes the row over a case."""

    def made(case, *, may_change=True):
        over = QWidget()
        qtbot.addWidget(over)
        actions = ModelActions(theme, case, may_change, over)
        actions.setParent(over)
        return actions

    return made


def test_what_stands_in_the_way_of_activating_is_said(row, model, tmp_path):
    seen = ModelsSeen(models=(model,), case=CaseUse(folder=tmp_path, title="Theft", active_id="another"))
    active = replace(seen, case=replace(seen.case, active_id=model.model_id))
    for actions, known, said in (
        (row(None), replace(seen, case=None), "Open a case first."),
        (row(tmp_path, may_change=False), seen, "This case was opened read-only."),
        (row(tmp_path), active, "The case is searched with it already."),
        (row(tmp_path), seen, ""),
    ):
        actions.offer(model, known)
        assert (actions.activate_button.isEnabled(), actions.activate_button.toolTip()) == (not said, said)


def test_a_broken_model_of_a_case_that_cannot_be_read_is_not_said_to_search_it(row, model, tmp_path):
    broken = replace(model, card=None, fault="It is broken.")
    actions = row(tmp_path)
    actions.offer(broken, ModelsSeen(models=(broken,), case=CaseUse(folder=tmp_path, title="Theft", problem="torn.")))
    assert (actions.activate_button.isEnabled(), actions.activate_button.toolTip()) == (False, "")
    assert actions.remove_button.isEnabled()
    assert not actions.export_button.isEnabled()


def test_the_former_model_is_one_press_away(qtbot, row, model, tmp_path):
    use = CaseUse(folder=tmp_path, title="Theft", active_id="another", former_id=model.model_id)
    actions, ordered = row(tmp_path), []
    actions.job_ordered.connect(ordered.append)
    actions.offer(None, ModelsSeen(models=(model,), case=use))
    assert actions.back_button.text() == "Back to hats"
    qtbot.mouseClick(actions.back_button, LEFT)
    assert [(order.kind, order.arguments[-1]) for order in ordered] == [(JobKind.ACTIVATE, model.model_id)]


def test_a_question_clears_what_was_told_and_is_not_asked_of_nothing(qtbot, row, model):
    actions, asked = row(None), []
    actions.asked.connect(lambda: asked.append(True))
    actions.ask_for_data()
    assert (asked, actions.asking) == ([], None)
    actions.offer(model, ModelsSeen(models=(model,)))
    qtbot.mouseClick(actions.rename_button, LEFT)
    assert (asked, actions.asking.objectName()) == ([True], "renameModelDialog")
    actions.asking.reject()


def test_what_is_told_is_shown_as_it_is_and_an_empty_line_takes_no_room(qtbot):
    line = ToldLine("told")
    qtbot.addWidget(line)
    assert line.isHidden()
    line.complain("<b>x</b>.bolomodel is no model.")
    assert not line.isHidden()
    assert (line.textFormat(), line.property("tone")) == (Qt.TextFormat.PlainText, "error")
    line.say("Taken in.")
    assert line.property("tone") == "muted"
    line.say("")
    assert line.isHidden()
