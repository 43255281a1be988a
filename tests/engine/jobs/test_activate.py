"""Switching a case to another model: the one before answers until one line of the log swaps them."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from engine.errors import Cancelled, CaseError, CaseInUseError, ModelError, Paused
from engine.gallery.catalog.case_models import ACTIVATED
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewCrop, NewFrame, Quality, SourceKind
from engine.gallery.writer_lock import PreparingLock
from engine.imaging.box import Box
from engine.imaging.jpeg import encode_jpeg
from engine.jobs import activate
from engine.jobs.activate import activate_in_case
from engine.jobs.embed_gallery import BATCH, embed_gallery
from engine.progress import Noted, Progress
from engine.registry.store import ModelStore
from engine.search.active_model import activate_model, active_model
from tests.engine.jobs import prepared_model
from tests.engine.jobs.prepared_model import SECONDS_A_BATCH, Stand, write_model

CROPS = 12 * BATCH + 7
KILLS = 6


@pytest.fixture
def store(tmp_path):
    for seed, name in enumerate(("old", "new")):
        write_model(tmp_path / "models" / name, seed)
    return ModelStore((tmp_path / "models",))


@pytest.fixture
def filled(case, store):
    """Return a case of which the old model has embedded all."""
    with Gallery.open(case) as gallery:
        add_people(gallery, CROPS)
        embed_gallery(gallery, Stand(store.get("old")), Progress())
        activate_model(gallery, store.get("old"))
    return case


@pytest.fixture
def gallery(filled):
    with Gallery.open(filled) as opened:
        yield opened


def add_people(gallery, count, first=1):
    source = gallery.add_source(Path("/footage"), SourceKind.CROPS, "door")
    gallery.record_frames(source, [frame(number) for number in range(first, first + count)])


def frame(number):
    pixels = np.random.default_rng(number).integers(0, 255, (1, 1, 3), dtype=np.uint8).repeat(8, 0).repeat(4, 1)
    crop = NewCrop(
        box=Box(0, 0, 4, 8),
        score=1.0,
        quality=Quality(height_px=8, sharpness=1.0, truncated=0.0),
        jpeg=encode_jpeg(pixels),
    )
    return NewFrame(
        path=Path(f"/footage/{number}.jpg"),
        number=number,
        sha256=f"{number:064x}",
        width_px=4,
        height_px=8,
        time_raw=None,
        time=None,
        crops=(crop,),
    )


def switches(gallery):
    return [json.loads(entry.facts)["name"] for entry in gallery.audit_entries() if entry.action == ACTIVATED]


def embeddings(folder, model_id):
    """Return what a case keeps of a model: crop ids, vectors and logits."""
    with Gallery.open(folder) as gallery:
        parts = list(gallery.stream_vectors(model_id))
        ids = np.concatenate([ids for ids, _ in parts])
        order = np.argsort(ids)
        vectors = np.concatenate([vectors for _, vectors in parts])[order]
        return ids[order], vectors, np.concatenate(list(gallery.stream_logits(model_id)))


def test_the_old_model_answers_until_the_new_one_has_seen_everybody(gallery, store):
    seen = []
    new = store.get("new").card.model_id

    def look(_event):
        seen.append((active_model(gallery, store).name, gallery.counts().embedded.get(new, 0)))

    summary = activate_in_case(gallery, store.get("new"), Stand, Progress(look))

    assert (summary.embedded, summary.indexed) == (CROPS, CROPS)
    assert {name for name, _ in seen} == {"old"}
    assert active_model(gallery, store).name == "new"
    assert switches(gallery) == ["old", "new"]
    assert gallery.verify_audit().is_whole
    assert gallery.counts().embedded == dict.fromkeys((store.get(name).card.model_id for name in ("old", "new")), CROPS)


def test_the_files_that_a_search_reads_are_there_before_the_swap(gallery, store, monkeypatch):
    there = []
    new = store.get("new").card.model_id

    def swap(*given):
        there.append(sorted(path.name for path in (gallery.folder / "index").glob(f"{new}.*")))
        activate_model(*given)

    monkeypatch.setattr(activate, "activate_model", swap)
    activate_in_case(gallery, store.get("new"), Stand, Progress())
    assert there == [[f"{new}.columns.npy", f"{new}.faiss", f"{new}.rows.npy"]]


def test_going_back_to_the_former_model_loads_nothing(gallery, store):
    def no_torch(_installed):
        raise AssertionError("nothing is to be embedded")

    activate_in_case(gallery, store.get("new"), Stand, Progress())
    summary = activate_in_case(gallery, store.get("old"), no_torch, Progress())
    assert (summary.embedded, summary.indexed) == (0, CROPS)
    assert active_model(gallery, store).name == "old"
    assert activate_in_case(gallery, store.get("old"), no_torch, Progress()).embedded == 0
    assert switches(gallery) == ["old", "new", "old"]  # once more is no switch


def test_the_catalog_is_asked_once_before_and_once_behind_the_lock_what_is_to_be_embedded(gallery, store, monkeypatch):
    asked, crops = [], Gallery.crops_without_embedding

    def counted(self, model_id):
        asked.append(model_id)
        return crops(self, model_id)

    monkeypatch.setattr(Gallery, "crops_without_embedding", counted)
    activate_in_case(gallery, store.get("new"), Stand, Progress())
    assert asked == 2 * [store.get("new").card.model_id]


def test_only_what_came_since_is_embedded_when_one_goes_back(gallery, store):
    activate_in_case(gallery, store.get("new"), Stand, Progress())
    add_people(gallery, 3, first=CROPS + 1)
    embed_gallery(gallery, Stand(store.get("new")), Progress())
    assert activate_in_case(gallery, store.get("old"), Stand, Progress()).embedded == 3
    assert gallery.crops_without_embedding(store.get("old").card.model_id) == []


def test_what_an_import_brings_meanwhile_is_embedded_before_the_swap(gallery, filled, store):
    """The import has its own connection, holds the writer's lock, and ends after the crops of before are embedded."""
    moments = []

    with Gallery.open(filled) as importing:
        lock = importing.writer()
        lock.__enter__()

        def look(event):
            if isinstance(event, Noted):
                moments.append((event.text, active_model(gallery, store).name))
                add_people(importing, 5, first=CROPS + 1)
                embed_gallery(importing, Stand(store.get("old")), Progress())
                lock.__exit__(None, None, None)

        summary = activate_in_case(gallery, store.get("new"), Stand, Progress(look))
    assert [name for _, name in moments] == ["old"]
    assert "waiting for another job" in moments[0][0]
    assert (summary.embedded, summary.indexed) == (CROPS + 5, CROPS + 5)


def test_waiting_for_another_job_can_be_cancelled(gallery, filled, store):
    heard = []
    with Gallery.open(filled) as importing, importing.writer(), pytest.raises(Cancelled):
        progress = Progress(lambda event: heard.append(isinstance(event, Noted)), lambda: any(heard))
        activate_in_case(gallery, store.get("new"), Stand, progress)
    assert active_model(gallery, store).name == "old"
    assert gallery.crops_without_embedding(store.get("new").card.model_id) == []


@pytest.mark.parametrize("stop", [Cancelled, Paused])
def test_stopped_half_way_it_goes_on_from_there(gallery, store, stop):
    asked = iter([False] * 5 + [True])
    whether = {"is_cancelled" if stop is Cancelled else "is_paused": lambda: next(asked)}
    with pytest.raises(stop):
        activate_in_case(gallery, store.get("new"), Stand, Progress(**whether))
    done = gallery.counts().embedded[store.get("new").card.model_id]
    assert BATCH <= done < CROPS
    assert active_model(gallery, store).name == "old"
    assert activate_in_case(gallery, store.get("new"), Stand, Progress()).embedded == CROPS - done


def test_one_model_at_a_time_is_prepared(gallery, filled, store):
    with PreparingLock(filled).held(), pytest.raises(CaseInUseError, match="is preparing a model"):
        activate_in_case(gallery, store.get("new"), Stand, Progress())


def test_a_model_whose_weights_were_changed_embeds_nobody(gallery, store):
    weights = store.get("new").weights
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    with pytest.raises(ModelError, match="not those of its card"):
        activate_in_case(gallery, store.get("new"), Stand, Progress())
    assert list(gallery.counts().embedded) == [store.get("old").card.model_id]


def test_a_model_that_has_not_seen_everybody_is_not_made_the_cases(gallery, store):
    with pytest.raises(CaseError, match=f"has not seen {CROPS} of its people yet"):
        activate_model(gallery, store.get("new"))
    assert switches(gallery) == ["old"]


def test_an_empty_case_is_switched_at_once(case, store):
    with Gallery.open(case) as gallery:
        assert activate_in_case(gallery, store.get("new"), Stand, Progress()).indexed == 0
        assert active_model(gallery, store).name == "new"


def test_a_case_whose_model_is_not_here_says_which_and_what_to_do(gallery, store, tmp_path):
    with pytest.raises(ModelError, match=r"the model “old” \(\w+\), which is not on this machine; add its file, or"):
        active_model(gallery, ModelStore((tmp_path / "nowhere",)))


def test_another_window_sees_the_switch_at_its_next_look(gallery, filled, store):
    with Gallery.open(filled) as other:
        assert active_model(other, store).name == "old"
        activate_in_case(gallery, store.get("new"), Stand, Progress())
        assert active_model(other, store).name == "new"


def start_switch(case, model, root):
    command = [sys.executable, "-m", prepared_model.__name__, str(case), str(model.folder)]
    return subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def kill_after(process, seconds):
    """Kill a switch so long after it has begun to embed; return whether it was still at work."""
    while "Advanced" not in (line := process.stdout.readline()) and line:
        pass
    time.sleep(seconds)
    was_at_work = process.poll() is None
    process.kill()
    process.communicate()
    return was_at_work


def test_killed_at_random_moments_the_old_one_answers_and_the_job_goes_on(filled, store, tmp_path, root):
    old, new = store.get("old"), store.get("new")
    generator, span_s, landed = random.Random(4), CROPS / BATCH * SECONDS_A_BATCH, 0
    while landed < KILLS:
        landed += kill_after(start_switch(filled, new, root), generator.uniform(0, span_s))
        with Gallery.open(filled) as gallery:
            assert gallery.damage() == []
            assert gallery.verify_audit().is_whole
            active = active_model(gallery, store)
            assert gallery.crops_without_embedding(active.card.model_id) == []
            assert gallery.searchable(active.card.model_id).index.count == CROPS
            assert (active.name == "new") == (switches(gallery) == ["old", "new"])
            if active.name == "new":
                break
        span_s /= 2  # less and less is left
    process = start_switch(filled, new, root)
    process.communicate(timeout=120)
    assert process.returncode == 0

    undisturbed = tmp_path / "undisturbed.bolo"
    Gallery.create(undisturbed).close()
    with Gallery.open(undisturbed) as gallery:
        add_people(gallery, CROPS)
        activate_in_case(gallery, new, Stand, Progress())
    for ours, theirs in zip(
        embeddings(filled, new.card.model_id), embeddings(undisturbed, new.card.model_id), strict=True
    ):
        assert np.array_equal(ours, theirs)
    with Gallery.open(filled) as gallery:
        assert switches(gallery) == ["old", "new"]
        assert gallery.drifted_index_files() == []
        assert gallery.crops_without_embedding(old.card.model_id) == []
