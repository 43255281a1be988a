"""What a model would label: clear evidence alone, one value at most of an exclusive group."""

import pytest

from engine.attributes.schema import Schema
from engine.attributes.schema_file import shipped_schema
from engine.casework.label_guesses import guess_labels
from engine.search.evidence import Evidence, Verdict

YES, NO, OPEN = Verdict.AGREES, Verdict.CONTRADICTS, Verdict.CANNOT_TELL


@pytest.fixture
def asked():
    peta = shipped_schema("peta")
    return Schema("peta", "PETA", (peta.group("gender"), peta.group("accessory")))


def found(name, probability, verdict):
    return Evidence(attribute_id=name, probability=probability, verdict=verdict)


def test_of_an_exclusive_group_the_likeliest_holds_alone(asked):
    evidence = [found("personalFemale", 0.8, YES), found("personalMale", 0.9, YES)]
    assert guess_labels(asked, evidence) == {"personalFemale": False, "personalMale": True}


def test_a_value_that_holds_rules_out_those_that_cannot_be_told(asked):
    evidence = [found("personalFemale", 0.8, YES), found("personalMale", 0.4, OPEN)]
    assert guess_labels(asked, evidence) == {"personalFemale": True, "personalMale": False}


def test_where_nothing_is_clear_nothing_is_said(asked):
    evidence = [found("personalFemale", 0.5, OPEN), found("personalMale", 0.1, NO), found("accessoryHat", 0.5, OPEN)]
    assert guess_labels(asked, evidence) == {"personalMale": False}


def test_what_is_not_asked_is_not_guessed(asked):
    evidence = [found("accessoryHat", 0.9, YES), found("accessoryMuffler", 0.9, YES), found("upperBodyRed", 0.9, YES)]
    assert guess_labels(asked, evidence) == {"accessoryHat": True, "accessoryMuffler": True}
