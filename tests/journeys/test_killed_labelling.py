"""The window killed with −9 while somebody labels: no label that the case has answered is lost, no group is halved."""

from random import Random

import pytest

from tests.benchmarks.killed_window import make_case
from tests.benchmarks.kills_while_labelling import LabelKills

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

KILLS = 3  # docs/benchmarks.md has more


def test_no_label_is_lost(tmp_path):
    kills = LabelKills(make_case(tmp_path / "labelled.bolo"), Random(6))
    for _ in range(KILLS):
        kills.run()
    assert len(kills.made) >= KILLS, "hardly anything was labelled before the kills"
