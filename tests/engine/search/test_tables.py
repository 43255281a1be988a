"""Rankings and crops as JSON and CSV."""

import csv
import io
import json

import pytest

from engine.search.query import Query
from engine.search.searcher import Searcher
from engine.search.tables import crops_to_csv, crops_to_json, ranking_to_csv, ranking_to_json


@pytest.fixture
def ranking(gallery, model, peta):
    query = Query.build(peta, has=["upperBodyRed"], not_=["accessoryHat"])
    return Searcher(gallery, model).search(query, limit=3)


def test_json_says_what_was_asked_and_of_how_many(ranking):
    table = json.loads(json.dumps(ranking_to_json(ranking)))

    assert table["query"] == "has:upperBodyRed not:accessoryHat"
    assert table["words"] == "Red top, no hat"
    assert (table["considered"], table["total"], len(table["results"])) == (60, 60, 3)


def test_json_gives_the_promised_keys_of_each_result(ranking):
    first = ranking_to_json(ranking)["results"][0]
    crop = ranking.results[0].crop

    promised = {"crop_id", "source", "frame", "time", "camera", "box", "track_id", "score", "rank", "evidence"}
    assert promised <= first.keys()
    assert (first["crop_id"], first["frame"], first["rank"]) == (crop.id, crop.frame_number, 1)
    assert first["box"] == [crop.box.x, crop.box.y, crop.box.w, crop.box.h]
    assert set(first["evidence"]) == {"upperBodyRed", "accessoryHat"}


def test_csv_has_a_row_for_each_result_and_a_column_for_each_tick(ranking):
    rows = list(csv.DictReader(io.StringIO(ranking_to_csv(ranking))))

    assert [int(row["crop_id"]) for row in rows] == [ranked.crop.id for ranked in ranking.results]
    assert float(rows[0]["accessoryHat"]) == ranking.results[0].evidence[1].probability


def test_crops_are_listed_with_box_and_quality(gallery):
    crops = gallery.crops()

    rows = crops_to_json(crops)
    lines = list(csv.DictReader(io.StringIO(crops_to_csv(crops))))

    assert len(rows) == len(lines) == 60
    assert rows[0]["quality"] == {"height_px": 80, "sharpness": 400.0, "truncated": 0.0}
    assert rows[0]["box"] == [1, 2, 40, 80]
    assert (lines[0]["box"], lines[0]["height_px"]) == ("1 2 40 80", "80")
    assert (rows[9]["time"], lines[9]["time"]) == (None, "")
