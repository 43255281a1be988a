"""kill -9 at any moment: what was acknowledged is there, nothing is there twice, and running again completes it."""

import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId

BATCHES = 60
KILLS = 5

# Records batches of three frames with two crops each, embeds them, and says what is done as soon as it is done.
WRITER = f"""
import sys
from pathlib import Path
import numpy as np
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewCrop, NewFrame, Quality, SourceKind
from engine.imaging.box import Box

QUALITY = Quality(height_px=4, sharpness=1.0, truncated=0.0)


def make_frame(number):
    crops = tuple(
        NewCrop(box=Box(place + 1, 2, 3, 4), score=0.5, quality=QUALITY, jpeg=b"%d/%d " % (number, place) * 2000)
        for place in range(2)
    )
    path = Path(f"/footage/{{number}}.jpg")
    return NewFrame(path=path, number=number, sha256=f"{{number:064x}}", width_px=9, height_px=9, time_raw=None,
                    time=None, crops=crops)


with Gallery.open(Path(sys.argv[1])) as gallery, gallery.writer():
    source = gallery.add_source(Path("/footage"), SourceKind.FRAMES, "door")
    for batch in range({BATCHES}):
        known = gallery.imported_frames(source)
        frames = [make_frame(batch * 3 + place + 1) for place in range(3)]
        gallery.record_frames(source, [f for f in frames if (f.path, f.sha256, f.number) not in known])
        print("frames", batch, flush=True)
        ids = gallery.crops_without_embedding("a1")
        vectors = np.zeros((len(ids), 8), np.float32)
        vectors[:, 0] = 1
        gallery.save_embeddings("a1", ids, vectors, np.array(ids)[:, None] * np.ones((1, 3)))
        print("embeddings", batch, flush=True)
        if batch % 10 == 0:
            gallery.index("a1"), gallery.searchable("a1")
            gallery.log("indexed", {{"batch": batch}})
            print("log", batch, flush=True)
"""


def run_writer(folder: Path, root: Path, kill_after_lines: int | None, wait_s: float) -> list[str]:
    """Run the writer, kill it some time after so many lines, and return all that it said."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True, cwd=root)
    lines: list[str] = []
    if kill_after_lines is not None:
        lines = [process.stdout.readline() for _ in range(kill_after_lines)]
        time.sleep(wait_s)
        process.kill()
    rest, _ = process.communicate(timeout=120)
    if kill_after_lines is None:
        assert process.returncode == 0
    return [line for line in (*lines, *rest.splitlines(keepends=True)) if line.endswith("\n")]


def check(folder: Path, said: list[str]) -> int:
    """Compare the case with what was acknowledged; return its number of frames."""
    with Gallery.open(folder) as gallery:
        assert gallery.damage() == gallery.crop_store.damage() == []
        crops = gallery.crops()
        pictures = gallery.crop_jpegs([crop.id for crop in crops])
        for crop in crops:
            assert pictures[crop.id].split()[0].decode() == f"{crop.frame_number}/{int(crop.box.x) - 1}"
        per_frame = Counter(crop.frame_number for crop in crops)
        assert set(per_frame.values()) <= {2}
        assert len(per_frame) == gallery.counts().frames == len(gallery.imported_frames(gallery.sources()[0].id))
        acknowledged = {int(line.split()[1]) for line in said if line.startswith("frames")}
        assert set(per_frame) >= {batch * 3 + place for batch in acknowledged for place in (1, 2, 3)}
        embedded = {int(line.split()[1]) for line in said if line.startswith("embeddings")}
        assert not {crop.frame_number for crop in gallery.crops(gallery.crops_without_embedding("a1"))} & {
            batch * 3 + place for batch in embedded for place in (1, 2, 3)
        }
        found = gallery.searchable("a1")
        assert found.column(0).tolist() == found.crop_ids.tolist()
        assert found.crop_ids.tolist() == sorted(set(found.crop_ids.tolist()))
        assert not found.count or sorted(found.index.ids.tolist()) == found.crop_ids.tolist()
        assert gallery.drifted_index_files() == []
        log = gallery.verify_audit()
        assert log.is_whole
        assert log.entries >= sum(line.startswith("log") for line in said)
        return len(per_frame)


def test_nothing_acknowledged_is_lost_and_nothing_doubled(gallery: Gallery, folder: Path, root: Path) -> None:
    gallery.close()
    moments = random.Random(20260301)
    said: list[str] = []
    frames = 0
    for _ in range(KILLS):
        lines = moments.randrange(1, 24)
        said += run_writer(folder, root, lines, moments.uniform(0, 0.02))
        frames_now = check(folder, said)
        assert frames_now >= frames
        frames = frames_now
    assert frames < BATCHES * 3  # or nothing was ever killed half-way
    said += run_writer(folder, root, None, 0)
    assert check(folder, said) == BATCHES * 3
    with Gallery.open(folder) as whole:
        assert whole.counts().crops == BATCHES * 6
        assert whole.counts().embedded == {"a1": BATCHES * 6}


DIE = {
    "before the pictures are kept": ("engine.gallery.crop_store", "CropStore.put", "before"),
    "between pictures and catalog": ("engine.gallery.crop_store", "CropStore.put", "after"),
    "before the embeddings are written": ("engine.gallery.catalog.database", "Database.write_many", "before"),
}


@pytest.mark.parametrize("moment", DIE)
def test_dying_inside_a_transaction_leaves_it_undone(gallery: Gallery, folder: Path, root: Path, moment: str) -> None:
    gallery.close()
    module, name, when = DIE[moment]
    owner = name.split(".")[0]
    # It dies at the fifth call, whatever is open then.
    dying = f"""
import os
from {module} import {owner}
method, calls = {name}, []
def die(self, *arguments):
    calls.append(1)
    if len(calls) == 5 and {when == "before"}: os._exit(9)
    method(self, *arguments)
    if len(calls) == 5: os._exit(9)
{name} = die
"""
    died = subprocess.run(
        [sys.executable, "-c", dying + WRITER, str(folder)], stdout=subprocess.PIPE, text=True, cwd=root, timeout=120
    )
    assert died.returncode == 9
    said = died.stdout.splitlines(keepends=True)
    before = check(folder, said)
    assert before == 3 * sum(line.startswith("frames") for line in said)
    if moment == "between pictures and catalog":
        with closing(sqlite3.connect(folder / "crops.db")) as connection:
            assert connection.execute("SELECT COUNT(*) FROM crop_jpeg").fetchone()[0] > before * 2
    said += run_writer(folder, root, None, 0)
    assert check(folder, said) == BATCHES * 3
    with Gallery.open(folder) as whole:
        assert whole.crop_store.ids() == set(whole.crop_ids())
        assert whole.crop_ids() == [CropId(number) for number in range(1, BATCHES * 6 + 1)]


def test_a_case_killed_while_it_was_made_is_no_case(folder: Path, root: Path) -> None:
    script = f"""
import os
from pathlib import Path
from engine.gallery.gallery import Gallery
Gallery._write_info = lambda self, info: os._exit(9)
Gallery.create(Path({str(folder)!r}))
"""
    assert subprocess.run([sys.executable, "-c", script], cwd=root, timeout=60).returncode == 9
    assert not folder.exists()
    Gallery.create(folder).close()
    with Gallery.open(folder) as whole:
        assert whole.info().name == "station"
