import numpy as np
import pytest
import scipy.io

from engine.datasets.mat_file import check_unique, integer_table, read_mat
from engine.errors import DatasetError, MissingPathError


def test_a_file_cut_short_is_one_sentence(tmp_path):
    scipy.io.savemat(tmp_path / "x.mat", {"x": np.zeros((9, 9))})
    data = (tmp_path / "x.mat").read_bytes()
    for length in (0, 100, 130, len(data) // 2, len(data) - 1):
        (tmp_path / "x.mat").write_bytes(data[:length])
        with pytest.raises(DatasetError, match=r"x\.mat cannot be read as a MATLAB file"):
            read_mat(tmp_path / "x.mat")


def test_another_file_and_none_are_told_apart(tmp_path):
    (tmp_path / "x.mat").write_text("image,age\n" * 100)
    with pytest.raises(DatasetError, match="fetch it again"):
        read_mat(tmp_path / "x.mat")
    with pytest.raises(MissingPathError):
        read_mat(tmp_path / "y.mat")


def test_a_file_far_too_large_is_not_opened(tmp_path):
    with (tmp_path / "x.mat").open("wb") as file:
        file.truncate(300_000_000)  # a hole, no bytes on disk
    with pytest.raises(DatasetError, match="200 MB"):
        read_mat(tmp_path / "x.mat")


def test_rows_that_are_no_whole_numbers_are_marked():
    table, whole = integer_table(np.array([[1.0, 2], [np.nan, 1], [0.5, 1], [np.inf, 0], [1e300, 0], [-1, 0]]), 2)
    assert whole.tolist() == [True, False, False, False, False, True]
    assert table.tolist() == [[1, 2], [0, 0], [0, 0], [0, 0], [0, 0], [-1, 0]]


@pytest.mark.parametrize("values", [np.zeros(3), np.zeros((2, 1)), np.array([["a", "b"]]), np.zeros((1, 2), complex)])
def test_what_is_no_table_is_refused(values):
    with pytest.raises(ValueError, match="labels"):
        integer_table(values, 2)


def test_a_column_named_twice_is_refused():
    with pytest.raises(ValueError, match="hat"):
        check_unique(["hat", "age", "hat"])
