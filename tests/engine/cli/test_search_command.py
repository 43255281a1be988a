"""`bolo search` and `bolo crops`."""

import csv
import io
import json

import numpy as np
import pytest
from PIL import Image

from engine.gallery.gallery import Gallery
from engine.search.examples import Example


def results(out: str) -> list[dict]:
    return json.loads(out)["results"]


def test_json_is_one_object_with_the_best_first(bolo, case):
    code, out, err = bolo("search", case, "--has", "upperBodyRed", "--limit", 5, "--json")

    rows = results(out)
    assert (code, err) == (0, "")
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert json.loads(out)["total"] == 12


def test_ticks_of_every_kind_reach_the_description(bolo, case):
    ticks = ["--has", "personalFemale", "--has", "upperBodyRed", "--any", "accessoryHat,accessorySunglasses"]
    ticks += ["--not", "carryingBackpack", "--prefer", "hairLong"]

    _, out, _ = bolo("search", case, *ticks, "--json")

    assert json.loads(out)["words"] == "Woman, red top, hat or sunglasses, no backpack — preferably long hair"


def test_csv_has_the_same_rows(bolo, case):
    _, as_json, _ = bolo("search", case, "--has", "upperBodyRed", "--json")
    _, as_csv, _ = bolo("search", case, "--has", "upperBodyRed", "--csv")

    lines = list(csv.DictReader(io.StringIO(as_csv)))
    assert [int(line["crop_id"]) for line in lines] == [row["crop_id"] for row in results(as_json)]


def test_plain_text_says_the_description_and_that_it_is_a_lead(bolo, case):
    _, out, _ = bolo("search", case, "--has", "upperBodyRed", "--limit", 3)

    first, second, third, *rest = out.splitlines()
    assert first == "Red top"
    assert second == "3 of 12 ranked. Similarity is a lead, not an identification."
    assert third.startswith("About ") and third.endswith(" of 12 are expected to fit.")
    assert len(rest) == 3


def test_what_leaving_a_tick_out_would_bring_is_said(bolo, case):
    _, plain, _ = bolo("search", case, "--has", "upperBodyRed", "--not", "accessoryHat")
    assert "without “red top”: +" in plain.splitlines()[2]
    _, out, _ = bolo("search", case, "--has", "upperBodyRed", "--not", "accessoryHat", "--json")
    guide = json.loads(out)["selectivity"]
    assert guide["considered"] == 12 and 0 < guide["fitting"] < 12
    assert {relaxation["without"] for relaxation in guide["relaxations"]} == {"red top", "no hat"}


def test_a_contact_sheet_is_drawn_beside_the_answer(bolo, case, tmp_path):
    sheet = tmp_path / "sheet.png"

    code, out, err = bolo("search", case, "--has", "upperBodyRed", "--sheet", sheet, "--json")

    assert (code, len(results(out))) == (0, 12)
    assert str(sheet) in err
    with Image.open(sheet) as picture:
        assert picture.width > 1000


def test_a_camera_narrows_the_search(bolo, case):
    _, out, _ = bolo("search", case, "--camera", "Gate B", "--json")

    assert {row["camera"] for row in results(out)} == {"Gate B"}
    assert json.loads(out)["considered"] == 6


def test_a_search_is_written_into_the_log(bolo, case):
    bolo("search", case, "--has", "accessoryKerchief", "--json")

    with Gallery.open(case, read_only=True) as gallery:
        last = list(gallery.audit_entries())[-1]
    assert last.action == "search"
    assert json.loads(last.facts)["query"] == "has:accessoryKerchief"


def test_the_same_search_gives_the_same_answer(bolo, case):
    assert bolo("search", case, "--has", "upperBodyRed", "--json") == bolo(
        "search", case, "--has", "upperBodyRed", "--json"
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--has", "upperbodyRed"], "did you mean upperBodyRed"),
        (["--has", "flying"], "has no attribute “flying”"),
        (["--has", "accessoryHat", "--not", "accessoryHat"], "both wants and excludes"),
        (["--any", "upperBodyRed,carryingBackpack"], "must be of one group"),
        (["--camera", "Gate C"], "no camera “Gate C”; it has Gate A, Gate B"),
        (["--scorer", "best"], "fused, heads, posterior, completion, zero-filled, cosine"),
        (["--has", "accessoryHat", "--scorer", "cosine"], "complete descriptions only"),
        (["--model", "nowhere"], "There is no model “nowhere”"),
        (["--from", "2026-05-14T15:00", "--to", "2026-05-14T14:00"], "swap the two"),
        (["--sheet", "sheet.txt"], ".png, .jpg or .pdf"),
    ],
)
def test_a_users_error_is_one_sentence_and_ends_with_one(bolo, case, options, words):
    code, out, err = bolo("search", case, *options)

    assert (code, out) == (1, "")
    assert words in err
    assert err.count("\n") == 1 and "Traceback" not in err


@pytest.mark.parametrize(
    "options", [["--limit", "0"], ["--from", "noon"], ["--json", "--csv"], ["--colour", "red"], ["--limit", "many"]]
)
def test_bad_usage_ends_with_two(bolo, case, options):
    code, out, err = bolo("search", case, *options)

    assert (code, out) == (2, "")
    assert "Usage: bolo search" in err


def test_a_case_that_the_model_has_not_embedded_is_told(bolo, case, tmp_path, crops_folder):
    other = tmp_path / "other.bolo"
    bolo("case", "new", other)
    assert bolo("import", other, crops_folder, "--detector", "none")[0] == 0

    code, _, err = bolo("search", other, "--has", "upperBodyRed", "--model", "tiny")

    assert code == 1
    assert "has not embedded the 6 crops" in err


def test_crops_lists_every_crop_with_its_place(bolo, case):
    code, out, _ = bolo("crops", case, "--json")
    _, as_csv, _ = bolo("crops", case, "--csv")

    rows = json.loads(out)["crops"]
    keys = {"crop_id", "source", "frame", "time", "camera", "box", "score", "track_id", "quality"}
    assert (code, len(rows)) == (0, 12)
    assert all(keys <= row.keys() for row in rows)
    assert [row["frame"] for row in rows[:6]] == [1, 2, 3, 4, 5, 6]
    assert len(list(csv.DictReader(io.StringIO(as_csv)))) == 12


def test_more_like_a_crop_and_less_like_a_picture(bolo, case, tmp_path, monkeypatch):
    def embedded(installed, path):
        return Example(name=path.name, sha256="ab" * 32, vector=np.eye(8, dtype=np.float32)[0])

    monkeypatch.setattr("engine.jobs.embed_picture.embed_picture", embedded)  # the case's model is half a model
    code, out, err = bolo("search", case, "--like", 3, "--unlike", tmp_path / "red.png", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert found["results"][0]["crop_id"] == 3
    assert found["examples"] == {"like": [3], "unlike": ["red.png (abababababab)"]}

    code, _, err = bolo("search", case, "--like", 99)
    assert code == 1 and "Crop 99" in err


def test_a_picture_that_is_not_there_is_named(bolo, case, tmp_path):
    code, _, err = bolo("search", case, "--like", tmp_path / "no.png")
    assert code == 1 and "no.png" in err


def test_a_search_is_replayed_from_the_log(bolo, case):
    bolo("search", case, "--has", "upperBodyRed", "--camera", "Gate A", "--limit", 4, "--json")
    code, out, err = bolo("audit", "replay", case)
    assert (code, err) == (0, "")
    assert "“Red top”: gives the same ranking." in out
    code, out, _ = bolo("audit", "replay", case, "--json")
    assert json.loads(out)["is_same"] is True
    code, _, err = bolo("audit", "replay", case, 100_000)
    assert code == 1 and "Line 100000" in err
