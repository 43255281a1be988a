"""What is freed stays with the process where that was asked, and goes back where that is."""

import subprocess
import sys

import pytest

KEEPING = """
import sys
import numpy as np
from engine.allocator import keep_freed_memory, trim_memory
from engine.device import resident_memory_mb

if sys.argv[1].startswith("keep"):
    keep_freed_memory()
before = resident_memory_mb()
blocks = [np.ones(1 << 20, np.uint8) for _ in range(100)]
last = np.ones(1 << 20, np.uint8)  # without it the heap would end in what is freed
del blocks
if sys.argv[1].endswith("trim"):
    trim_memory()
print(round(resident_memory_mb() - before))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the allocator is asked on Linux alone")
@pytest.mark.parametrize(
    ("wanted", "least", "most"), [("keep", 90, 110), ("give back", 0, 20), ("keep and trim", 0, 20)]
)
def test_what_is_freed_stays_where_that_was_asked(wanted, least, most):
    found = subprocess.run([sys.executable, "-c", KEEPING, wanted], check=True, capture_output=True, text=True)
    assert least <= int(found.stdout) <= most
