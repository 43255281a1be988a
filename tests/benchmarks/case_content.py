"""All that an import leaves in a case, to be compared with what another one left."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.casework.verify import verify_case
from engine.gallery.gallery import Gallery
from engine.progress import Progress
from engine.registry.store import DEFAULT_MODEL, default_store

VECTORS_DIFFER_BY = 2e-3  # batches differ, and float16 is kept


@dataclass(frozen=True)
class CaseContent:
    """What is in a case, free of the order in which it came."""

    frames: Counter  # of (file, number, hash)
    crops: Counter  # of (file, number, hash, box, score, time, camera, picture)
    vectors: dict  # the model's embedding by (file, number, box)
    failures: Counter


def read_content(case: Path) -> CaseContent:
    """Read a case, having checked that it is whole."""
    assert verify_case(case, Progress()).is_whole
    model_id = default_store().get(DEFAULT_MODEL).card.model_id
    with Gallery.open(case, read_only=True) as gallery:
        records = gallery.crops()
        jpegs = gallery.crop_jpegs([crop.id for crop in records])
        assert gallery.crop_store.ids() == {crop.id for crop in records}
        assert gallery.crops_without_embedding(model_id) == []
        searchable = gallery.searchable(model_id)
        rows = searchable.rows_of(np.array([crop.id for crop in records], dtype=np.int64))
        vectors = searchable.vectors(rows)
        assert gallery.index(model_id).count == len(records)
        keys = [(crop.frame_path, crop.frame_number, crop.box) for crop in records]
        sources = gallery.sources()
        assert all(source.is_complete for source in sources)
        return CaseContent(
            frames=Counter(frame for source in sources for frame in gallery.imported_frames(source.id)),
            crops=Counter(
                (*key, crop.sha256, crop.score, crop.time, crop.camera, jpegs[crop.id])
                for key, crop in zip(keys, records, strict=True)
            ),
            vectors=dict(zip(keys, vectors, strict=True)),
            failures=Counter((row.path, row.reason) for row in gallery.failures()),
        )


def assert_same(found: CaseContent, expected: CaseContent) -> None:
    """Fail where anything is missing, or there twice."""
    assert found.frames == expected.frames
    assert found.crops == expected.crops
    assert found.failures == expected.failures
    assert found.vectors.keys() == expected.vectors.keys()
    for key, vector in expected.vectors.items():
        np.testing.assert_allclose(found.vectors[key], vector, atol=VECTORS_DIFFER_BY)
