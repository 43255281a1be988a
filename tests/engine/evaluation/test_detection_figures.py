from types import SimpleNamespace

import pytest

from engine.errors import DatasetError, MissingPathError
from engine.evaluation.detection_figures import count_pairs, detection_figures
from engine.imaging.box import Box


def crop(number, *box):
    return SimpleNamespace(frame_number=number, box=Box(*box))


@pytest.fixture
def truth(tmp_path):
    path = tmp_path / "gt.txt"
    path.write_text(
        "1,1,0,0,10,10,1,-1,-1,-1\n"
        "1,2,50,0,10,10,1,-1,-1,-1\n"
        "1,3,90,0,10,10,0,-1,-1,-1\n"  # conf 0 does not count
        "2,1,0,0,10,10,1,-1,-1,-1\n"
    )
    return path


def test_figures_of_a_hand_worked_case(truth):
    crops = [crop(1, 1, 0, 10, 10), crop(1, 0, 1, 10, 10), crop(1, 90, 0, 10, 10), crop(2, 0, 0, 10, 10)]
    figures = detection_figures(crops, truth)
    assert (figures.hits, figures.people, figures.detections, figures.frames) == (2, 3, 4, 2)
    assert figures.recall == pytest.approx(2 / 3) and figures.precision == pytest.approx(2 / 4)


def test_only_the_asked_frames_count(truth):
    figures = detection_figures([crop(2, 0, 0, 10, 10), crop(7, 0, 0, 1, 1)], truth, frames=[2])
    assert (figures.recall, figures.precision, figures.frames) == (1.0, 1.0, 1)


def test_boxes_in_a_frame_without_truth_are_false(truth):
    assert detection_figures([crop(7, 0, 0, 10, 10)], truth).precision == 0


def test_no_boxes_at_all_is_no_division_by_zero(truth):
    figures = detection_figures([], truth)
    assert (figures.recall, figures.precision) == (0, 0)


def test_two_boxes_on_one_person_pair_once():
    assert count_pairs([Box(0, 0, 10, 10), Box(0, 0, 10, 9)], [Box(0, 0, 10, 10)]) == 1


def test_the_best_overlap_is_paired_first():
    # The first box overlaps both people; taken by the nearer one, it leaves the other to the second box.
    people = [Box(0, 0, 10, 10), Box(4, 0, 10, 10)]
    assert count_pairs([Box(3.5, 0, 10, 10), Box(-2, 0, 10, 10)], people) == 2


def test_an_overlap_of_exactly_a_half_counts():
    assert count_pairs([Box(0, 0, 10, 10)], [Box(0, 0, 10, 5)]) == 1


@pytest.mark.parametrize("text", ["a,b,c\n", "1,1,0,0,0,10,1\n", "1,1,0\n", "\x00\xff\n"])
def test_a_file_that_is_no_ground_truth_is_named_with_its_line(tmp_path, text):
    (tmp_path / "gt.txt").write_text("1,1,0,0,10,10,1\n" + text)
    with pytest.raises(DatasetError, match="line 2"):
        detection_figures([], tmp_path / "gt.txt")


def test_a_missing_truth_is_named(tmp_path):
    with pytest.raises(MissingPathError):
        detection_figures([], tmp_path / "gt.txt")
