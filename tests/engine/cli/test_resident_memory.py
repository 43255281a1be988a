"""What this process holds in memory."""

import mmap
import sys

import pytest

from engine.cli.resident_memory import forget_files, mapped_bytes, resident_bytes

PAGES = 256


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of single mappings")
def test_a_mapped_file_counts_as_far_as_it_was_read(tmp_path):
    path = tmp_path / "mapped.bin"
    path.write_bytes(bytes(PAGES * mmap.PAGESIZE))
    assert mapped_bytes("mapped.bin") == 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert mapped[:: mmap.PAGESIZE] == bytes(PAGES)
        assert mapped_bytes("mapped.bin") == PAGES * mmap.PAGESIZE
        assert resident_bytes() > PAGES * mmap.PAGESIZE


def test_a_forgotten_file_is_still_there(tmp_path):
    path = tmp_path / "kept.bin"
    path.write_bytes(b"kept")
    forget_files([path])
    assert path.read_bytes() == b"kept"
