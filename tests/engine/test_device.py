import mmap
import sys

import pytest

from engine.device import peak_memory_mb, resident_memory_mb


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell")
def test_the_peak_is_no_less_than_a_large_block():
    block = bytes(64 * 1024 * 1024)
    assert peak_memory_mb() > len(block) / 1024 / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_what_is_held_grows_with_a_block_and_shrinks_without_it():
    before = resident_memory_mb()
    with mmap.mmap(-1, 64 * 1024 * 1024) as block:  # its own pages: an array may get what another left in the heap
        block.write(bytes([1]) * len(block))
        with_block = resident_memory_mb()
    assert with_block > before + 60
    assert resident_memory_mb() < with_block - 60
