import numpy as np
import pytest

from engine.errors import ShapeError
from engine.training.training_data import TrainingData


def crops(count):
    return np.zeros((count, 4, 4, 3), np.uint8)


def vectors(*rows):
    return np.array(rows, np.uint8)


@pytest.fixture
def data():
    return TrainingData.of(crops(3), vectors([1, 0], [0, 1], [1, 0]))


def test_more_crops_are_for_recognition_alone_unless_they_are_aligned(data):
    more = data.with_more(crops(2), vectors([1, 1], [1, 0]), vectors([1, 1], [1, 1]))
    assert more.category_of.tolist() == [0, 1, 0, -1, -1]
    assert more.category_vectors.tolist() == [[1, 0], [0, 1]]


def test_aligned_crops_bring_their_categories_and_join_those_that_there_are(data):
    known = np.ones((3, 2), np.uint8)
    more = data.with_more(crops(3), vectors([1, 1], [1, 0], [0, 0]), known, np.array([True, True, False]))
    assert more.category_vectors.tolist() == [[1, 0], [0, 1], [1, 1]]  # those there were keep their places
    assert more.category_of.tolist() == [0, 1, 0, 2, 0, -1]


def test_crops_may_be_added_several_times(data):
    known, aligned = np.ones((1, 2), np.uint8), np.array([True])
    more = data.with_more(crops(1), vectors([1, 1]), known, aligned).with_more(
        crops(1), vectors([0, 0]), known, aligned
    )
    assert more.category_of.tolist() == [0, 1, 0, 2, 3]
    assert len(more.pixels(np.array([4, 0]))) == 2


def test_each_crop_says_whether_it_is_aligned(data):
    with pytest.raises(ShapeError):
        data.with_more(crops(2), vectors([1, 1], [0, 0]), np.ones((2, 2), np.uint8), np.array([True]))
