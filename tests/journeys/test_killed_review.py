"""The window killed with −9 while somebody reviews: no decision that was shown is lost."""

from random import Random

import pytest

from tests.benchmarks.killed_window import make_case
from tests.benchmarks.kills_while_reviewing import ReviewKills

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

KILLS = 3  # docs/benchmarks.md has more


def test_no_decision_is_lost(tmp_path):
    kills = ReviewKills(make_case(tmp_path / "reviewed.bolo"), Random(6))
    for _ in range(KILLS):
        kills.run()
    assert len(kills.shown) >= KILLS, "hardly anything was decided before the kills"
