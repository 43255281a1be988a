"""The window is used by a script from its first search to its last, and says what it cost."""

import json
import subprocess
import sys
import time

from app.heartbeat import INTERVAL_MS, Heartbeat


def test_a_heartbeat_tells_how_long_events_had_to_wait(qtbot):
    heart = Heartbeat()
    heart.start()
    qtbot.wait(20 * INTERVAL_MS)
    heart.doing = "sleeping"
    time.sleep(0.12)
    qtbot.wait(20 * INTERVAL_MS)
    pulse = heart.stop()
    assert pulse.longest_ms > 100 and pulse.over_50_ms >= 1 and pulse.beats > 5
    assert pulse.p50_ms < 50 and pulse.own_longest_ms < pulse.longest_ms - 50  # sleeping is not computing


def test_the_script_comes_to_its_end_on_a_small_case(small_case):
    command = [sys.executable, "-m", "app.scripted_use", str(small_case), "--minutes", "0.02"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["results"] == 24 and figures["ticks"] >= 1 and figures["beats"] > 10
    assert figures["tick_to_tiles_ms"] > 0 and len(figures["memory_mib"]) >= 2
