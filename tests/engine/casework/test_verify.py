"""Verifying finds what has changed, what is gone and what was tampered with, and touches nothing."""

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.casework.case import new_case
from engine.casework.mend import mend_drift
from engine.casework.verify import verify_case
from engine.errors import Cancelled, MissingCaseError
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewCrop, NewFrame, Quality, SourceKind
from engine.imaging.box import Box
from engine.progress import Advanced, Event, FileFailed, Progress


@pytest.fixture
def footage(tmp_path: Path) -> list[Path]:
    """Write four originals."""
    (tmp_path / "footage").mkdir()
    paths = [tmp_path / "footage" / f"{number}.jpg" for number in range(1, 5)]
    for path in paths:
        path.write_bytes(path.name.encode() * 1000)
    return paths


@pytest.fixture
def folder(tmp_path: Path, footage: list[Path]) -> Path:
    """Make a case of the originals: imported, embedded, indexed, logged."""
    folder = tmp_path / "station.bolo"
    new_case(folder)
    quality = Quality(height_px=4, sharpness=1.0, truncated=0.0)
    crop = NewCrop(box=Box(1, 2, 3, 4), score=1.0, quality=quality, jpeg=b"picture")
    frames = [
        NewFrame(
            path=path,
            number=number,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            width_px=9,
            height_px=9,
            time_raw=None,
            time=None,
            crops=(crop,),
        )
        for number, path in enumerate(footage, start=1)
    ]
    with Gallery.open(folder) as gallery:
        ids = gallery.record_frames(gallery.add_source(footage[0].parent, SourceKind.FRAMES, "door"), frames)
        gallery.save_embeddings("a1", ids, np.eye(4, 8), np.eye(4, 3))
        gallery.index("a1")
        gallery.searchable("a1")
        gallery.log("search", {"shown": ids})
    return folder


def run_sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def test_a_whole_case_is_whole_and_stays_as_it_was(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.suffix in (".db", ".faiss", ".npy")}
    report = verify_case(folder, Progress())
    assert report.is_whole
    assert report.originals == 4
    assert report.audit is not None
    assert report.audit.entries == 2
    assert {path: path.read_bytes() for path in before} == before


def test_originals_that_changed_or_went_are_named(folder: Path, footage: list[Path]) -> None:
    footage[0].write_bytes(b"something else")
    footage[1].unlink()
    footage[2].unlink()
    footage[2].mkdir()  # can be opened by nobody as a file
    events: list[Event] = []
    report = verify_case(folder, Progress(events.append))
    assert report.changed == (footage[0],)
    assert report.missing == (footage[1],)
    assert report.unreadable == (footage[2],)
    assert not report.is_whole
    assert [event.path for event in events if isinstance(event, FileFailed)] == [str(path) for path in footage[:3]]
    assert [event.done for event in events if isinstance(event, Advanced)][-1] == 4


@pytest.mark.parametrize(
    ("file", "script", "find"),
    [
        ("crops.db", "DELETE FROM crop_jpeg WHERE crop_id = 3", lambda r: r.crops_without_picture == (3,)),
        (
            "case.db",
            "DROP TRIGGER audit_keeps_its_rows; UPDATE audit SET facts = '{}' WHERE id = 2",
            lambda r: r.audit.broken_at == 2,
        ),
        ("case.db", "UPDATE attribute_score SET logits = zeroblob(6)", lambda r: r.drifted == ("a1.columns.npy",)),
        (
            "case.db",
            "UPDATE embedding SET vector = (SELECT vector FROM embedding WHERE id = 1)",
            lambda r: r.drifted == ("a1.faiss",),
        ),
        ("case.db", "DELETE FROM frame WHERE id = 2", lambda r: "crop" in r.damage[0] and "frame" in r.damage[0]),
    ],
    ids=["picture", "audit", "columns", "index", "dangling"],
)
def test_tampering_is_found(folder: Path, file: str, script: str, find: Callable) -> None:
    run_sql(folder / file, script)
    report = verify_case(folder, Progress())
    assert find(report)
    assert not report.is_whole


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ("UPDATE attribute_score SET logits = zeroblob(6) WHERE embedding_id = 3", ("a1.columns.npy",)),
        ("UPDATE frame SET time = 1000 WHERE id = 3", ("a1.rows.npy",)),
        ("UPDATE embedding SET vector = (SELECT vector FROM embedding WHERE id = 1) WHERE id = 3", ("a1.faiss",)),
    ],
    ids=["columns", "rows", "index"],
)
def test_drift_is_mended_and_nothing_else_is_touched(folder: Path, script: str, names: tuple[str, ...]) -> None:
    run_sql(folder / "case.db", script)
    before = {path: path.read_bytes() for path in folder.glob("*.db")}

    report = mend_drift(folder, verify_case(folder, Progress()))

    assert (report.drifted, report.mended) == (names, names)
    assert verify_case(folder, Progress()).is_whole
    assert {path: path.read_bytes() for path in before} == before
    with Gallery.open(folder) as gallery:
        found = gallery.searchable("a1")
        stored = np.concatenate(list(gallery.stream_logits("a1")))
        assert found.column(0).tolist() == stored[:, 0].tolist()
        np.testing.assert_array_equal(found.times, next(gallery.stream_search_rows("a1"))["time"])
        np.testing.assert_array_equal(
            gallery.index("a1").vectors(found.crop_ids), next(gallery.stream_vectors("a1"))[1]
        )


def test_a_whole_case_needs_no_mending(folder: Path) -> None:
    report = verify_case(folder, Progress())
    assert mend_drift(folder, report) is report


def test_drift_in_a_case_that_cannot_be_written_is_told_and_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_sql(folder / "case.db", "UPDATE attribute_score SET logits = zeroblob(6)")
    report = verify_case(folder, Progress())
    before = (folder / "index" / "a1.columns.npy").read_bytes()
    monkeypatch.setattr("engine.gallery.gallery._may_write", lambda _path: False)
    assert mend_drift(folder, report) == report
    assert (report.drifted, report.mended) == (("a1.columns.npy",), ())
    assert (folder / "index" / "a1.columns.npy").read_bytes() == before


def test_damaged_pages_are_found_and_the_rest_is_still_checked(folder: Path, footage: list[Path]) -> None:
    footage[0].unlink()
    content = bytearray((folder / "crops.db").read_bytes())
    content[5000:] = b"\xa5" * (len(content) - 5000)
    (folder / "crops.db").write_bytes(content)
    report = verify_case(folder, Progress())
    assert report.damage
    assert all("crops.db" in sentence for sentence in report.damage)
    assert report.missing == (footage[0],)
    assert report.audit is not None


def test_lost_pictures_are_found(folder: Path) -> None:
    (folder / "crops.db").unlink()
    report = verify_case(folder, Progress())
    assert any("crops.db cannot be opened" in sentence for sentence in report.damage)


def test_an_index_that_is_only_behind_is_no_fault(folder: Path) -> None:
    run_sql(
        folder / "case.db", "DELETE FROM attribute_score WHERE embedding_id = 4; DELETE FROM embedding WHERE id = 4"
    )
    assert verify_case(folder, Progress()).is_whole


def test_it_can_be_cancelled(folder: Path) -> None:
    with pytest.raises(Cancelled):
        verify_case(folder, Progress(is_cancelled=lambda: True))


def test_where_no_case_is_there_is_nothing_to_verify(tmp_path: Path) -> None:
    with pytest.raises(MissingCaseError):
        verify_case(tmp_path / "missing.bolo", Progress())
