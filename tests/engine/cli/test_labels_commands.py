"""`bolo labels …`."""

import json
import shutil

import pytest

from engine.gallery.catalog.case_models import ACTIVATED
from engine.gallery.gallery import Gallery


@pytest.fixture
def own(case, tmp_path):
    shutil.copytree(case, tmp_path / "own.bolo")
    return tmp_path / "own.bolo"


def test_labels_come_in_and_go_out(bolo, own, tmp_path):
    given, written = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text("crop_id,labeller,accessoryHat\n1,ann,1\n1,bob,0\n2,ann,0\n2,bob,0\n", encoding="utf-8")
    code, out, err = bolo("labels", "import", own, given, "--json")
    assert (code, err, json.loads(out)) == (0, "", {"labels": 4, "crops": 2, "left_out": []})
    assert json.loads(bolo("labels", "export", own, written, "--json")[1])["rows"] == 4
    assert written.read_text(encoding="utf-8").count("\n") == 5
    (row,) = json.loads(bolo("labels", "agreement", own, "--json")[1])["agreement"]
    assert (row["attribute"], row["both"], row["agreed"]) == ("accessoryHat", 2, 1)
    assert "1 of 2 alike" in bolo("labels", "agreement", own)[1]


def test_rows_that_are_left_out_are_named_and_end_with_one(bolo, own, tmp_path):
    given = tmp_path / "in.csv"
    given.write_text("crop_id,accessoryHat\n1,1\n77,1\n", encoding="utf-8")
    code, out, err = bolo("labels", "import", own, given)
    assert (code, out) == (1, "1 labels of 1 crops taken in.\n")
    assert err == "Left out: row 3 speaks of the crop 77, which the case does not have.\n"


def test_attributes_are_added_renamed_and_retired(bolo, own, tmp_path):
    (tmp_path / "vest.toml").write_text(
        'name = "own"\ntitle = "Own"\n[[group]]\nid = "vest"\ntitle = "Vest"\nkind = "accessories"\nexclusive = false\n'
        'combine = "either"\nattributes = [{ id = "reflectiveVest", label = "Reflective vest" }]\n',
        encoding="utf-8",
    )
    changes = ("--add", tmp_path / "vest.toml", "--rename", "accessoryHat=Headwear", "--retire", "hairLong")
    rows = json.loads(bolo("labels", "attributes", own, *changes, "--json")[1])["attributes"]
    by_id = {row["id"]: row for row in rows}
    assert rows[-1]["id"] == "reflectiveVest" and by_id["accessoryHat"]["label"] == "Headwear"
    assert by_id["hairLong"]["is_retired"] and not by_id["accessoryHat"]["is_retired"]
    assert json.loads(bolo("labels", "attributes", own, "--json")[1])["attributes"] == rows
    with Gallery.open(own, read_only=True) as gallery:
        assert sum(entry.action == "attributes changed" for entry in gallery.audit_entries()) == 3
    code, _, err = bolo("labels", "attributes", own, "--retire", "accessoryHat", "--retire", "halo")
    assert code == 1 and "halo" in err
    assert not json.loads(bolo("labels", "attributes", own, "--json")[1])["attributes"][0]["is_retired"]


def test_labels_go_out_of_a_case_whose_model_is_not_here(bolo, own, tmp_path):
    with Gallery.open(own) as gallery:
        gallery.save_labels({gallery.crop_ids()[0]: {"accessoryHat": True}})
        gallery.log(ACTIVATED, {"name": "gone", "model_id": "0" * 16})
    written = tmp_path / "out.csv"
    assert json.loads(bolo("labels", "export", own, written, "--json")[1])["rows"] == 1
    assert bolo("labels", "import", own, written)[0] == 0
    assert bolo("labels", "attributes", own, "--retire", "accessoryHat")[0] == 0
