import numpy as np
import pytest
import scipy.io

from engine.attributes.schema_file import shipped_schema
from engine.datasets.pa100k import read_pa100k, read_pa100k_parts
from engine.errors import DatasetError


def cells(names):
    return np.array([[np.array([name])] for name in names], dtype=object)


def sources():
    return [attribute.sources["pa100k"] for attribute in shipped_schema("pa100k").attributes]


def write(path, names, rows):
    content = {"attributes": cells(names)}
    for part in ("train", "val", "test"):
        content[f"{part}_label"] = rows
        content[f"{part}_images_name"] = cells([f"{i}.jpg" for i in range(len(rows))])
    scipy.io.savemat(path, content)


def test_a_row_of_zeros_has_no_label_and_is_left_out(tmp_path):
    rows = np.zeros((3, 26), np.uint8)
    rows[0, 0] = rows[2, 25] = 1
    write(tmp_path / "a.mat", sources(), rows)
    train = read_pa100k(tmp_path / "a.mat", tmp_path)["train"]
    assert [path.name for path in train.paths] == ["0.jpg", "2.jpg"]
    assert train.vectors[0, train.schema.index("personalFemale")] == 1
    assert train.vectors[1, train.schema.index("footwearBoots")] == 1


def test_a_missing_column_is_named(tmp_path):
    write(tmp_path / "a.mat", sources()[:-1], np.ones((2, 25), np.uint8))
    with pytest.raises(DatasetError, match="boots"):
        read_pa100k(tmp_path / "a.mat", tmp_path)


@pytest.mark.data
def test_real_sample_has_26_bits_in_15_groups(data_dir):
    folder = data_dir / "pa100k_sample"
    parts = read_pa100k(folder / "annotation5.mat", folder / "data")
    schema = parts["train"].schema
    assert (schema.size, len(schema.groups)) == (26, 15)
    starts = [schema.slice_of(group).start for group in schema.groups]
    assert starts == [0, 1, 4, 7, 8, 9, 10, 11, 12, 13, 15, 19, 21, 22, 25]  # method.md §6
    assert [len(parts[part]) for part in ("train", "val", "test")] == [1599, 200, 200]
    assert sum(len(part.present()) for part in parts.values()) >= 1_998


def test_rows_that_cannot_be_used_are_told(tmp_path):
    rows = np.ones((5, 26), np.int8)
    rows[1, 3] = 2
    rows[2] = 0
    content = {"attributes": cells(sources())}
    for part in ("train", "val", "test"):
        content[f"{part}_label"] = rows
        content[f"{part}_images_name"] = cells(["a.jpg", "b.jpg", "c.jpg", "../d.jpg", "a.jpg"])
    scipy.io.savemat(tmp_path / "a.mat", content)
    reading = read_pa100k_parts(tmp_path / "a.mat", tmp_path)["val"]

    assert [path.name for path in reading.images.paths] == ["a.jpg"]
    assert [problem.row for problem in reading.problems] == [2, 3, 4, 5]
    assert all("of val" in problem.what for problem in reading.problems)


def test_tables_of_another_length_are_refused(tmp_path):
    content = {"attributes": cells(sources())}
    for part in ("train", "val", "test"):
        content[f"{part}_label"] = np.ones((2, 26), np.int8)
        content[f"{part}_images_name"] = cells(["a.jpg", "b.jpg", "c.jpg"])
    scipy.io.savemat(tmp_path / "a.mat", content)
    with pytest.raises(DatasetError, match="3 pictures"):
        read_pa100k_parts(tmp_path / "a.mat", tmp_path)
