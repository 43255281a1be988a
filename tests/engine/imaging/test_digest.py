import hashlib
import os

import pytest

from engine.errors import FileError, MissingPathError
from engine.imaging.digest import sha256_of


def test_the_digest_is_that_of_the_content(tmp_path):
    data = bytes(range(256)) * 5000
    (tmp_path / "a").write_bytes(data)
    assert sha256_of(tmp_path / "a") == hashlib.sha256(data).hexdigest()


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    with pytest.raises(MissingPathError):
        sha256_of(tmp_path / "gone")
    with pytest.raises(FileError, match="cannot be read"):
        sha256_of(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no name on this system")
def test_a_path_that_has_become_a_pipe_is_told_at_once(tmp_path):
    os.mkfifo(tmp_path / "frame.jpg")
    with pytest.raises(FileError, match="pipe or device"):
        sha256_of(tmp_path / "frame.jpg")
