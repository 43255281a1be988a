"""Days as the user's language writes them, with their year and without."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from app.search import times
from app.search.times import say_day, say_day_short

MAY = datetime(2026, 5, 14, 12, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 3, tzinfo=UTC)


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setattr(times, "locale", lambda: QLocale("en_GB"))


def test_a_day_has_its_month_by_name(english):
    assert (say_day(MAY), say_day_short(MAY)) == ("14 May 2026", "14 May")
    assert (say_day(OCTOBER), say_day_short(OCTOBER)) == ("3 Oct 2026", "3 Oct")


def test_a_german_day_has_a_stop_and_a_german_month(german):
    assert (say_day(MAY), say_day_short(MAY)) == ("14. Mai 2026", "14. Mai")
    assert say_day_short(OCTOBER) == "3. Okt"
