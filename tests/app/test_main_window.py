import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QToolButton, QWidget

from app.search.description import Tick
from app.tab import Tab
from app.theme.theme import ThemeChoice
from engine.gallery.gallery import Gallery
from engine.search.evidence import Verdict
from engine.search.searcher import Searcher

LICENCE = "Drawn data; for tests only."  # of the test model's card
LEFT = Qt.MouseButton.LeftButton


def shown_ids(window):
    page = window.search_page
    return [page.results.ranked(row).crop.id for row in range(page.results.rowCount())]


def tick(qtbot, window, act):
    """Do something to the description, and wait for the results that follow from it."""
    with qtbot.waitSignal(window.search_page.results_shown, timeout=10_000):
        act()


def test_a_case_shows_all_its_people_before_anything_is_ticked(opened):
    page = opened.search_page
    assert page.results.rowCount() == 24
    assert page.header.words == "Anyone"
    assert page.header.summary == "24 crops, the earliest first"


def test_a_click_on_a_chip_ranks_at_once(qtbot, opened):
    page = opened.search_page
    tick(qtbot, opened, lambda: qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT))
    assert page.header.words == "Red top"
    assert page.header.summary == "24 crops ranked"
    assert {crop_id % 2 for crop_id in shown_ids(opened)[:12]} == {1}  # the first of two in every frame is in red
    first = page.results.ranked(0)
    assert [clause.verdict for clause in first.clauses] == [Verdict.AGREES]


def test_ticks_say_how_many_fit_and_what_leaving_one_out_would_bring(qtbot, opened):
    page = opened.search_page
    assert page.header.guide == ""
    with qtbot.waitSignal(opened.search_page._service.estimated, timeout=10_000):
        qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT)
    assert page.header.guide == "About 1 in 2 here is expected to fit"  # every other person is in red
    with qtbot.waitSignal(opened.search_page._service.estimated, timeout=10_000):
        qtbot.mouseClick(page.description_panel.chip("accessoryHat"), LEFT)
    assert "without “hat”: +" in page.header.guide
    for value in ("upperBodyRed", "accessoryHat"):
        for _ in range(2):
            tick(qtbot, opened, lambda value=value: qtbot.mouseClick(page.description_panel.chip(value), LEFT))
    assert (page.header.words, page.header.guide) == ("Anyone", "")


def test_an_estimate_that_fails_is_told_and_the_ranking_stays(qtbot, opened, monkeypatch):
    def fail(*_):
        raise OSError("the drive is gone")

    monkeypatch.setattr(Searcher, "estimate", fail)
    page = opened.search_page
    with qtbot.waitSignal(opened.search_page._service.search_failed, timeout=10_000) as failed:
        qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT)
    assert "the drive is gone" in failed.args[0]
    assert {crop_id % 2 for crop_id in shown_ids(opened)[:12]} == {1}  # ranked all the same


def test_a_chosen_person_becomes_an_example_and_is_taken_back(qtbot, opened):
    page, pane = opened.search_page, opened.search_page.detail_pane
    tick(qtbot, opened, lambda: qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT))
    page.results_view.choose(3)
    chosen = page.results_view.chosen_crop
    tick(qtbot, opened, lambda: qtbot.mouseClick(pane.like_button, LEFT))
    assert page.description_panel.description.examples.mark_of(chosen) is True
    assert [chip.text() for chip in page.description_panel.phrase_chips()][-1].endswith(f"like crop {chosen}")
    assert shown_ids(opened)[0] == chosen and page.results_view.chosen_crop == chosen
    assert pane.like_button.isChecked() and not pane.unlike_button.isChecked()

    tick(qtbot, opened, lambda: qtbot.keyClick(page.results_view, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier))
    assert page.description_panel.description.examples.mark_of(chosen) is False
    assert pane.unlike_button.isChecked() and shown_ids(opened)[0] != chosen
    tick(qtbot, opened, page.description_panel.undo_button.click)
    assert page.description_panel.description.examples.mark_of(chosen) is True
    tick(qtbot, opened, lambda: qtbot.mouseClick(page.description_panel.phrase_chips()[-1], LEFT))
    assert page.description_panel.description.examples.is_empty and not pane.like_button.isChecked()


def test_examples_alone_rank_everybody(qtbot, opened):
    page = opened.search_page
    page.results_view.choose(5)
    chosen = page.results_view.chosen_crop
    tick(qtbot, opened, lambda: qtbot.keyClick(page.results_view, Qt.Key.Key_S))
    assert page.header.summary == "24 crops ranked"
    assert shown_ids(opened)[0] == chosen
    tick(qtbot, opened, lambda: qtbot.keyClick(page.results_view, Qt.Key.Key_S))
    assert page.header.summary == "24 crops, the earliest first"


def test_a_second_click_turns_the_ranking_round(qtbot, opened):
    chip = opened.search_page.description_panel.chip("upperBodyRed")
    for _ in range(2):
        tick(qtbot, opened, lambda: qtbot.mouseClick(chip, LEFT))
    assert chip.tick is Tick.NOT
    assert opened.search_page.header.words == "No red top"
    assert {crop_id % 2 for crop_id in shown_ids(opened)[:12]} == {0}


def test_the_keyboard_does_what_the_mouse_does(qtbot, opened):
    panel = opened.search_page.description_panel
    chip = panel.chip("upperBodyRed")
    chip.setFocus()
    tick(qtbot, opened, lambda: qtbot.keyClick(chip, Qt.Key.Key_Space))
    assert panel.description.tick_of("upperBodyRed") is Tick.HAS
    tick(qtbot, opened, lambda: qtbot.keyClick(chip, Qt.Key.Key_P))
    assert panel.description.tick_of("upperBodyRed") is Tick.PREFERS
    assert chip.accessibleName() == "Red top: preferably"


def test_alt_click_prefers(qtbot, opened):
    chip = opened.search_page.description_panel.chip("personalFemale")
    tick(qtbot, opened, lambda: qtbot.mouseClick(chip, LEFT, Qt.KeyboardModifier.AltModifier))
    assert chip.tick is Tick.PREFERS


def test_a_phrase_is_taken_away_with_one_click_and_comes_back_with_undo(qtbot, opened):
    panel = opened.search_page.description_panel
    tick(qtbot, opened, lambda: qtbot.mouseClick(panel.chip("upperBodyRed"), LEFT))
    assert [chip.phrase.words for chip in panel.phrase_chips()] == ["red top"]
    tick(qtbot, opened, lambda: qtbot.mouseClick(panel.phrase_chips()[0], LEFT))
    assert panel.description.is_empty
    tick(qtbot, opened, lambda: qtbot.mouseClick(panel.undo_button, LEFT))
    assert panel.description.tick_of("upperBodyRed") is Tick.HAS


def test_typing_leaves_the_attributes_that_match(qtbot, opened):
    panel = opened.search_page.description_panel
    qtbot.keyClicks(panel.filter_edit, "back")
    chips = {id_: panel.findChild(QWidget, f"chip-{id_}") for id_ in panel.description.schema.attribute_ids}
    visible = {id_ for id_, chip in chips.items() if chip.isVisible()}
    assert visible == {"carryingBackpack"}


def test_ticks_that_follow_each_other_fast_are_one_question(qtbot, opened):
    panel = opened.search_page.description_panel
    asked = opened._service.newest_number
    with qtbot.waitSignal(opened.search_page.results_shown):
        for attribute_id in ("upperBodyRed", "personalFemale", "carryingBackpack"):
            qtbot.mouseClick(panel.chip(attribute_id), LEFT)
    assert opened._service.newest_number == asked + 1


def test_a_late_answer_is_dropped(qtbot, opened):
    page, service = opened.search_page, opened._service
    tick(qtbot, opened, lambda: qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT))
    with qtbot.waitSignal(service.ranked) as answered:
        page.ask()
    old = answered.args[0]
    number = service.newest_number
    with qtbot.assertNotEmitted(service.ranked):
        service.take_ranking(number - 1, old)
    with qtbot.waitSignal(service.ranked):
        service.take_ranking(number, old)


def test_a_question_that_was_replaced_is_not_even_answered(qtbot, opened):
    service = opened._service
    worker = service._worker
    numbers = []
    worker.ranked.connect(lambda number, _ranking: numbers.append(number))
    question = opened.search_page.question()
    last = [service.search(question, 5) for _ in range(50)][-1]
    qtbot.waitUntil(lambda: last in numbers, timeout=10_000)
    assert len(numbers) < 50


def test_the_chosen_result_is_shown_in_its_frame_with_its_facts(qtbot, opened):
    page = opened.search_page
    page.results_view.choose(0)
    ranked = page.results.ranked(0)
    assert page.detail_pane.shown_crop == ranked.crop.id
    qtbot.waitUntil(lambda: page.detail_pane.is_settled, timeout=10_000)
    assert page.detail_pane.frame_view.has_image
    assert page.detail_pane.findChild(QWidget, "fact-camera").text() == ranked.crop.camera
    assert page.detail_pane.findChild(QWidget, "fact-hash").toolTip() == ranked.crop.sha256


def test_a_frame_that_has_gone_says_so_and_the_rest_stays(qtbot, opened):
    page = opened.search_page
    page.results.ranked(3).crop.frame_path.unlink()
    page.results_view.choose(3)
    qtbot.waitUntil(lambda: page.detail_pane.is_settled, timeout=10_000)
    assert not page.detail_pane.frame_view.has_image
    assert "cannot be shown" in page.detail_pane.frame_view.accessibleDescription()


def test_the_selection_stays_on_its_crop_when_the_same_question_is_asked_again(qtbot, opened):
    page = opened.search_page
    page.results_view.choose(5)
    chosen = page.results_view.chosen_crop
    tick(qtbot, opened, page.ask)
    assert page.results_view.chosen_crop == chosen
    assert page.results_view.currentIndex().row() == page.results.row_of(chosen)


def test_a_camera_that_is_ticked_off_leaves(qtbot, opened):
    page = opened.search_page
    tick(qtbot, opened, lambda: page.filter_bar.cameras.boxes["Gate A"].setChecked(False))
    assert {page.results.ranked(row).crop.camera for row in range(page.results.rowCount())} == {"Gate B"}
    assert page.header.summary == "12 crops, the earliest first · filters leave out 12"
    tick(qtbot, opened, lambda: qtbot.mouseClick(page.filter_bar.reset_button, LEFT))
    assert page.results.rowCount() == 24


def test_a_span_of_time_narrows_to_it(qtbot, opened):
    page = opened.search_page
    times = page.filter_bar.times
    times.to_edit.setDateTime(times.from_edit.dateTime().addSecs(60))
    with qtbot.waitSignal(page.results_shown):
        pass
    assert page.results.rowCount() == 8  # minutes one and two of two cameras, two people each


def test_nobody_left_offers_the_way_back(qtbot, opened):
    page = opened.search_page
    for box in page.filter_bar.cameras.boxes.values():  # the first may be answered before the last is asked
        box.setChecked(False)
    qtbot.waitUntil(page.empty.isVisible, timeout=20_000)
    tick(qtbot, opened, lambda: qtbot.mouseClick(page.empty.action_button, LEFT))
    assert page.results.rowCount() == 24


def test_what_stood_on_the_screen_goes_into_the_cases_log(qtbot, opened, small_case):
    page = opened.search_page
    tick(qtbot, opened, lambda: qtbot.mouseClick(page.description_panel.chip("upperBodyRed"), LEFT))
    page.looking._timer.setInterval(0)
    page.looking.look()

    def searches():
        with Gallery.open(small_case, read_only=True) as gallery:
            return [entry for entry in gallery.audit_entries() if entry.action == "search"]

    qtbot.waitUntil(lambda: len(searches()) == 1, timeout=10_000)
    assert "upperBodyRed" in searches()[0].facts


def test_the_footage_page_counts_sources_and_names_failures(qtbot, opened):
    opened.show_tab(Tab.FOOTAGE)
    page = opened.case_view.footage_page
    qtbot.waitUntil(lambda: page.sources.rowCount() == 2)
    assert [page.sources.row(row).frames for row in range(2)] == [6, 6]
    assert [page.sources.row(row).crops for row in range(2)] == [12, 12]
    assert page.failures.index(0, 0).data() == "broken.jpg"


def test_an_empty_case_says_the_next_step_and_does_it(qtbot, window, empty_case):
    window.open_case(empty_case)
    qtbot.waitUntil(lambda: window.search_page is not None and window.search_page.empty.action_button.isVisible())
    assert window.search_page.empty.action_button.text() == "Import footage…"
    qtbot.mouseClick(window.search_page.empty.action_button, LEFT)
    assert window.import_dialog is not None
    assert not window.import_dialog.import_button.isEnabled()
    window.import_dialog.reject()
    qtbot.waitUntil(lambda: window.import_dialog is None)


def drop(page, *paths):
    """Drag paths over a widget and drop them; return whether it would take them."""
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, *keys)  # entering has the same interface
    entering.ignore()
    page.dragEnterEvent(entering)
    page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, *keys))
    return entering.isAccepted()


def test_folders_dropped_on_the_footage_page_open_the_import_dialog_with_them(qtbot, opened, tmp_path):
    (tmp_path / "gate").mkdir()
    (tmp_path / "yard.mp4").touch()
    opened.show_tab(Tab.FOOTAGE)
    page = opened.case_view.footage_page
    assert page.acceptDrops()
    assert drop(page, tmp_path / "gate", tmp_path / "yard.mp4")
    assert opened.import_dialog.sources.paths == (tmp_path / "gate", tmp_path / "yard.mp4")
    assert opened.import_dialog.import_button.isEnabled()
    opened.import_dialog.reject()
    qtbot.waitUntil(lambda: opened.import_dialog is None)


def test_nothing_can_be_dropped_where_nothing_can_be_imported(qtbot, opened, tmp_path):
    page = opened.case_view.footage_page
    page.offer_import("An import is running.")
    assert not drop(page, tmp_path)
    assert opened.import_dialog is None


def test_a_case_that_is_not_there_is_refused_in_a_sentence(qtbot, window, tmp_path):
    window.open_case(tmp_path / "gone.bolo")
    qtbot.waitUntil(lambda: window.front.message.action_button.isVisible())
    assert "gone.bolo" in window.front.message.findChild(QWidget, "emptyLine").text()
    qtbot.mouseClick(window.front.message.action_button, LEFT)
    assert window.front.currentWidget() is window.front.start_page


def test_an_opened_case_stands_first_among_the_recent_ones(qtbot, opened, small_case):
    opened.close_case()
    first = opened.front.start_page.recent_buttons[0]
    assert first.toolTip() == str(small_case)
    qtbot.mouseClick(first, LEFT)
    qtbot.waitUntil(lambda: opened.search_page is not None, timeout=10_000)


def test_a_new_case_is_made_and_opened(qtbot, window, tmp_path):
    qtbot.mouseClick(window.front.start_page.new_button, LEFT)
    dialog = window.dialogs.new_case_dialog
    dialog.set_inside(tmp_path)
    assert not dialog.make_button.isEnabled()
    qtbot.keyClicks(dialog.name_edit, "Night bus: 14/5")
    qtbot.mouseClick(dialog.make_button, LEFT)
    qtbot.waitUntil(lambda: window.case_view is not None, timeout=20_000)
    assert window.case_view.opened.title == "Night bus: 14/5"
    assert window.case_view.opened.folder == tmp_path / "Night bus- 14-5.bolo"


def test_the_models_licence_stands_in_the_foot(qtbot, opened):
    foot = opened.findChild(QToolButton, "modelButton")
    assert foot.text() == "test-model · Drawn data"
    assert foot.toolTip() == LICENCE


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_look_can_be_changed_while_results_are_shown(qtbot, opened, theme, choice):
    theme.choose(choice)
    assert opened.grab().size() == opened.size() * opened.devicePixelRatio()


def test_closing_the_case_leaves_the_start_page(opened):
    opened.close_case()
    assert opened.search_page is None
    assert opened.front.currentWidget() is opened.front.start_page
    assert opened.windowTitle() == "Bolo"
