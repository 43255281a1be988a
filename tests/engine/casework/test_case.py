"""A case is made with its name, and says what it is about."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.casework.case import case_info, new_case
from engine.errors import CaseExistsError, MissingCaseError
from engine.gallery.gallery import Gallery


def test_a_new_case_says_what_it_is_about(tmp_path: Path) -> None:
    folder = tmp_path / "station.bolo"
    made = new_case(folder, "Station", "26/114", "theft of 1 March")
    found = case_info(folder)
    assert found == made
    assert (found.name, found.reference, found.purpose) == ("Station", "26/114", "theft of 1 March")
    assert abs((datetime.now(UTC) - found.created).total_seconds()) < 60


def test_without_a_name_it_has_its_folders(tmp_path: Path) -> None:
    assert new_case(tmp_path / "north gate.bolo").name == "north gate"


def test_the_log_begins_with_the_making(tmp_path: Path) -> None:
    new_case(tmp_path / "x.bolo", "Station", purpose="theft")
    with Gallery.open(tmp_path / "x.bolo") as gallery:
        (entry,) = gallery.audit_entries()
    assert entry.action == "case made"
    assert json.loads(entry.facts)["purpose"] == "theft"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    new_case(tmp_path / "x.bolo", "first")
    with pytest.raises(CaseExistsError):
        new_case(tmp_path / "x.bolo", "second")
    assert case_info(tmp_path / "x.bolo").name == "first"


def test_where_no_case_is_there_is_nothing_to_say(tmp_path: Path) -> None:
    with pytest.raises(MissingCaseError, match="no case here"):
        case_info(tmp_path)
