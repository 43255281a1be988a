"""The descriptions stored with the demo case."""

import pytest

from engine.demo.footage import FRAMES_PER_SITE, SECONDS_BETWEEN_FRAMES, demo_walks
from engine.demo.queries import QUERIES
from engine.demo.score import holds
from engine.demo.sites import SITES
from engine.demo.walk import is_in_reach
from engine.search.query import Query


def frames_in_reach(walk, site):
    return sum(is_in_reach(walk, site, number * SECONDS_BETWEEN_FRAMES) for number in range(FRAMES_PER_SITE))


def test_there_are_twenty_with_names_of_their_own():
    assert len(QUERIES) == len({name for name, _ in QUERIES}) == len({text for _, text in QUERIES}) == 20


@pytest.mark.parametrize(("name", "text"), QUERIES)
def test_a_query_is_written_as_the_search_writes_it(name, text, peta):
    assert Query.parse(text, peta).to_text() == text


@pytest.mark.parametrize(("name", "text"), QUERIES)
def test_at_least_three_tracks_that_stay_in_view_answer_it_and_most_do_not(name, text, peta):
    query, plan = Query.parse(text, peta), demo_walks()
    answering = [
        walk for site in SITES for walk in plan[site.name]
        if holds(query, walk.walker.person.attributes) and frames_in_reach(walk, site) >= 4
    ]  # fmt: skip
    assert 3 <= len(answering) <= sum(map(len, plan.values())) / 2
