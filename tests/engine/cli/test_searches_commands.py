"""`bolo search --save`, `bolo searches …`, and what an import says of them."""

import json
import shutil

import numpy as np
import pytest

from engine.cli import import_command
from engine.gallery.catalog.case_models import ACTIVATED
from engine.gallery.gallery import Gallery
from engine.imaging.jpeg import encode_jpeg
from engine.jobs.import_spec import ImportSummary
from engine.jobs.look_for_new import look_for_new
from engine.progress import Progress
from engine.registry.store import DEFAULT_MODEL, default_store
from engine.search.active_model import activate_model
from engine.search.saved_searches import SearchAlert


@pytest.fixture
def own_case(case, tmp_path):
    shutil.copytree(case, tmp_path / "own.bolo")
    return tmp_path / "own.bolo"


def listed(bolo, case):
    code, out, err = bolo("searches", "list", case, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)["searches"]


def test_a_search_is_saved_listed_and_run(bolo, own_case):
    asked = ["--has", "upperBodyRed", "--not", "accessoryHat", "--camera", "Gate A", "--scorer", "fused"]
    code, first, err = bolo("search", own_case, *asked, "--save", "her", "--json")
    assert code == 0 and "saved as “her”" in err
    (row,) = listed(bolo, own_case)
    assert (row["name"], row["words"], row["new"]) == ("her", "Red top, no hat", 0)
    assert (row["query"], row["scorer"]) == ("has:upperBodyRed not:accessoryHat", "fused")

    code, again, err = bolo("searches", "run", own_case, "her", "--json")
    assert (code, err) == (0, "")
    assert json.loads(again) == json.loads(first)
    with Gallery.open(own_case, read_only=True) as gallery:
        last = list(gallery.audit_entries())[-1]
    assert (last.action, json.loads(last.facts)["saved"]) == ("search", "her")
    assert bolo("audit", "replay", own_case)[0] == 0
    assert bolo("searches", "list", own_case)[1] == "her: Red top, no hat\n"


def test_names_are_given_once_changed_and_taken_away(bolo, own_case):
    bolo("search", own_case, "--has", "upperBodyRed", "--save", "red")
    code, _, err = bolo("search", own_case, "--has", "upperBodyPink", "--save", "Red")
    assert code == 1 and err.endswith("There is a saved search “red” already; choose another name.\n")
    assert bolo("searches", "rename", own_case, "red", "her top")[1] == "“red” is called “her top” now.\n"
    code, _, err = bolo("searches", "run", own_case, "red")
    assert code == 1 and "no saved search “red”; the case has “her top”" in err
    assert bolo("searches", "remove", own_case, "her top", "--json")[0] == 0
    assert listed(bolo, own_case) == []
    assert "--save NAME makes one" in bolo("searches", "list", own_case)[1]


@pytest.fixture
def default_case(bolo, tmp_path, crops_folder):
    """Return a case that the shipped model searches, with a saved search for anybody at Gate A."""
    folder = tmp_path / "new.bolo"
    bolo("case", "new", folder)
    with Gallery.open(folder) as gallery:
        activate_model(gallery, default_store().get(DEFAULT_MODEL))
    assert bolo("import", folder, crops_folder, "--detector", "none", "--camera", "Gate A")[0] == 0
    assert bolo("search", folder, "--camera", "Gate A", "--save", "anybody at A")[0] == 0
    return folder


def more_people(tmp_path, count, shade):
    folder = tmp_path / f"more-{shade}"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.jpg").write_bytes(encode_jpeg(np.full((96, 48, 3), shade + number, np.uint8)))
    return folder


def test_an_import_says_what_is_new_for_saved_searches(bolo, default_case, tmp_path):
    def import_more(count, shade, camera, *form):
        folder = more_people(tmp_path, count, shade)
        return bolo("import", default_case, folder, "--detector", "none", "--camera", camera, *form)

    _, out, _ = import_more(2, 60, "Gate A", "--json")
    assert json.loads(out)["alerts"] == [{"search": "anybody at A", "new": 2, "marked": 2, "problem": ""}]
    _, out, _ = import_more(2, 90, "Gate B", "--json")
    assert json.loads(out)["alerts"] == []
    code, out, _ = import_more(1, 120, "Gate A")
    assert (code, out.splitlines()[-1]) == (0, "Saved search “anybody at A”: 1 new.")

    assert [(row["name"], row["new"]) for row in listed(bolo, default_case)] == [("anybody at A", 3)]
    assert bolo("searches", "list", default_case)[1] == "anybody at A: Anyone (3 new)\n"
    _, out, _ = bolo("searches", "run", default_case, "anybody at A", "--new", "--json")
    assert sorted(row["crop_id"] for row in json.loads(out)["results"]) == [7, 8, 11]
    assert bolo("searches", "seen", default_case, "anybody at A")[1].startswith("3 hits of “anybody at A”")
    assert listed(bolo, default_case)[0]["new"] == 0


def test_the_windows_embed_job_looks_for_new_hits_too(bolo, bolo_process, default_case, tmp_path, monkeypatch):
    monkeypatch.setattr(import_command, "_embedder", lambda *_: None)  # as where the model was not there
    folder = more_people(tmp_path, 1, 200)
    _, out, _ = bolo("import", default_case, folder, "--detector", "none", "--camera", "Gate A", "--json")
    assert json.loads(out)["alerts"] == []
    done = bolo_process("job", "embed", default_case)
    last = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, last["event"]) == (0, "Finished")
    assert last["summary"]["alerts"] == [{"search": "anybody at A", "new": 1, "marked": 1, "problem": ""}]


def test_a_missing_model_leaves_the_saved_searches_for_later(bolo, own_case, tmp_path):
    bolo("search", own_case, "--save", "anybody")
    with Gallery.open(own_case) as gallery:
        gallery.log(ACTIVATED, {"name": "gone", "model_id": "gone"})
    progress = []
    with Gallery.open(own_case) as gallery:
        assert look_for_new(gallery, Progress(progress.append)) == ()
    assert "The saved searches were not run." in progress[0].text


def test_every_alert_is_a_sentence_of_the_summary(bolo, own_case, crops_folder, monkeypatch):
    alerts = (
        SearchAlert(search="red tops", new=3, marked=3),
        SearchAlert(search="men", new=4_200, marked=1_000),
        SearchAlert(search="odd", new=0, marked=0, problem="It cannot be read."),
    )
    summary = ImportSummary(
        frames=9, detections=9, crops=9, tracks=0, skipped=0, duplicates=0, failures=0, embedded=9, names_unread=0,
        detector="hog", device="cpu", seconds={}, alerts=alerts,
    )  # fmt: skip
    monkeypatch.setattr(import_command, "run_import", lambda *_: summary)
    assert bolo("import", own_case, crops_folder)[1].splitlines() == [
        "9 frames taken in, 9 people found by hog.",
        "Saved search “red tops”: 3 new.",
        "Saved search “men”: 4,200 new, of which the best 1,000 are marked.",
        "Saved search “odd” could not be run: It cannot be read.",
    ]
