from pathlib import Path

import numpy as np
import pytest
import scipy.io

from engine.attributes.schema_file import shipped_schema
from engine.datasets import peta as peta_file
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.peta import read_peta, read_peta_mat, split_peta
from engine.errors import DatasetError, MissingPathError


def write_peta(folder: Path, bits: np.ndarray, names: list[str]) -> None:
    data = np.concatenate([np.zeros((len(bits), 4), np.uint16), bits.astype(np.uint16)], axis=1)
    attribute = np.array([[np.array([name])] for name in names], dtype=object)
    record = np.empty((1, 1), dtype=[("data", "O"), ("attribute", "O")])
    record[0, 0] = (data, attribute)
    scipy.io.savemat(folder / "PETA.mat", {"peta": record})


def test_columns_are_joined_by_name_not_by_place(tmp_path):
    names = list(shipped_schema("peta").attribute_ids)[::-1]
    bits = np.zeros((2, 105), np.uint8)
    bits[0, names.index("upperBodyRed")] = 1
    bits[1, names.index("personalMale")] = 1
    write_peta(tmp_path, bits, names)
    peta = read_peta(tmp_path)
    schema = peta.schema
    assert np.flatnonzero(peta.vectors[0]).tolist() == [schema.index("upperBodyRed")]
    assert np.flatnonzero(peta.vectors[1]).tolist() == [schema.index("personalMale")]
    assert peta.paths[1].name == "00002.png"


def test_a_missing_column_is_named(tmp_path):
    names = [name for name in shipped_schema("peta").attribute_ids if name != "hairLong"]
    write_peta(tmp_path, np.zeros((2, 104), np.uint8), names)
    with pytest.raises(DatasetError, match="hairLong"):
        read_peta(tmp_path)


def test_a_missing_or_foreign_file_is_one_sentence(tmp_path):
    with pytest.raises(MissingPathError):
        read_peta(tmp_path)
    (tmp_path / "PETA.mat").write_bytes(b"no matlab" * 100)
    with pytest.raises(DatasetError, match=r"PETA\.mat"):
        read_peta(tmp_path)


@pytest.mark.data
def test_real_peta_has_the_counts_of_the_search_split(data_dir):
    peta = read_peta(data_dir / "peta")
    assert (len(peta), peta.schema.size, len(peta.schema.groups)) == (19_000, 105, 17)
    assert len(peta.categories) == 7_769
    assert int((peta.categories.counts == 1).sum()) == 5_679
    split = split_peta(peta)
    assert (len(split.test), len(split.test.categories)) == (1_181, 200)
    assert len(split.train) + len(split.validation) == 12_140
    assert (len(split.train.categories), len(split.validation.categories)) == (1_690, 200)
    upper = peta.vectors[:, peta.schema.slice_of(peta.schema.group("upperColour"))].sum(axis=1)
    assert [int((upper == 0).sum()), int((upper == 1).sum()), int((upper > 1).sum())] == [10, 16_885, 2_105]


@pytest.mark.data
def test_parts_of_the_split_share_no_category(data_dir):
    split = split_peta(read_peta(data_dir / "peta"))
    parts = [{row.tobytes() for row in part.categories.vectors} for part in (split.train, split.validation, split.test)]
    assert not parts[0] & parts[1]
    assert not (parts[0] | parts[1]) & parts[2]


def test_rows_that_mean_nothing_are_told_and_numbers_stay(tmp_path):
    bits = np.zeros((4, 105), np.uint8)
    bits[1, 3] = 7
    write_peta(tmp_path, bits, list(shipped_schema("peta").attribute_ids))
    reading = read_peta_mat(tmp_path)
    assert [path.name for path in reading.images.paths] == ["00001.png", "00003.png", "00004.png"]
    assert [problem.row for problem in reading.problems] == [2]


def test_pictures_are_found_by_number_whatever_else_is_missing(tmp_path):
    write_peta(tmp_path, np.zeros((4, 105), np.uint8), list(shipped_schema("peta").attribute_ids))
    (tmp_path / "images").mkdir()
    for name in ("00002.jpg", "00003.jpg", "00003.png", "x.png"):
        (tmp_path / "images" / name).touch()
    peta = read_peta(tmp_path)
    assert [path.name for path in peta.paths][1:3] == ["00002.jpg", "00003.png"]
    assert peta.on_disk().tolist() == [False, True, True, False]


def test_another_data_set_is_not_split_as_if_it_were_peta(tmp_path):
    write_peta(tmp_path, np.zeros((4, 105), np.uint8), list(shipped_schema("peta").attribute_ids))
    with pytest.raises(DatasetError, match="the published one 2,090"):
        split_peta(read_peta(tmp_path))


@pytest.mark.data
def test_extra_pictures_are_of_no_category_and_no_person_of_any_part(data_dir):
    split = split_peta(read_peta(data_dir / "peta"))
    assert len(split.extra) == len(split.extra.categories) == 5_679
    for part in split.parts.values():
        assert not set(part.identities) & set(split.extra.identities)
        known = {row.tobytes() for row in part.categories.vectors}
        assert not known & {row.tobytes() for row in split.extra.vectors}


def test_extra_pictures_of_people_kept_apart_are_left_out():
    schema = shipped_schema("peta")
    rows = np.zeros((7, schema.size), np.uint8)
    for row, category in enumerate([0, 0, 1, 1, 2, 3, 4]):
        rows[row, category] = 1
    people = ("ann", "ann", "bob", "bob", "ann", "cid", "")
    images = LabelledImages("PETA", schema, tuple(Path(f"{n}.png") for n in range(7)), rows, identities=people)
    kept_apart = images.subset(np.array([True, True, *[False] * 5]), "test")
    assert peta_file._single_pictures(images, kept_apart, kept_apart).identities == ("cid", "")
