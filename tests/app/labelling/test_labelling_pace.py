"""The measure of the page's pace ends where the window does not come to rest."""

import pytest

from tests.benchmarks import labelling_pace


def test_a_window_that_does_not_come_to_rest_ends_the_measure(qapp, monkeypatch):
    monkeypatch.setattr(labelling_pace, "TIMEOUT_S", 0.1)
    with pytest.raises(TimeoutError):
        labelling_pace.wait_until(lambda: False)
    labelling_pace.wait_until(lambda: True)
