"""The pages on screens whose pixels are finer: what fits at 100 % fits at 150 % and 200 %."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LANGUAGE = "de"  # its texts are the longer ones


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_every_page_fits(scale, root):
    tests = Path(__file__).with_name("test_texts_fit.py")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", LANGUAGE, str(tests)]
    environment = {**os.environ, "QT_SCALE_FACTOR": scale}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=400)
    assert done.returncode == 0, done.stdout[-4000:]
