"""`bolo data audit`."""

import json

import numpy as np
import pytest

from engine.imaging.jpeg import encode_jpeg


@pytest.fixture
def folder(tmp_path):
    """Return three labelled pictures, of which one is not on disk and one is no picture."""
    (tmp_path / "a.jpg").write_bytes(encode_jpeg(np.full((60, 30, 3), 90, np.uint8)))
    (tmp_path / "b.jpg").write_text("no picture")
    lines = ["image,split,hat", "a.jpg,train,cap", "b.jpg,validation,helmet", "c.jpg,test,cap", "../d.jpg,test,cap"]
    (tmp_path / "labels.csv").write_text("\n".join(lines))
    return tmp_path


def test_json_has_every_finding(bolo, folder):
    code, out, _ = bolo("data", "audit", folder, "--json")

    found = json.loads(out)
    assert (code, found["kind"], found["pictures"]["read"]) == (0, "csv", 1)
    assert [part["missing"] for part in found["missing"]] == [0, 0, 1]
    assert [problem["row"] for problem in found["problems"]] == [4, 5]
    assert [bad["path"] for bad in found["pictures"]["unreadable"]] == [str(folder / "b.jpg")]


def test_the_findings_can_be_read(bolo, folder):
    code, out, _ = bolo("data", "audit", folder)
    assert code == 0
    for words in (
        "1 of the 1 pictures of “test” are not on disk",
        "row 5 leads outside",
        "1 unreadable",
        "share 1 categories",
    ):
        assert words in out


def test_labels_alone_are_looked_at_on_request(bolo, folder):
    code, out, _ = bolo("data", "audit", folder, "--labels-only", "--kind", "csv", "--json")
    assert code == 0 and json.loads(out)["pictures"] is None


def test_a_folder_without_labels_is_one_sentence(bolo, tmp_path):
    code, out, err = bolo("data", "audit", tmp_path)
    assert (code, out) == (1, "") and "holds no labelled data" in err and err.count("\n") == 1
