"""The Train wizard, page by page, with mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from engine.datasets.dataset import DatasetKind
from engine.datasets.split_unit import SplitUnit
from engine.encoders.backbone_kind import Weights
from engine.training.preset import Preset, Start

LEFT = Qt.MouseButton.LeftButton
NAMES = {"next": "wizardNext", "finish": "wizardFinish", "back": "wizardBack"}


@pytest.fixture
def click(qtbot, wizard):
    def run(name):
        widget = wizard.findChild(QAbstractButton, NAMES.get(name, name))
        assert widget.isVisible() and widget.isEnabled(), f"{name} cannot be clicked"
        # A radio button is wider than its words.
        place = widget.rect().center()
        place.setX(min(place.x(), 20))
        qtbot.mouseClick(widget, LEFT, pos=place)

    return run


def is_offered(wizard, name):
    widget = wizard.findChild(QAbstractButton, NAMES[name])
    return widget.isVisible() and widget.isEnabled()


def test_from_the_labels_of_this_case_to_an_order_by_next_alone(wizard, click, qtbot):
    click("next")
    assert wizard.currentPage() is wizard.audit_page
    click("next")
    click("next")
    assert wizard.currentPage() is wizard.recipe_page
    qtbot.waitUntil(lambda: wizard.measuring.is_answered, timeout=5000)
    assert wizard.recipe_page.estimate.sentence.text() == (
        "At most 2 min in 120 steps (31 pictures a second), measured here on this data. It needs 812 MB of memory."
    )
    with qtbot.waitSignal(wizard.accepted):
        click("finish")
    plan = wizard.choice.plan()
    assert (plan.name, plan.preset, plan.recipe.start) == ("gate-1", Preset.QUICK, "test-model")
    assert plan.data.places == (wizard.choice.case,)
    assert plan.recipe.stages[0].batch_size == 16  # for the 40 pictures that the audit counted


def test_the_audit_shows_counts_and_what_is_wrong(wizard, click):
    click("next")
    page = wizard.audit_page
    model = page.table.model()
    rows = [[model.index(row, column).data() for column in range(model.columnCount())] for row in range(2)]
    assert model.rowCount() == 2  # what was never asked for is left out
    assert rows[0] == ["Hat", "Headwear", "", "10", "30", "6 / 12", "14 that have it"]
    assert rows[1] == ["Bag", "Carrying", "", "40", "0", "20 / 0", "30 that lack it"]
    assert page.sentence.text() == (
        "yard: 40 pictures to learn from, 8 to choose the best epoch on, 12 to compare the models on."
    )
    told = [page.findings.item(row).text() for row in range(page.findings.count())]
    assert told[0] == "60 labelled pictures are few."
    assert "Row 4 names no picture." in told and "and 2 more" in told
    assert any("2 pairs of nearly the same pictures stand in two parts" in line for line in told)
    assert any("1 picture cannot be read" in line and "/x/broken.png" in line for line in told)


def test_data_that_cannot_be_trained_on_ends_here_with_the_remedy(wizard, click, answers):
    refused = {**answers["audit-data"]["audit"], "findings": [{"text": "Label more people.", "refuses": True}]}
    answers["audit-data"] = {**answers["audit-data"], "audit": refused}
    click("next")
    assert wizard.audit_page.sentence.text() == "Label more people."
    assert not is_offered(wizard, "next")


def test_data_that_cannot_be_read_says_why_and_can_be_looked_at_again(wizard, click, answers):
    whole, answers["audit-data"] = answers["audit-data"], "gate.bolo has no labels; label some crops."
    click("next")
    assert wizard.audit_page.sentence.text() == "gate.bolo has no labels; label some crops."
    assert not is_offered(wizard, "next")
    answers["audit-data"] = whole
    click("auditAgain")
    assert is_offered(wizard, "next")


def test_a_folder_is_asked_for_where_the_data_lies_in_one(wizard, click, qtbot, tmp_path):
    click("data-csv")
    assert not is_offered(wizard, "next")
    qtbot.keyClicks(wizard.findChild(QLineEdit, "trainingFolder"), str(tmp_path))
    assert is_offered(wizard, "next")
    assert wizard.choice.data.kind is DatasetKind.CSV
    box = wizard.data_page.unit_box
    assert [box.itemData(row) for row in range(box.count())] == list(SplitUnit)
    qtbot.keyClick(box, Qt.Key.Key_End)
    assert wizard.choice.split_by is SplitUnit.CAMERA


def test_published_data_comes_with_its_parts(wizard, click):
    click("data-peta")
    assert not wizard.data_page.unit_box.isEnabled()
    assert wizard.data_page.unit_box.currentText() == "as published"


def test_no_case_is_no_data(wizard, qtbot):
    wizard.data_page.case_list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not is_offered(wizard, "next")


def test_nothing_is_a_start_with_a_warning(wizard, click):
    click("next")
    click("next")
    warning = wizard.findChild(QLabel, "startWarning")
    assert not warning.isVisible()
    click("start-imagenet")
    assert "40 pictures are few" in warning.text()
    click("start-nothing")
    assert warning.isVisible() and "hours" in warning.text()
    click("next")
    assert wizard.choice.recipe().weights is Weights.RANDOM and wizard.choice.start is Start.NOTHING


def test_a_name_that_is_taken_is_said_and_ends_here(wizard, click, qtbot):
    click("next")
    click("next")
    edit = wizard.findChild(QLineEdit, "modelName")
    edit.selectAll()
    qtbot.keyClicks(edit, "test-model")
    assert "is taken" in wizard.findChild(QLabel, "nameProblem").text()
    assert not is_offered(wizard, "next")


def test_every_field_is_checked_as_one_types(wizard, click, qtbot):
    for name in ("next", "next", "next", "preset-standard", "advancedRecipe", "next"):
        click(name)
    page = wizard.advanced_page
    assert wizard.currentPage() is page
    item = page.fields.value_item("fine-tuning.epochs")
    page.tree.scrollTo(item.index())
    page.tree.edit(item.index())
    editor = page.tree.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "x")
    assert page.problem.text() == "fine-tuning.epochs = 'x' cannot be used: it must be a whole number."
    assert not is_offered(wizard, "finish")
    editor.selectAll()
    qtbot.keyClicks(editor, "7")
    assert page.problem.text() == "Fields changed: 1"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wizard.choice.recipe().stages[0].epochs == 7
    qtbot.waitUntil(lambda: wizard.measuring.is_answered, timeout=5000)
    assert is_offered(wizard, "finish")


def test_going_back_takes_back_what_was_typed(wizard, click):
    for name in ("next", "next", "next", "advancedRecipe", "next"):
        click(name)
    wizard.advanced_page.take("seed", "9")
    assert wizard.choice.recipe().seed == 9
    click("back")
    assert wizard.choice.recipe().seed == 1


def test_both_pages_show_one_measurement_and_what_was_measured_is_known(wizard, click, answers, monkeypatch, qtbot):
    asked = []

    def ask(question, arguments):
        asked.append(arguments)
        question.answered.emit(answers[arguments[1]] | {"steps": len(asked)})

    monkeypatch.setattr("app.training.training_questions.TrainingQuestion.ask", ask)

    def measured():
        qtbot.waitUntil(lambda: wizard.measuring.is_answered, timeout=5000)
        return sum(arguments[1] == "estimate" for arguments in asked)

    for name in ("next", "next", "next", "advancedRecipe"):
        click(name)
    assert measured() == 1
    said = wizard.recipe_page.estimate.sentence.text()
    click("next")
    assert measured() == 1
    assert wizard.advanced_page.estimate.sentence.text() == said
    wizard.advanced_page.take("seed", "9")
    assert measured() == 2
    assert wizard.advanced_page.estimate.sentence.text() != said
    click("back")
    assert measured() == 2
    assert wizard.recipe_page.estimate.sentence.text() == said
    click("measureAgain")
    assert measured() == 3
    assert wizard.recipe_page.estimate.sentence.text() != said


def test_an_estimate_that_fails_says_why(wizard, click, answers, qtbot):
    answers["estimate"] = "The memory does not suffice; choose a smaller batch."
    for _ in range(3):
        click("next")
    row = wizard.recipe_page.estimate
    qtbot.waitUntil(lambda: wizard.measuring.is_answered, timeout=5000)
    assert row.sentence.text() == "The memory does not suffice; choose a smaller batch."
