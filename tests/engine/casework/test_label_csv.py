"""Labels out of a case into CSV and back."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest

from engine.attributes.schema_file import shipped_schema
from engine.casework.label_csv import export_labels, import_labels
from engine.errors import DatasetError, MissingPathError


@pytest.fixture(scope="module")
def peta():
    return shipped_schema("peta")


@pytest.fixture
def gallery(small_gallery):
    return small_gallery


@pytest.fixture
def crop_ids(gallery):
    return gallery.crop_ids()


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "labels.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def said(gallery):
    return {(label.crop_id, label.who, label.attribute): (label.value, label.is_guess) for label in gallery.labels()}


def test_what_is_written_is_read_back_the_same(gallery, crop_ids, peta, tmp_path):
    first, second, *_ = crop_ids
    gallery.save_labels(
        {first: {"accessoryHat": True, "hairLong": None}, second: {"accessoryHat": False}}, labeller="ann"
    )
    gallery.save_labels({first: {"accessoryHat": False}}, labeller="bob", are_guesses=True)
    before, path = said(gallery), tmp_path / "out.csv"
    assert export_labels(gallery, peta, path) == 3
    for name in ("ann", "bob"):
        gallery.change_labels({crop: {"accessoryHat": None, "hairLong": None} for crop in crop_ids}, labeller=name)
    assert said(gallery) == {}
    taken = import_labels(gallery, peta, path)
    assert (taken.labels, taken.crops, taken.problems) == (4, 2, ())
    assert said(gallery) == before
    assert [entry.action for entry in gallery.audit_entries()][-2:] == ["labels exported", "labels imported"]


def test_a_label_that_the_schema_does_not_know_is_written_too(gallery, crop_ids, peta, tmp_path):
    gallery.save_labels({crop_ids[0]: {"reflectiveVest": True}}, labeller="ann")
    export_labels(gallery, peta, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["reflectiveVest"], row["accessoryHat"], row["camera"]) == ("1", "", "Gate")


def test_a_camera_that_looks_like_a_formula_is_none_in_a_spreadsheet(small_case, gallery, crop_ids, peta, tmp_path):
    with closing(sqlite3.connect(small_case / "case.db")) as database, database:
        database.execute("UPDATE source SET camera = '=1+1'")
    gallery.save_labels({crop_ids[0]: {"accessoryHat": True}}, labeller="ann")
    export_labels(gallery, peta, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["camera"], row["labeller"], row["accessoryHat"]) == ("'=1+1", "ann", "1")


def test_columns_may_be_groups_and_the_name_of_the_labeller_is_given(gallery, crop_ids, peta, written):
    group = next(group for group in peta.groups if group.exclusive and len(group.attributes) > 2)
    value = group.attributes[1]
    taken = import_labels(gallery, peta, written(f"crop_id;{group.id}\n{crop_ids[0]};{value.id}\n"), "cat")
    assert taken.labels == len(group.attributes)
    assert said(gallery)[crop_ids[0], "cat", value.id] == (True, False)
    assert said(gallery)[crop_ids[0], "cat", group.attributes[0].id] == (False, False)


def test_rows_that_cannot_be_used_are_told_and_the_rest_is_taken(gallery, crop_ids, peta, written):
    first, second, third, *_ = crop_ids
    text = f"crop_id,accessoryHat,halo\n{first},1,1\n999,1,\nx,1,\n{second},maybe,\n{third},?,\n"
    taken = import_labels(gallery, peta, written(text))
    assert {(crop, attribute): value for (crop, _, attribute), (value, _) in said(gallery).items()} == {
        (first, "accessoryHat"): True,
        (third, "accessoryHat"): None,
    }
    told = {problem.row: problem.what for problem in taken.problems}
    assert set(told) == {1, 3, 4, 5}
    assert "halo" in told[1] and "does not have" in told[3] and "no number" in told[4] and "maybe" in told[5]
    *_, entry = gallery.audit_entries()
    assert json.loads(entry.facts) == {"crops": 2, "file": "labels.csv", "labels": 2, "left_out": 4}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("image,accessoryHat\n1,1\n", "no column “crop_id”"),
        ("crop_id,halo\n1,1\n", "no column for an attribute"),
        ("crop_id,accessoryHat\n999,1\n", "row 2 speaks of the crop 999"),
        ("crop_id,accessoryHat\n1,\n", "no label that can be used"),
    ],
)
def test_what_holds_nothing_changes_nothing(gallery, crop_ids, peta, written, text, words):
    with pytest.raises(DatasetError, match=words):
        import_labels(gallery, peta, written(text))
    assert said(gallery) == {}
    assert "labels imported" not in [entry.action for entry in gallery.audit_entries()]


def test_a_missing_file_is_named(gallery, peta, tmp_path):
    with pytest.raises(MissingPathError):
        import_labels(gallery, peta, tmp_path / "none.csv")
