"""What an import says of itself in one sentence: one thing in the singular, several in the plural."""

import pytest

from engine.jobs.import_spec import ImportSummary


def summary(**counts: int) -> ImportSummary:
    zero = dict.fromkeys(
        ("frames", "detections", "crops", "tracks", "skipped", "duplicates", "failures", "embedded"), 0
    )
    return ImportSummary(**{**zero, **counts}, detector="hog", device="cpu", seconds={})


def test_several_are_said_in_the_plural():
    said = summary(frames=9, crops=7, skipped=2, passed_over=3, duplicates=4, names_unread=5, failures=6)
    assert said.in_words() == (
        "9 frames taken in, 7 people found by hog; 2 frames were there already; 3 frames were passed over; "
        "4 have the content of another file; 5 file names could not be read; 6 files or folders could not be used."
    )


def test_one_of_each_is_said_in_the_singular():
    said = summary(frames=1, crops=1, skipped=1, passed_over=1, duplicates=1, names_unread=1, failures=1)
    assert said.in_words() == (
        "1 frame taken in, 1 person found by hog; 1 frame was there already; 1 frame was passed over; "
        "1 has the content of another file; 1 file name could not be read; 1 file or folder could not be used."
    )


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({}, "0 frames taken in, 0 people found by hog."),
        ({"frames": 1}, "1 frame taken in, 0 people found by hog."),
        (
            {"crops": 1, "too_low": 1, "ignored": 1},
            "0 frames taken in, 1 person found by hog; 1 below the minimum height left out; "
            "1 in ignored zones left out.",
        ),
    ],
)
def test_nothing_and_nobody_stand_in_the_plural_and_what_is_not_there_is_not_said(counts, words):
    assert summary(**counts).in_words() == words
