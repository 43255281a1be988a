"""The truth of the footage, written and read back."""

import pytest

from engine.demo.truth import PersonInFrame, TrueFrame, TrueTrack, Truth, read_truth, write_truth
from engine.errors import DatasetError, MissingPathError
from engine.imaging.box import Box

TRUTH = Truth(
    frames=(
        TrueFrame(file="gate-a/a.jpg", camera="gate-a", time="2026-05-14T14:03:09+00:00", people=(
            PersonInFrame(track=1, box=Box(3.0, 4.0, 50.0, 120.0), visible=0.875, hidden=frozenset({"accessoryHat"})),
        )),
        TrueFrame(file="gate-a/b.jpg", camera="gate-a", time="2026-05-14T14:03:10+00:00", people=()),
    ),
    tracks=(TrueTrack(track=1, person=7, camera="gate-a", attributes=frozenset({"personalMale", "upperBodyRed"})),),
)  # fmt: skip


def test_what_is_written_is_read_back_equal(tmp_path):
    write_truth(TRUTH, tmp_path / "truth.json")
    assert read_truth(tmp_path / "truth.json") == TRUTH


def test_a_missing_truth_is_named(tmp_path):
    with pytest.raises(MissingPathError, match=r"truth\.json"):
        read_truth(tmp_path / "truth.json")


@pytest.mark.parametrize("text", ["", "{", '{"frames": []}', '{"frames": [{"file": 1}], "tracks": []}', "[]"])
def test_a_damaged_truth_is_refused_in_one_sentence(tmp_path, text):
    path = tmp_path / "truth.json"
    path.write_text(text)
    with pytest.raises(DatasetError, match="make the demo again"):
        read_truth(path)
