"""Which models a case uses."""

from pathlib import Path

import pytest

from engine.casework.model_use import CaseUse


@pytest.mark.parametrize(
    ("active", "asked", "is_searched"), [("a", "a", True), ("a", "b", False), ("", "", False), ("a", "", False)]
)
def test_a_case_is_searched_with_its_active_model_and_never_with_a_broken_one(active, asked, is_searched):
    use = CaseUse(folder=Path("theft.bolo"), title="Theft", active_id=active)
    assert use.is_searched_with(asked) is is_searched
