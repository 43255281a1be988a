import pytest

from engine.cli.training_lines import duration


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (59.0, "59 s"), (60.0, "1 min"), (3599.0, "60 min"), (3600.0, "1 h 00 min"), (7512.0, "2 h 05 min")],
)
def test_a_time_is_told_in_the_unit_that_fits(seconds, words):
    assert duration(seconds) == words
