import numpy as np
import pytest

from engine.detection.yolox import COLUMNS, ROWS, YoloxDetector
from engine.errors import MissingPathError, WeightsError
from engine.imaging.box import Box

FRAME = np.full((832, 416, 3), 90, dtype=np.uint8)  # scaled by a half


def answer(*cells):
    """Return a network's answer; each cell is row in the list, offsets, log sizes, objectness, person score."""
    rows = np.zeros((1, ROWS, COLUMNS), dtype=np.float32)
    for row, *values in cells:
        rows[0, row, : len(values)] = values
    return rows


def test_a_cell_is_decoded_by_its_grid_and_stride(made_yolox):
    # Row 52 + 3 of stride 8 is the cell in column 3 of grid row 1: centre (3.5, 1.25) · 8, size e^1.5 · 8 by e^2 · 8.
    found = YoloxDetector(made_yolox(answer((55, 0.5, 0.25, 0, 0.5, 0.9, 0.8)))).detect(FRAME)
    (only,) = found
    assert only.score == pytest.approx(0.72)
    width, height = 8 * 2, np.exp(0.5) * 8 * 2  # the frame was scaled by a half
    assert only.box.x == pytest.approx(3.5 * 16 - width / 2, rel=1e-4)
    assert only.box.y == pytest.approx(1.25 * 16 - height / 2, rel=1e-4)
    assert (only.box.w, only.box.h) == pytest.approx((width, height), rel=1e-4)


@pytest.mark.parametrize("first_row, stride", [(0, 8), (52 * 52, 16), (52 * 52 + 26 * 26, 32)])
def test_each_part_of_the_answer_has_its_stride(made_yolox, first_row, stride):
    (only,) = YoloxDetector(made_yolox(answer((first_row, 1, 1, 0, 0, 1, 1)))).detect(FRAME)
    assert only.box == Box(stride, stride, 2 * stride, 2 * stride)


def test_of_two_boxes_on_one_person_the_surer_stays(made_yolox):
    cells = ((55, 0.5, 0.5, 2, 2, 0.6, 1), (56, -0.4, 0.5, 2, 2, 0.9, 1), (1466, 0, 0, 2, 2, 0.8, 1))
    found = YoloxDetector(made_yolox(answer(*cells))).detect(FRAME)
    assert [detection.score for detection in found] == pytest.approx([0.9, 0.8])


def test_other_things_and_weak_people_are_dropped(made_yolox):
    things = (55, 0, 0, 2, 2, 0.9, 0.1, 0.9), (1466, 0, 0, 2, 2, 0.2, 0.9)
    assert YoloxDetector(made_yolox(answer(*things))).detect(FRAME) == []


def test_boxes_are_cut_to_the_frame(made_yolox):
    (only,) = YoloxDetector(made_yolox(answer((0, 0, 0, 3, 3, 1, 1)))).detect(FRAME)
    assert (only.box.x, only.box.y) == (0, 0)


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1), (7, 5)])
def test_frames_of_any_shape_are_taken(made_yolox, shape):
    assert YoloxDetector(made_yolox(answer())).detect(np.zeros((*shape, 3), dtype=np.uint8)) == []


def test_a_text_file_is_no_network(tmp_path):
    path = tmp_path / "weights.onnx"
    path.write_text("These are no weights.\n" * 50)
    with pytest.raises(WeightsError, match="no ONNX file") as caught:
        YoloxDetector(path)
    assert str(path) in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("keep", [0, 1, 100, 0.5, 0.99])
def test_a_cut_off_network_is_refused(made_yolox, keep):
    path = made_yolox(answer())
    data = path.read_bytes()
    path.write_bytes(data[: keep if keep >= 1 else int(len(data) * keep)])
    with pytest.raises(WeightsError):
        YoloxDetector(path)


@pytest.mark.parametrize("shape", [(1, 100, COLUMNS), (1, ROWS, 6), (ROWS, COLUMNS), (1, 8400, COLUMNS)])
def test_a_network_of_another_kind_is_refused(made_yolox, shape):
    with pytest.raises(WeightsError, match="no YOLOX network"):
        YoloxDetector(made_yolox(np.zeros(shape, dtype=np.float32)))


def test_missing_weights_are_named(tmp_path):
    with pytest.raises(MissingPathError):
        YoloxDetector(tmp_path / "gone.onnx")
