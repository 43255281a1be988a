"""A derived file and the stamp it was made at come into place together."""

from pathlib import Path

import numpy as np
import pytest

from engine.gallery.catalog.embeddings import EmbeddingStamp
from engine.gallery.stamped_file import read_stamp, write_stamped

STAMP = EmbeddingStamp(7, 19)


def test_the_stamp_comes_back_and_the_content_reads_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "index" / "x.npy"

    def write(draft: Path) -> None:
        with draft.open("wb") as file:
            np.save(file, np.arange(5))

    assert write_stamped(path, write, STAMP)
    assert read_stamp(path) == STAMP
    assert np.load(path, mmap_mode="r").tolist() == [0, 1, 2, 3, 4]
    assert [entry.name for entry in path.parent.iterdir()] == ["x.npy"]


@pytest.mark.parametrize("keep", [0, 10, -1, -20])
def test_a_file_cut_short_has_no_stamp(tmp_path: Path, keep: int) -> None:
    path = tmp_path / "x"
    write_stamped(path, lambda draft: draft.write_bytes(bytes(range(200))), STAMP)
    path.write_bytes(path.read_bytes()[:keep])
    assert read_stamp(path) is None


def test_a_file_that_is_missing_or_not_ours_has_no_stamp(tmp_path: Path) -> None:
    assert read_stamp(tmp_path / "missing") is None
    (tmp_path / "other").write_bytes(bytes(1000))
    assert read_stamp(tmp_path / "other") is None


def test_what_cannot_be_written_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_stamped(path, lambda draft: draft.write_bytes(b"old"), STAMP)

    def fail(draft: Path) -> None:
        draft.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    assert not write_stamped(path, fail, EmbeddingStamp(8, 20))
    assert read_stamp(path) == STAMP
    assert [entry.name for entry in tmp_path.iterdir()] == ["x"]
