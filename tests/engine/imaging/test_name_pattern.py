from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.errors import ConfigError
from engine.imaging.name_pattern import NameFacts, NamePattern, NameProblem
from engine.imaging.name_presets import PRESETS, name_pattern

NOON = datetime(2026, 3, 1, 12, 30, 15)


def read(pattern, path):
    return NamePattern(pattern).read(Path(path))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_every_preset_reads_its_own_example(preset):
    facts = name_pattern(preset.key).read(Path("/disk") / preset.example)
    assert isinstance(facts, NameFacts)
    assert facts.camera
    assert facts.time.replace(microsecond=0) == NOON


def test_named_fields_are_read():
    facts = read("{camera}_{date}_{time}_{n}", "/x/gate_20260301_123015_0007.jpg")
    assert facts == NameFacts(camera="gate", time=NOON, number=7)


def test_a_camera_may_hold_the_separator_where_only_one_way_fits():
    assert read("{camera}_{date}_{time}", "north_gate_2_2026-03-01_12.30.15.png").camera == "north_gate_2"


def test_folder_names_are_read_where_the_pattern_has_a_slash():
    facts = read("{camera}/{date}/{time}", "/disk/gate/2026-03-01/12-30-15.jpg")
    assert (facts.camera, facts.time) == ("gate", NOON)
    assert read("{camera}/{date}/{time}", "12-30-15.jpg") is NameProblem.NO_FIT


@pytest.mark.parametrize(
    ("pattern", "name", "time"),
    [
        ("{yy}{month}{day}{hour}{minute}{second}", "260301123015.jpg", NOON),
        ("{day}.{month}.{year} {time}", "01.03.2026 12-30-15.jpg", NOON),
        ("{date}T{time}{zone}", "20260301T123015Z.jpg", NOON.replace(tzinfo=UTC)),
        ("{date}T{time}{zone}", "20260301T143015+0200.jpg", NOON.replace(tzinfo=UTC)),
        ("{date}{time}-{fraction}", "20260301123015-25.jpg", NOON + timedelta(milliseconds=250)),
        ("{camera}-{epoch}-*", "gate-1772368215.5-ab1.jpg", NOON.replace(tzinfo=UTC) + timedelta(milliseconds=500)),
        ("{date}_{time}.jpg", "20260301_123015.jpg", NOON),  # the pattern may have the ending
    ],
)
def test_times_are_read_in_the_forms_that_recorders_write(pattern, name, time):
    assert read(pattern, name).time == time


@pytest.mark.parametrize(
    ("pattern", "name", "problem"),
    [
        ("{camera}_{date}_{time}", "gate_20260301.jpg", NameProblem.NO_FIT),
        ("{camera}_{date}_{time}", "gate_20261301_123015.jpg", NameProblem.NO_TIME),
        ("{camera}_{date}_{time}", "gate_20260301_246015.jpg", NameProblem.NO_TIME),
        ("{camera}{n}", "gate217.jpg", NameProblem.AMBIGUOUS),  # gate2, 17 or gate, 217
        ("*{date}{time}*", "20260301123015_20260301133015.mp4", NameProblem.AMBIGUOUS),  # begin or end
        ("{date}/{date}_{time}", "20260302/20260301_123015.jpg", NameProblem.NO_FIT),  # says two things
    ],
)
def test_a_name_that_does_not_say_one_thing_says_nothing(pattern, name, problem):
    assert read(pattern, name) is problem


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{camera}_{when}", "unknown field {when}; there are {camera}"),
        ("{camera}_{date}", "no whole time"),
        ("{n}", "neither camera nor time"),
        ("{camera", "brace without its partner"),
        ("{}_{date}_{time}", "empty braces"),
        ("gates", "no preset; those are usual, hikvision"),
    ],
)
def test_a_pattern_that_cannot_work_says_why(pattern, words):
    with pytest.raises(ConfigError, match=words.replace("{", r"\{")):
        name_pattern(pattern)


def test_digits_of_other_scripts_are_no_dates():
    assert read("{date}_{time}", "٢٠٢٦٠٣٠١_١٢٣٠١٥.jpg") is NameProblem.NO_FIT
