"""A picture from disk as an example: the child embeds it, the window adds it to what is described."""

import json
import os
import sys

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.jobs import job_process

LEFT = Qt.MouseButton.LeftButton
SUMMARY = {"name": "her.jpg", "sha256": "ab" * 32, "vector": [1.0] + [0.0] * 7}


@pytest.fixture
def child(monkeypatch, tmp_path):
    """Return what lets a small script stand for the child, which needs a whole model; it is told what it was asked."""

    def stand_in(script):
        path = tmp_path / "child.py"
        path.write_text(f"import json, sys, time\n{script}\n")
        monkeypatch.setattr(job_process, "child_command", lambda given: (sys.executable, [str(path), *given]))

    return stand_in


def tell(event):
    return f"print({json.dumps(json.dumps(event))}, flush=True)"


def choose(qtbot, page, path):
    """Choose a picture in the dialog that the button opens."""
    qtbot.mouseClick(page.description_panel.picture_bar.button, LEFT)
    page.description_panel.picture_bar.dialog.fileSelected.emit(str(path))
    page.description_panel.picture_bar.dialog.reject()


def test_a_picture_becomes_an_example_beside_the_ticks(qtbot, red, asked, child, tmp_path):
    child(tell({"event": "Finished", "summary": SUMMARY}))
    asked(lambda: choose(qtbot, red, tmp_path / "her.jpg"))
    assert [chip.phrase.words for chip in red.description_panel.phrase_chips()] == ["red top", "like her.jpg"]
    (example,) = red.description_panel.description.examples.like
    assert np.array_equal(example.vector, np.eye(8, dtype=np.float32)[0])
    assert red.results.rowCount() == 24 and not red.pictures.is_busy
    asked(lambda: qtbot.mouseClick(red.description_panel.phrase_chips()[1], LEFT))
    assert red.description_panel.description.examples.is_empty
    asked(red.undo.undo)
    assert red.description_panel.description.examples.like == (example,)


def test_the_child_is_asked_for_the_case_and_the_picture(qtbot, red, child, tmp_path, small_case):
    child('print(json.dumps({"event": "Failed", "message": " ".join(sys.argv[1:])}), flush=True)')
    choose(qtbot, red, tmp_path / "her.jpg")
    problem = red.description_panel.picture_bar.problem
    qtbot.waitUntil(problem.isVisible, timeout=10_000)
    assert problem.text() == f"job embed-picture {small_case} {tmp_path / 'her.jpg'}"


def test_what_went_wrong_is_said_until_the_next_picture(qtbot, red, asked, child, tmp_path):
    sentence = "her.jpg: it is no picture; choose another."
    child(tell({"event": "Failed", "message": sentence}))
    choose(qtbot, red, tmp_path / "her.jpg")
    problem = red.description_panel.picture_bar.problem
    qtbot.waitUntil(problem.isVisible, timeout=10_000)
    assert problem.text() == sentence
    assert red.description_panel.picture_bar.button.accessibleName() == "Like a picture…"
    child(tell({"event": "Finished", "summary": SUMMARY}))
    asked(lambda: choose(qtbot, red, tmp_path / "her.jpg"))
    assert not problem.isVisible()


def test_a_picture_that_another_model_saw_is_told_and_ranks_nobody(qtbot, red, child, tmp_path):
    child(tell({"event": "Finished", "summary": SUMMARY | {"model_id": "another"}}))
    choose(qtbot, red, tmp_path / "her.jpg")
    qtbot.waitUntil(lambda: "another model; choose it anew" in red.header.summary, timeout=10_000)


def test_a_child_that_dies_is_told(qtbot, red, child, tmp_path):
    child("import os; os.abort()")
    choose(qtbot, red, tmp_path / "her.jpg")
    problem = red.description_panel.picture_bar.problem
    qtbot.waitUntil(problem.isVisible, timeout=10_000)
    assert problem.text() == "The picture could not be looked at; try it again."


def test_a_click_cancels_and_nothing_is_added_later(qtbot, red, child, tmp_path):
    child(f"sys.stdin.readline()\n{tell({'event': 'Finished', 'summary': SUMMARY})}")
    choose(qtbot, red, tmp_path / "her.jpg")
    bar = red.description_panel.picture_bar
    assert bar.button.accessibleName() == "Looking at her.jpg" and red.pictures.is_busy
    process = red.pictures._job
    with qtbot.waitSignal(process.destroyed, timeout=10_000):
        qtbot.mouseClick(bar.button, LEFT)
    assert bar.button.accessibleName() == "Like a picture…"
    assert red.description_panel.description.examples.is_empty and not bar.problem.isVisible()


def test_a_picture_can_be_dropped_on_the_description(qtbot, red, asked, child, tmp_path):
    child(tell({"event": "Finished", "summary": SUMMARY}))

    def drop(*files):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        given = (QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
        enter = QDropEvent(*given)  # Qt warns of an enter event that is made by hand
        enter.setAccepted(False)
        red.description_panel.dragEnterEvent(enter)
        red.description_panel.dropEvent(QDropEvent(*given))
        return enter.isAccepted()

    assert not drop(tmp_path / "notes.txt") and not drop(tmp_path / "a.jpg", tmp_path / "b.jpg")
    assert not red.pictures.is_busy
    asked(lambda: drop(tmp_path / "her.JPG"))
    assert len(red.description_panel.description.examples.like) == 1


def test_closing_the_case_ends_the_child(qtbot, opened, child, tmp_path):
    child("time.sleep(60)")
    choose(qtbot, opened.search_page, tmp_path / "her.jpg")
    page = opened.search_page
    qtbot.waitUntil(lambda: bool(page.pictures._job.process_id), timeout=10_000)
    process_id = page.pictures._job.process_id
    opened.close_case()
    with pytest.raises(ProcessLookupError):
        os.kill(process_id, 0)
