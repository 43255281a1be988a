import itertools
import threading
from contextlib import closing

import pytest

from engine.errors import VideoError
from engine.jobs.read_ahead import read_ahead


def test_items_come_whole_and_in_order():
    with closing(read_ahead(iter(range(100)), depth=3)) as items:
        assert list(items) == list(range(100))


def test_no_items_are_no_items():
    with closing(read_ahead([], depth=1)) as items:
        assert list(items) == []


def test_what_the_items_raise_is_raised_where_they_are_used(tmp_path):
    def broken():
        yield 1
        raise VideoError(tmp_path, "broke")

    with closing(read_ahead(broken(), depth=2)) as items:
        assert next(items) == 1
        with pytest.raises(VideoError, match="broke"):
            next(items)


def test_items_are_made_in_another_thread_and_never_more_than_asked_for():
    made, makers = [], set()

    def endless():
        for number in itertools.count():
            made.append(number)
            makers.add(threading.current_thread())
            yield number

    with closing(read_ahead(endless(), depth=4)) as items:
        assert [next(items) for _ in range(3)] == [0, 1, 2]
    assert len(made) <= 3 + 4 + 1  # used, ready, and one waiting to be put
    assert threading.current_thread() not in makers


def test_closing_early_ends_the_thread():
    before = threading.active_count()
    items = read_ahead(itertools.count(), depth=2)
    next(items)
    items.close()
    assert threading.active_count() == before
