"""Pages are fetched one at a time, the latest wish first."""

import weakref

import pytest
from PySide6.QtCore import QObject, Signal

from app.case.records import Grouping
from app.search.page_fetching import PageFetching
from app.search.result_rows import PAGE
from app.search.results_item_model import ResultsItemModel


class Page:
    results = ()


class Service(QObject):
    """Keeps what is asked until the test answers it."""

    search_failed = Signal(str)

    def __init__(self):
        super().__init__()
        self.asked = []

    def ask(self, question, answer):
        self.asked.append((question, answer))

    def offset(self, place):
        """Return the offset that a question asks for."""

        class Desk:
            @staticmethod
            def rank(_question, _grouping, *, limit, offset):
                assert limit == PAGE
                return offset

        return self.asked[place][0](Desk())


@pytest.fixture
def service(qapp):
    return Service()


@pytest.fixture
def fetching(service, peta):
    made = PageFetching(service, ResultsItemModel(peta))
    made.begin("question", Grouping(), Page())
    return made


def test_one_page_is_on_its_way_and_the_latest_wish_is_next(service, fetching):
    for page in (3, 5, 4):
        fetching.want(page)
    assert [service.offset(0)] == [3 * PAGE] and len(service.asked) == 1
    service.asked[0][1](Page())
    assert service.offset(1) == 4 * PAGE
    service.asked[1][1](Page())
    service.asked[2][1](Page())
    assert service.offset(2) == 5 * PAGE and fetching.is_idle


def test_what_was_scrolled_past_is_not_fetched(service, fetching):
    for page in range(1, 20):
        fetching.want(page)
    for place in range(4):
        service.asked[place][1](Page())
    assert [service.offset(place) // PAGE for place in range(4)] == [1, 19, 18, 17] and fetching.is_idle


def test_an_answer_to_an_older_question_is_dropped(service, fetching):
    fetching.want(1)
    fetching.begin("another", Grouping(), Page())
    service.asked[0][1](Page())
    assert list(fetching.rankings) == [0]
    fetching.want(1)
    assert len(service.asked) == 2


def test_a_page_that_cannot_be_read_stops_no_other(service, fetching):
    fetching.want(1)
    service.search_failed.emit("The drive has gone.")
    fetching.want(2)
    assert service.offset(1) == 2 * PAGE


def test_the_pages_of_an_older_ranking_are_freed_one_by_one(qtbot, service, fetching):
    class Weighed(Page):
        pass

    older = [Weighed() for _ in range(4)]
    gone = [weakref.ref(page) for page in older]
    fetching.begin("question", Grouping(), older[0])
    for number in range(1, 4):
        fetching.want(number)
        service.asked[-1][1](older[number])
    del older[:]
    service.asked.clear()
    fetching.begin("another", Grouping(), Page())
    assert all(page() is not None for page in gone)  # not before the new results are painted
    qtbot.waitUntil(lambda: all(page() is None for page in gone))
    assert list(fetching.rankings) == [0]
