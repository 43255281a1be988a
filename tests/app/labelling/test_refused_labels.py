"""What the case refused and is tried again: still one step that is undone, in the name it was said in."""

import sqlite3

import pytest
from PySide6.QtCore import Qt

from engine.gallery.gallery import Gallery
from engine.gallery.records import Said

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WOMAN, MAN = "personalFemale", "personalMale"


@pytest.fixture
def refusing(monkeypatch):
    """Return what has the case refuse labels while it is entered."""

    def full(*_arguments, **_options):
        raise sqlite3.OperationalError("disk full")

    class Refusing:
        def __enter__(self):
            self._broken = monkeypatch.context()
            self._broken.__enter__().setattr(Gallery, "change_labels", full)

        def __exit__(self, *raised):
            self._broken.__exit__(*raised)

    return Refusing


@pytest.fixture
def label_as(qtbot):
    """Return what has somebody else label, settled."""

    def turn(page, name):
        page.desk.set_labeller(name)
        qtbot.waitUntil(lambda: page.is_settled and page.desk.labeller_name == name, timeout=10_000)

    return turn


@pytest.fixture
def try_again(press):
    """Return what presses "Try again", settled."""

    def click(page):
        page.notices.again_button.click()
        press(page)
        assert not page.notices.unkept_bar.isVisible()

    return click


@pytest.fixture
def refused_of_ann(labelling, ask_for, press, refusing, label_as):
    """Return the crop of which Ann said in vain that it shows a woman; now Bob labels."""
    ask_for(labelling, "gender")
    label_as(labelling, "ann")
    first = labelling.desk.current
    with refusing():
        press(labelling, KEY.Key_1)
    label_as(labelling, "bob")
    return first


def by_labeller(case):
    with Gallery.open(case, read_only=True) as gallery:
        return {(label.who, label.crop_id, label.attribute): label.value for label in gallery.labels()}


def test_what_was_kept_at_the_second_try_is_undone(labelling, ask_for, press, refusing, try_again, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    first = page.desk.current
    with refusing():
        press(page, KEY.Key_1)
    try_again(page)
    assert in_the_case(case)[first, WOMAN] is True
    press(page, KEY.Key_Z, modifiers=CTRL)
    assert in_the_case(case) == {} and not page.desk.book.words(first)
    page.head.redo_button.click()
    press(page)
    assert in_the_case(case)[first, WOMAN] is True


def test_a_second_try_labels_whole_tracks_where_the_first_meant_to(
    labelling, ask_for, press, refusing, try_again, in_the_case, crops_of_track
):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    first = page.desk.current
    with refusing():
        press(page, KEY.Key_T, KEY.Key_1)
    try_again(page)
    assert {crop for crop, _ in in_the_case(case)} == set(crops_of_track(case, first))
    press(page, KEY.Key_Z, modifiers=CTRL)
    assert in_the_case(case) == {}


def test_an_undo_that_was_refused_is_tried_again(labelling, ask_for, press, refusing, try_again, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    press(page, KEY.Key_T, KEY.Key_1)
    with refusing():
        press(page, KEY.Key_Z, modifiers=CTRL)
    assert len(in_the_case(case)) == 12
    try_again(page)
    assert in_the_case(case) == {}


def test_a_refused_step_that_was_undone_is_not_written(labelling, ask_for, press, refusing, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "gender")
    with refusing():
        press(page, KEY.Key_1)
    press(page, KEY.Key_Z, modifiers=CTRL)
    assert not page.notices.unkept_bar.isVisible()
    page.desk.saying.try_again()
    press(page)
    assert in_the_case(case) == {}


def test_a_word_that_took_the_place_of_a_refused_one_stays(labelling, ask_for, press, refusing, try_again, in_the_case):
    page, case = labelling, labelling._opened.folder
    ask_for(page, "accessory")
    first = page.desk.current
    with refusing():
        press(page, KEY.Key_1, KEY.Key_0)  # a hat, and nothing else
    hat, muffler = "accessoryHat", "accessoryMuffler"
    page.desk.go_to(first)
    page.desk.saying.say({first: {muffler: Said(None)}})
    press(page)
    try_again(page)
    said = in_the_case(case)
    assert said[first, hat] is True and said[first, muffler] is None
    assert page.desk.book.words(first)[muffler] == Said(None)


def test_refused_labels_are_written_in_the_name_they_were_given_in(labelling, press, try_again, refused_of_ann):
    page, case = labelling, labelling._opened.folder
    first = refused_of_ann
    assert page.desk.current == first and page.desk.book.words(first) == {}
    assert page.notices.unkept_bar.isVisible()
    press(page, KEY.Key_2)
    try_again(page)
    assert by_labeller(case) == {
        ("ann", first, WOMAN): True,
        ("ann", first, MAN): False,
        ("bob", first, WOMAN): False,
        ("bob", first, MAN): True,
    }
    assert page.desk.book.words(first) == {WOMAN: Said(False), MAN: Said(True)}


def test_refused_labels_stand_there_when_who_gave_them_labels_again(labelling, press, label_as, refused_of_ann):
    page = labelling
    first = refused_of_ann
    label_as(page, "ann")
    page.desk.go_to(first)
    press(page)
    assert page.desk.book.words(first)[WOMAN] == Said(True)
    assert page.desk.book.unkept_of(first) == {WOMAN, MAN}


def test_what_is_said_to_the_track_is_not_what_somebody_else_was_refused(labelling, press, refused_of_ann):
    page, case = labelling, labelling._opened.folder
    first = refused_of_ann
    page.desk.go_to(first)
    press(page, KEY.Key_W)
    assert by_labeller(case) == {}
