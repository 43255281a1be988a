"""A case that goes over to another model while its window is open."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.models.models_item_model import ModelsRole
from app.models.switched_bar import say_switched
from app.search.carried_search import fitted
from app.search.description import Description, Tick
from app.tab import Tab
from engine.attributes.schema import Combine
from engine.attributes.schema_file import shipped_schema
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.registry.card import read_card
from engine.search.active_model import activate_model
from engine.search.examples import Example, Examples
from engine.search.sorting import SortKey

WITHIN_MS = 20_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def red(peta):
    return Description(peta).with_tick("upperBodyRed", Tick.HAS).with_tick("accessoryHat", Tick.NOT)


@pytest.fixture
def switch(qtbot, opened, embed):
    """Return what switches the case that is open, as a job does, and waits until the window has gone over."""

    def switched(model):
        before = opened.search_page
        folder = opened.case_view.opened.folder
        embed(folder, model)
        with Gallery.open(folder) as gallery:
            activate_model(gallery, model)
        opened.jobs.grew.emit()
        qtbot.waitUntil(lambda: opened.search_page is not before, timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: opened.search_page.is_answered, timeout=WITHIN_MS)

    return switched


def test_what_the_other_model_knows_stays_and_what_it_does_not_is_named(red):
    carried, left_out = fitted(red, shipped_schema("pa100k"), "b")
    assert dict(carried.ticks) == {"accessoryHat": Tick.NOT}
    assert left_out == ["Red top"]
    assert say_switched("new", left_out) == (
        "The case is searched with the model new now. It cannot be asked for what is left out of the description: "
        "Red top."
    )


def test_a_model_of_the_same_attributes_is_asked_the_same(red, peta):
    flipped = replace(red.with_tick("upperBodyBlue", Tick.HAS), flipped=frozenset({peta.group_of("upperBodyRed").id}))
    assert fitted(flipped, peta, "b") == (flipped, [])


def test_ticks_combine_as_before_where_the_other_schema_combines_otherwise(peta):
    group = peta.group_of("upperBodyRed")
    turned = replace(group, combine=next(way for way in Combine if way is not group.combine))
    other = replace(peta, groups=tuple(turned if known is group else known for known in peta.groups))
    both = Description(peta).with_tick("upperBodyRed", Tick.HAS).with_tick("upperBodyBlue", Tick.HAS)
    carried, left_out = fitted(both, other, "b")
    assert left_out == []
    assert carried.query() == both.query()


def test_a_picture_that_another_model_embedded_is_named_and_a_crop_stays(peta):
    picture = Example(name="her.png", sha256="0", model_id="a", vector=np.ones(8, np.float32))
    crop = Example(crop_id=CropId(3))
    asked = replace(Description(peta), examples=Examples(like=(picture, crop)))
    carried, left_out = fitted(asked, peta, "b")
    assert carried.examples == Examples(like=(crop,))
    assert left_out == ["the picture her.png"]


def test_the_window_goes_over_to_the_new_model_and_keeps_what_was_asked(qtbot, opened, switch, other_model):
    page = opened.search_page
    for tick in (("upperBodyRed", Tick.HAS), ("accessoryHat", Tick.HAS)):
        page.description_panel.say(page.description_panel.description.with_tick(*tick))
    page.filter_bar.choose(replace(page.filter_bar.filters, cameras=frozenset({"Gate A"})))
    page.header.sort_button.keys[SortKey.TIME].trigger()
    sorting = page.header.sort_button.sorting
    qtbot.waitUntil(lambda: page.is_answered, timeout=WITHIN_MS)
    opened.show_tab(Tab.CASE)

    switch(other_model)

    after = opened.search_page
    assert opened.case_view.opened.card.model_id == other_model.card.model_id
    assert after.results.rowCount() == 12
    assert after.filter_bar.filters.cameras == frozenset({"Gate A"})
    assert after.header.sort_button.sorting == sorting
    assert sorting.key is SortKey.TIME
    assert after.description_panel.description.ticks == MappingProxyType({"accessoryHat": Tick.HAS})
    assert opened.case_view.switched_bar.words.endswith("left out of the description: Red top.")
    assert opened.case_view._stack.currentWidget() is opened.case_view.case_page
    assert opened._foot.model_button.text().startswith("other-model")
    qtbot.mouseClick(opened.case_view.switched_bar.dismiss_button, LEFT)
    assert not opened.case_view.switched_bar.isVisible()


def test_the_new_page_is_whole_and_the_way_back_too(qtbot, opened, switch, other_model, installed_model):
    qtbot.waitUntil(lambda: opened.search_page.isVisible(), timeout=WITHIN_MS)
    switch(other_model)
    page = opened.search_page
    assert page.isVisible()
    with qtbot.waitSignal(page.results_shown, timeout=WITHIN_MS):
        qtbot.mouseClick(page.description_panel.chip("accessoryHat"), LEFT)
    assert page.header.words == "Hat"

    switch(installed_model)
    page = opened.search_page
    with qtbot.waitSignal(page.results_shown, timeout=WITHIN_MS):
        qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT)
    assert dict(page.description_panel.description.ticks) == {"accessoryHat": Tick.HAS, "upperBodyRed": Tick.HAS}


def test_an_answer_of_the_model_before_is_not_shown_on_the_new_page(qtbot, opened, embed, other_model):
    """What was asked just before the switch is answered by the one before, and after it."""
    service, page = opened.case_view._service, opened.search_page
    embed(opened.case_view.opened.folder, other_model)
    with Gallery.open(opened.case_view.opened.folder) as gallery:
        activate_model(gallery, other_model)
    shown = []
    service.ranked.connect(lambda ranking: shown.append(ranking.model_id))
    service.count()
    page.ask()
    qtbot.waitUntil(lambda: opened.search_page is not page, timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: opened.search_page.is_answered, timeout=WITHIN_MS)
    assert set(shown) == {other_model.card.model_id}


def test_who_asks_the_case_is_answered_over_a_switch_and_who_asks_the_model_before_is_not(
    qtbot, opened, embed, other_model
):
    service, page = opened.case_view._service, opened.search_page
    embed(opened.case_view.opened.folder, other_model)
    with Gallery.open(opened.case_view.opened.folder) as gallery:
        activate_model(gallery, other_model)
    of_case, of_model = [], []
    service.count()
    service.ask_case(lambda gallery: gallery.counts().crops, of_case.append)
    service.ask(lambda desk: desk.model.name, of_model.append)
    qtbot.waitUntil(lambda: opened.search_page is not page, timeout=WITHIN_MS)
    qtbot.waitUntil(lambda: opened.search_page.is_answered, timeout=WITHIN_MS)
    assert (of_case, of_model) == ([24], [])
    service.ask(lambda desk: desk.model.name, of_model.append)
    qtbot.waitUntil(lambda: of_model == ["other-model"], timeout=WITHIN_MS)


def test_a_model_that_goes_missing_is_named_with_what_to_do(qtbot, window, small_case):
    with Gallery.open(small_case) as gallery:
        gallery.log("model activated", {"name": "lent", "model_id": "0123abcd"})
    window.open_case(small_case)
    qtbot.waitUntil(lambda: window.case_view is not None, timeout=WITHIN_MS)
    assert window.search_page is None
    assert "the model “lent” (0123abcd), which is not on this machine" in window.case_view.opened.model_problem
    qtbot.mouseClick(window.case_view._pages[Tab.SEARCH].findChild(QPushButton, "emptyAction"), LEFT)
    dialog = window.dialogs.models_dialog
    qtbot.waitUntil(lambda: dialog.models.seen.are_others_seen, timeout=WITHIN_MS)
    assert dialog.chosen.name == "lent"
    assert dialog.models.index(dialog.list.currentIndex().row()).data(ModelsRole.STATE).startswith("active in this")
    said = dialog.findChild(QLabel, "modelGone").text()
    assert said.endswith("To search, import its file, or activate another model.")
    assert not dialog.action_row.export_button.isEnabled()
    dialog.reject()


def test_the_models_of_the_tests_are_their_own(other_model, installed_model):
    assert read_card(other_model.folder).model_id != installed_model.card.model_id


def test_the_next_training_starts_from_the_model_that_answers_now(qtbot, opened, switch, other_model):
    switch(other_model)
    opened.trainings.train_another()
    qtbot.waitUntil(lambda: opened.trainings.wizard is not None, timeout=WITHIN_MS)
    assert opened.trainings.wizard.choice.active == other_model.card.model_id
    opened.trainings.wizard.reject()
