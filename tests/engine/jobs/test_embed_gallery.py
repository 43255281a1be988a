import numpy as np
import pytest

from engine.detection.choose import DetectorKind
from engine.errors import Cancelled, CaseError
from engine.gallery.gallery import Gallery
from engine.imaging.jpeg import decode_jpeg
from engine.jobs.embed_gallery import BATCH, STAGE, embed_gallery
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.progress import Advanced, Progress

CROPS = 2 * BATCH + 5


@pytest.fixture
def gallery(case, tmp_path, made):
    folder = made.pictures(tmp_path / "crops", CROPS, name="{:03d}.png")
    import_footage(ImportSpec(case=case, paths=(folder,), detector=DetectorKind.NONE), Progress())
    with Gallery.open(case) as opened:
        yield opened


def test_every_crop_is_embedded_once_from_its_kept_picture(gallery, embedder):
    summary = embed_gallery(gallery, embedder, Progress())
    assert (summary.embedded, summary.indexed) == (CROPS, CROPS)
    assert sorted(embedder.calls) == [5, BATCH, BATCH]
    assert embed_gallery(gallery, embedder, Progress()).embedded == 0
    crop_id = gallery.crop_ids()[77]
    vector = embedder.embed_images([decode_jpeg(gallery.crop_jpeg(crop_id))]).vectors
    scores, ids = gallery.index(embedder.id).search(vector, CROPS)
    found = dict(zip(np.ravel(ids).tolist(), np.ravel(scores).tolist(), strict=True))
    assert found[crop_id] == pytest.approx(1, abs=1e-3)


def test_a_cancelled_embedding_keeps_its_batches_and_goes_on(gallery, embedder):
    checks = iter((False, True))
    progress = Progress(is_cancelled=lambda: next(checks))
    with pytest.raises(Cancelled):
        embed_gallery(gallery, embedder, progress)
    assert gallery.counts().embedded[embedder.id] == BATCH
    assert embed_gallery(gallery, embedder, Progress()).embedded == CROPS - BATCH


def test_progress_counts_crops(gallery, embedder):
    events = []
    embed_gallery(gallery, embedder, Progress(events.append))
    last = [event for event in events if isinstance(event, Advanced)][-1]
    assert (last.stage, last.done, last.total) == (STAGE, CROPS, CROPS)


def test_an_empty_case_is_no_error(case, embedder):
    with Gallery.open(case) as empty:
        assert embed_gallery(empty, embedder, Progress()).indexed == 0


def test_a_damaged_picture_is_named(gallery, embedder):
    crop_id = gallery.crop_ids()[3]
    gallery.crop_store.put([(crop_id, b"no picture")])
    with pytest.raises(CaseError, match=f"crop {crop_id} is damaged"):
        embed_gallery(gallery, embedder, Progress())
