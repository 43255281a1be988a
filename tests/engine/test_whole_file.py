"""What comes into place whole."""

import errno
import os
import time
from pathlib import Path

import pytest

from engine.whole_file import removed_whole, sweep, whole_file


def test_what_fails_half_way_leaves_what_was_there_and_no_draft(tmp_path):
    path = tmp_path / "kept.json"
    path.write_text("before")
    with pytest.raises(RuntimeError), whole_file(path) as draft:
        draft.write_text("half")
        raise RuntimeError
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file_that_was_wanted_and_not_its_draft(tmp_path):
    path = tmp_path / "missing" / "kept.json"
    with pytest.raises(OSError) as failed, whole_file(path) as draft:
        draft.write_text("nowhere")
    assert (failed.value.errno, Path(failed.value.filename)) == (errno.ENOENT, path)


def folder_in(root, name):
    made = root / name
    made.mkdir()
    (made / "inner").write_text("kept")
    return made


def test_a_folder_is_removed_with_what_the_block_does_or_not_at_all(tmp_path):
    folder = folder_in(tmp_path, "gate-1")
    with pytest.raises(RuntimeError), removed_whole(folder):
        assert not folder.exists()
        raise RuntimeError
    assert (folder / "inner").read_text() == "kept"
    with removed_whole(folder):
        pass
    assert list(tmp_path.iterdir()) == []


def test_what_was_left_half_removed_is_swept_at_once_and_a_draft_the_day_after(tmp_path):
    whole, draft = folder_in(tmp_path, "gate-1"), folder_in(tmp_path, ".gate-2.7.making")
    folder_in(tmp_path, ".gate-1.7.removed")
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == [draft, whole]
    yesterday = time.time() - 90_000
    os.utime(draft, (yesterday, yesterday))
    os.utime(whole, (yesterday, yesterday))
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [whole]
