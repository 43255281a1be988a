"""`bolo demo` where the demo case stands already; drawing it anew is the demo's own tests' part."""

import json
import sqlite3

import pytest
from PIL import Image

from engine.cli import demo_command
from engine.demo.demo_case import CASE_NAME
from engine.demo.queries import QUERIES
from engine.gallery.gallery import Gallery
from engine.gallery.records import StoredSearch
from engine.registry.store import DEFAULT_MODEL, default_store


@pytest.fixture
def demo_folder(bolo, tmp_path):
    case = tmp_path / CASE_NAME
    assert bolo("case", "new", case)[0] == 0
    with Gallery.open(case) as gallery:
        for name, text in QUERIES:
            gallery.save_query(name, StoredSearch(text=text))
    return tmp_path


def test_a_demo_case_that_stands_is_named_and_not_made_again(bolo, demo_folder):
    code, out, err = bolo("demo", "--no-window", "--dir", demo_folder)

    assert (code, err) == (0, "")
    assert out == f"The demo case lies at {demo_folder / CASE_NAME}\n"


def test_without_a_display_the_command_says_how_to_open_it_later(bolo, demo_folder, monkeypatch):
    monkeypatch.setattr(demo_command.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    code, _, err = bolo("demo", "--dir", demo_folder)

    assert code == 0
    assert f"run: bolo {demo_folder / CASE_NAME}" in err


def test_the_windows_demo_job_ends_with_where_the_case_lies(bolo_process, demo_folder):
    done = bolo_process("job", "demo", "--dir", demo_folder)

    last = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, last["event"]) == (0, "Finished")
    assert last["summary"]["case"] == str(demo_folder / CASE_NAME)


def test_a_demo_case_made_with_an_earlier_model_is_embedded_with_todays(bolo, demo_folder, tmp_path):
    picture = tmp_path / "crops" / "one.png"
    picture.parent.mkdir()
    Image.new("RGB", (60, 120), "red").save(picture)
    case = demo_folder / CASE_NAME
    assert bolo("import", case, picture.parent, "--detector", "none")[0] == 0
    model_id = default_store().get(DEFAULT_MODEL).card.model_id
    with Gallery.open(case) as gallery:
        [crop_id] = gallery.crop_ids()
    with sqlite3.connect(case / "case.db") as database:
        database.execute("UPDATE embedding SET model_id = 'earlier'")
    database.close()

    assert bolo("demo", "--no-window", "--dir", demo_folder)[0] == 0

    with Gallery.open(case) as gallery:
        assert gallery.crops_without_embedding(model_id) == []
        assert gallery.searchable(model_id).crop_ids.tolist() == [crop_id]
