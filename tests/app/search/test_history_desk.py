"""The menu of what was asked before."""

from PySide6.QtCore import Qt

from app.search.description import Tick
from app.tab import Tab
from engine.gallery.gallery import Gallery
from engine.registry.query_model import QueryModel
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.searcher import Searcher

LEFT = Qt.MouseButton.LeftButton


def log(case, installed_model, text, **asked):
    model = QueryModel.load(installed_model)
    with Gallery.open(case) as gallery:
        gallery.log("search", Searcher(gallery, model).search(Query.parse(text, model.schema), **asked).facts())


def opened_menu(qtbot, page):
    qtbot.mouseClick(page.description_panel.history_button, LEFT)
    qtbot.waitUntil(page.history_desk.menu.isVisible, timeout=10_000)
    return page.history_desk.menu.actions()


def test_what_was_asked_is_listed_newest_first_and_asked_again(qtbot, opened, asked, small_case, installed_model):
    page = opened.search_page
    filters, examples = Filters(cameras=frozenset({"Gate A"})), Examples(unlike=(Example(crop_id=2),))
    log(small_case, installed_model, "has:upperBodyRed not:accessoryHat", filters=filters, examples=examples)
    log(small_case, installed_model, "has:upperBodyBlue")
    first, second = opened_menu(qtbot, page)
    assert first.text().startswith("blue top\t")
    assert second.text().startswith("red top, no hat, not like crop 2, filtered\t") and "Gate A" in second.toolTip()
    asked(second.trigger)
    page.history_desk.menu.close()
    description = page.description_panel.description
    assert description.ticks == {"upperBodyRed": Tick.HAS, "accessoryHat": Tick.NOT}
    assert description.examples.unlike == examples.unlike and page.filter_bar.filters == filters
    asked(page.undo.undo)
    assert page.description_panel.description.is_empty and page.filter_bar.filters.is_off


def test_an_empty_history_says_so(qtbot, opened):
    (only,) = opened_menu(qtbot, opened.search_page)
    assert only.text() == "Nothing was asked in this case yet" and not only.isEnabled()
    opened.search_page.history_desk.menu.close()


def test_a_blind_reviewer_is_not_told_what_others_looked_for(qtbot, window, small_case, installed_model):
    log(small_case, installed_model, "has:upperBodyBlue")
    window.open_case(small_case, "Ann")
    qtbot.waitUntil(lambda: window.search_page is not None and window.search_page.is_answered, timeout=20_000)
    (only,) = opened_menu(qtbot, window.search_page)
    assert only.text() == "Hidden during the blind review"
    window.search_page.history_desk.menu.close()


def test_a_menu_that_comes_late_does_not_pop_up_over_another_page(qtbot, opened):
    page = opened.search_page
    qtbot.mouseClick(page.description_panel.history_button, LEFT)
    opened.show_tab(Tab.FOOTAGE)
    answered = []
    opened._service.ask(lambda _desk: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=10_000)
    assert not page.history_desk.menu.isVisible()


def test_what_is_asked_again_is_not_hidden_by_a_preview(qtbot, opened, asked, small_case, installed_model):
    page = opened.search_page
    log(small_case, installed_model, "has:upperBodyBlue")
    page.results_view.choose(0)
    qtbot.keyClick(page.results_view, Qt.Key.Key_Space)
    assert page.preview.isVisible()
    (blue,) = opened_menu(qtbot, page)
    asked(blue.trigger)
    page.history_desk.menu.close()
    assert not page.preview.isVisible() and opened.focusWidget() is page.results_view
