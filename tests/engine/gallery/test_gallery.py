"""Cases are made whole, opened with care, and read where they cannot be written."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import CaseError, CaseExistsError, MissingCaseError, ReadOnlyCaseError
from engine.gallery.catalog import layout as layouts
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, NewFrame, SourceId

UnitVectors = Callable[..., np.ndarray]


def test_a_case_opens_as_it_was_made(folder: Path) -> None:
    with Gallery.create(folder) as gallery:
        assert gallery.folder == folder
    with Gallery.open(folder) as gallery:
        assert gallery.info().name == "station"
        assert gallery.counts().crops == 0
        assert gallery.counts().embedded == {}
    assert sorted(entry.name for entry in folder.iterdir()) == ["case.db", "crops.db"]


def test_a_case_may_be_made_in_an_empty_folder_and_below_folders_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "a" / "b" / "c.bolo"):
        Gallery.create(folder).close()
        assert (folder / "case.db").is_file()


def test_nothing_is_overwritten(gallery: Gallery, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine")
    for path in (folder, tmp_path / "file", tmp_path / "full"):
        with pytest.raises(CaseExistsError, match="something here already"):
            Gallery.create(path)
    assert (tmp_path / "full" / "file").read_text() == "mine"


def test_making_a_case_that_fails_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, layout: layouts.Layout) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(layouts, "make_database", fail)
    with pytest.raises(CaseError, match="No space left on device"):
        Gallery.create(folder)
    assert list(folder.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["missing.bolo", "empty", "file"])
def test_a_path_without_a_case_gives_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("no case")
    for read_only in (False, True):
        with pytest.raises(MissingCaseError, match="no case here; check the path"):
            Gallery.open(tmp_path / name, read_only=read_only)
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_case_that_sqlite_cannot_make_is_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_the_disk(db: object) -> None:
        db.execute("PRAGMA max_page_count = 8")
        db.execute("CREATE TABLE large (x)")
        db.execute("INSERT INTO large VALUES (zeroblob(100000))")

    monkeypatch.setattr(layouts, "CASE", replace(layouts.CASE, steps=(("m001", fill_the_disk),)))
    with pytest.raises(CaseError, match="database or disk is full"):
        Gallery.create(folder)
    assert list(folder.parent.iterdir()) == []


def test_a_copied_case_opens_elsewhere(gallery: Gallery, crop_ids: list[CropId], tmp_path: Path) -> None:
    gallery.close()
    shutil.copytree(gallery.folder, tmp_path / "copy with ? and # in its name.bolo")
    with Gallery.open(tmp_path / "copy with ? and # in its name.bolo") as copy:
        assert [crop.id for crop in copy.crops()] == crop_ids
        assert copy.crop_jpeg(crop_ids[0]) == b"frame 1, crop 0"


class TestWhereNothingCanBeWritten:
    @pytest.fixture
    def locked(
        self,
        gallery: Gallery,
        crop_ids: list[CropId],
        unit_vectors: UnitVectors,
        read_only_folder: Callable[[Path], Path],
    ) -> Path:
        gallery.save_embeddings("a1", crop_ids, unit_vectors(10), np.zeros((10, 3)))
        gallery.index("a1")
        gallery.close()
        return read_only_folder(gallery.folder)

    def test_a_case_is_not_opened_for_writing(self, locked: Path) -> None:
        with pytest.raises(ReadOnlyCaseError, match="open it read-only, or copy it"):
            Gallery.open(locked)

    def test_a_case_is_read_in_all_its_parts(self, locked: Path, unit_vectors: UnitVectors) -> None:
        before = sorted(path.name for path in locked.rglob("*"))
        with Gallery.open(locked, read_only=True) as gallery:
            assert gallery.counts().crops == 10
            assert gallery.crop_jpeg(CropId(1)) == b"frame 1, crop 0"
            found = gallery.searchable("a1")  # its columns were not yet on disk
            assert found.columns.shape == (3, 10)
            assert found.index.search(unit_vectors(10)[3:4], 1)[1].tolist() == [[4]]
            assert gallery.verify_audit().is_whole
            with pytest.raises(ReadOnlyCaseError, match="opened read-only"):
                gallery.record_failure(Path("x"), "y")
        assert sorted(path.name for path in locked.rglob("*")) == before

    def test_a_case_is_not_made(self, locked: Path) -> None:
        with pytest.raises(ReadOnlyCaseError, match="choose a folder that you may write"):
            Gallery.create(locked / "new.bolo")


def test_changes_that_still_stand_in_the_log_are_never_hidden(
    gallery: Gallery, crop_ids: list[CropId], read_only_folder: Callable[[Path], Path], tmp_path: Path
) -> None:
    # As after a kill: the log holds the crops, and the shared memory is gone.
    copy = tmp_path / "copy.bolo"
    copy.mkdir()
    for name in ("case.db", "case.db-wal", "crops.db"):
        shutil.copy(gallery.folder / name, copy / name)
    locked = read_only_folder(copy)
    with pytest.raises(ReadOnlyCaseError, match=r"last changes still stand in case\.db-wal; copy"):
        Gallery.open(locked, read_only=True)


def test_a_case_left_by_a_kill_is_read_where_it_may_be_written(
    gallery: Gallery, crop_ids: list[CropId], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.bolo"
    copy.mkdir()
    for name in ("case.db", "case.db-wal", "crops.db", "crops.db-wal"):
        shutil.copy(gallery.folder / name, copy / name)
    with Gallery.open(copy, read_only=True) as reader:
        assert reader.crop_ids() == crop_ids
        assert reader.crop_jpeg(crop_ids[0]) == b"frame 1, crop 0"


def test_opening_a_case_loads_neither_faiss_nor_sqlite_utils(folder: Path, root: Path) -> None:
    Gallery.create(folder).close()
    script = f"""
import sys
from pathlib import Path
from engine.gallery.gallery import Gallery
with Gallery.open(Path({str(folder)!r})) as gallery:
    gallery.counts(), gallery.searchable("a1")
heavy = {{"torch", "cv2", "faiss", "sqlite_utils", "filelock", "PySide6"}} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=root, timeout=60)


def test_recording_takes_back_everything_when_the_pictures_cannot_be_kept(
    gallery: Gallery, source: SourceId, make_frame: Callable[..., NewFrame]
) -> None:
    first = gallery.record_frames(source, [make_frame(1)])
    pages = gallery.crop_store._database.value("PRAGMA page_count")
    gallery.crop_store._database.rows(f"PRAGMA max_page_count = {pages}")
    large = [make_frame(number, path=Path(f"/footage/{number}" + "x" * 100)) for number in range(2, 400)]
    with pytest.raises(CaseError, match="disk is full"):
        gallery.record_frames(source, large)
    assert gallery.counts().frames == 1
    gallery.crop_store._database.rows("PRAGMA max_page_count = 100000")
    ids = gallery.record_frames(source, large)
    assert gallery.crop_ids() == [*first, *ids]
    assert gallery.crop_store.ids() == {*first, *ids}
    assert gallery.crop_jpeg(ids[-1]) == b"frame 399, crop 1"
