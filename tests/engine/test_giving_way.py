"""Long loops of questions ask between two short pieces whether somebody goes first."""

import pytest

from engine.giving_way import give_way, let_go_first


@pytest.fixture
def asked():
    times = []
    let_go_first(lambda: times.append(1))
    yield times
    let_go_first(None)


def test_where_nobody_goes_first_nothing_happens(asked):
    give_way()
    assert len(asked) == 1
    let_go_first(None)
    give_way()
    assert len(asked) == 1
