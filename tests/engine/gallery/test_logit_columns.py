"""Columns in two parts read as one."""

from pathlib import Path

import numpy as np
import pytest

from engine.gallery.logit_columns import LogitColumns

WHOLE = np.random.default_rng(1).normal(size=(3, 12)).astype(np.float16)


@pytest.fixture(params=[12, 7], ids=["one part", "two parts"])
def columns(request: pytest.FixtureRequest) -> LogitColumns:
    first = LogitColumns((WHOLE[:, : request.param],))
    if request.param == len(WHOLE[0]):
        return first
    return first.followed_by(WHOLE[:, 7:9]).followed_by(WHOLE[:, 9:])


def test_a_column_is_read_whole_or_at_rows_in_any_order(columns: LogitColumns) -> None:
    assert columns.shape == (3, 12)
    rows = np.array([11, 0, 6, 7, 7, 3])
    for attribute in range(3):
        np.testing.assert_array_equal(columns.column(attribute), WHOLE[attribute])
        np.testing.assert_array_equal(columns.at(attribute, rows), WHOLE[attribute, rows])
        assert columns.at(attribute, rows[:0]).shape == (0,)
    np.testing.assert_array_equal(columns.chosen(rows), WHOLE[:, rows])


@pytest.mark.parametrize(("start", "stop"), [(0, 5), (3, 7), (5, 9), (7, 12), (8, 11), (0, 12)])
def test_a_part_of_a_column_is_read(columns: LogitColumns, start: int, stop: int) -> None:
    np.testing.assert_array_equal(columns.between(1, start, stop), WHOLE[1, start:stop])


def test_there_are_never_more_than_two_parts(columns: LogitColumns) -> None:
    assert len(columns.parts) <= 2


def test_they_are_written_as_one_array(columns: LogitColumns, tmp_path: Path) -> None:
    columns.write(tmp_path / "x.npy")
    np.testing.assert_array_equal(np.load(tmp_path / "x.npy", allow_pickle=False), WHOLE)
