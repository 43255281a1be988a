import numpy as np
import pytest
import scipy.io

from engine.attributes.schema_file import shipped_schema
from engine.datasets.pa100k import read_pa100k
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
