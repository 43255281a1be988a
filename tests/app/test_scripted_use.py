"""The window is used by a script from its first search to its last, and says what it cost."""

import json
import subprocess
import sys


def test_the_script_comes_to_its_end_on_a_small_case(small_case):
    command = [sys.executable, "-m", "app.scripted_use", str(small_case), "--minutes", "0.02"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["results"] == 24 and figures["ticks"] >= 1 and figures["beats"] > 10
    assert figures["tick_to_tiles_ms"] > 0 and len(figures["memory_mib"]) >= 2
