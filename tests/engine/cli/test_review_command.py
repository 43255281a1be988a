"""`bolo review`, and searches that look at reviews."""

import json
import shutil

import pytest

from engine.gallery.gallery import Gallery


@pytest.fixture
def own_case(case, tmp_path):
    shutil.copytree(case, tmp_path / "own.bolo")
    return tmp_path / "own.bolo"


def found(bolo, case, *options):
    code, out, err = bolo("search", case, "--has", "upperBodyRed", *options, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_a_review_is_kept_with_who_said_it_and_shown_with_results(bolo, own_case):
    code, out, _ = bolo("review", own_case, 3, "confirmed", "--note", "the scar", "--json")
    said = json.loads(out)
    assert (code, said["review"], said["note"]) == (0, "confirmed", "the scar")
    assert "@" in said["who"]
    bolo("review", own_case, 4, "rejected")
    bolo("review", own_case, 5, "unsure")
    bolo("review", own_case, 5, "unreviewed")
    states = {row["crop_id"]: row["review"] for row in found(bolo, own_case)["results"]}
    assert {crop_id: state for crop_id, state in states.items() if state != "unreviewed"} == {
        3: "confirmed",
        4: "rejected",
    }
    lines = bolo("search", own_case, "--has", "upperBodyRed")[1].splitlines()
    assert next(line for line in lines if "  confirmed  " in line).split()[2] == "3"
    with Gallery.open(own_case, read_only=True) as gallery:
        assert sum(entry.action == "reviewed" for entry in gallery.audit_entries()) == 4


def test_filters_by_review_and_quality(bolo, own_case):
    for crop_id, state in ((3, "confirmed"), (4, "rejected"), (5, "unsure")):
        bolo("review", own_case, crop_id, state)
    ids = [row["crop_id"] for row in found(bolo, own_case, "--review", "confirmed", "--review", "unsure")["results"]]
    assert sorted(ids) == [3, 5]
    left = found(bolo, own_case, "--review", "unreviewed")
    assert left["considered"] == 9 and {3, 4, 5}.isdisjoint(row["crop_id"] for row in left["results"])
    assert left["filters"]["reviews"] == ["unreviewed"]
    assert found(bolo, own_case, "--min-height", 96)["considered"] == 12  # they are 96 px high
    assert found(bolo, own_case, "--min-height", 97)["considered"] == 0
    assert found(bolo, own_case, "--min-sharpness", 1e9)["considered"] == 0


def test_a_search_may_learn_from_reviews(bolo, own_case):
    before = found(bolo, own_case)
    assert before["from_reviews"] is None
    last = before["results"][-1]["crop_id"]
    bolo("review", own_case, last, "confirmed")
    bolo("review", own_case, before["results"][0]["crop_id"], "rejected")
    learnt = found(bolo, own_case, "--from-reviews")
    assert learnt["from_reviews"] == {"like": [last], "unlike": [before["results"][0]["crop_id"]]}
    assert learnt["scorer"] == "fused and examples"
    assert [row["score"] for row in learnt["results"]] != [row["score"] for row in before["results"]]
    by_hand = found(bolo, own_case, "--like", last, "--unlike", before["results"][0]["crop_id"])
    assert [row["score"] for row in by_hand["results"]] == [row["score"] for row in learnt["results"]]


def test_a_crop_that_is_not_there_is_one_sentence(bolo, own_case):
    code, out, err = bolo("review", own_case, 99, "confirmed")
    assert (code, out) == (1, "")
    assert "99" in err and err.count("\n") == 1
    assert bolo("review", own_case, 3, "maybe")[0] == 2
