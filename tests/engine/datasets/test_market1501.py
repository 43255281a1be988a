import numpy as np
import pytest
import scipy.io

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import find_categories
from engine.datasets.market1501 import pictures_of, read_market1501_labels
from engine.errors import DatasetError

CODED = ["age", "gender", "hair", "up", "down", "clothes"]
TOPS = ["upblack", "upwhite", "upred", "uppurple", "upyellow", "upgray", "upblue", "upgreen"]
BOTTOMS = ["black", "white", "pink", "purple", "yellow", "gray", "blue", "green", "brown"]
COLUMNS = [*CODED, "backpack", "bag", "handbag", "hat", *TOPS, *(f"down{colour}" for colour in BOTTOMS)]


def struct(values: dict[str, list[int]], order: list[str]) -> np.ndarray:
    count = len(next(iter(values.values())))
    part = np.empty((1, 1), dtype=[(name, "O") for name in (*order, "image_index")])
    for name in order:
        part[name][0, 0] = np.array([values.get(name, [1] * count)], np.uint8)
    part["image_index"][0, 0] = np.array([[np.array([f"{i:04d}"]) for i in range(count)]], dtype=object)
    return part


def test_labels_are_joined_by_name_and_none_is_explicit(tmp_path):
    values = {"age": [3, 1], "gender": [2, 1], "upred": [2, 1], "backpack": [2, 1], "hat": [1, 2], "hair": [2, 1]}
    whole = np.empty((1, 1), dtype=[("train", "O"), ("test", "O")])
    whole[0, 0] = (struct(values, COLUMNS), struct(values, COLUMNS[::-1]))
    scipy.io.savemat(tmp_path / "m.mat", {"market_attribute": whole})
    parts = read_market1501_labels(tmp_path / "m.mat")
    schema = shipped_schema("market1501")
    first = {schema.attribute_ids[k] for k in np.flatnonzero(parts["train"].vectors[0])}
    assert {"ageAdult", "personalFemale", "upperBodyRed", "carryingBackpack", "accessoryNoHat", "hairLong"} <= first
    second = {schema.attribute_ids[k] for k in np.flatnonzero(parts["train"].vectors[1])}
    assert {"carryingNothing", "upperBodyOtherColour", "lowerBodyOtherColour", "accessoryHat"} <= second
    assert (parts["train"].vectors == parts["test"].vectors).all()
    assert parts["test"].identities == ("0000", "0001")


def test_another_file_is_refused(tmp_path):
    scipy.io.savemat(tmp_path / "m.mat", {"other": np.zeros(3)})
    with pytest.raises(DatasetError, match="market_attribute"):
        read_market1501_labels(tmp_path / "m.mat")


@pytest.mark.data
def test_real_labels_make_508_and_484_categories_of_which_315_are_unseen(data_dir):
    parts = read_market1501_labels(data_dir / "market1501_attribute" / "market_attribute.mat")
    train, test = find_categories(parts["train"].vectors), find_categories(parts["test"].vectors)
    seen = {row.tobytes() for row in train.vectors}
    assert (len(train), len(test)) == (508, 484)
    assert sum(row.tobytes() not in seen for row in test.vectors) == 315
    schema = shipped_schema("market1501")
    assert (schema.size, len(schema.groups)) == (39, 10)


def labels_file(folder, values):
    whole = np.empty((1, 1), dtype=[("train", "O"), ("test", "O")])
    whole[0, 0] = (struct(values, COLUMNS), struct(values, COLUMNS))
    scipy.io.savemat(folder / "market_attribute.mat", {"market_attribute": whole})
    return folder / "market_attribute.mat"


def test_a_value_that_means_nothing_is_told_by_its_row(tmp_path):
    labels = read_market1501_labels(labels_file(tmp_path, {"age": [9, 1, 1], "upred": [1, 3, 2]}))["train"]
    assert labels.identities == ("0002",)
    assert [(problem.row, problem.what.split()[0]) for problem in labels.problems] == [(1, "age"), (2, "upred")]


def test_the_gallery_is_box_test_and_query_without_nobody(tmp_path):
    labels = read_market1501_labels(labels_file(tmp_path, {"age": [1, 1, 2]}))["test"]
    names = {
        "bounding_box_test": ["-1_c1s1_000401_03.jpg", "0000_c1s1_000151_01.jpg", "0001_c1s1_000151_02.jpg"],
        "query": ["0002_c3s1_000551_00.jpg", "0900_c1s1_000151_02.jpg", "holiday.jpg"],
    }
    for folder, files in names.items():
        (tmp_path / folder).mkdir()
        for name in files:
            (tmp_path / folder / name).touch()
    images, problems = pictures_of(labels, tmp_path, "test")

    assert images.identities == ("0001", "0002")
    told = " / ".join(problem.what for problem in problems)
    assert len(problems) == 2 and "0900" in told and "holiday" in told
