"""What comes into place whole."""

import errno
from pathlib import Path

import pytest

from engine.whole_file import whole_file


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
