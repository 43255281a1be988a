"""The heartbeat tells what events had to wait, and is no part of what grows while it beats."""

import time
import tracemalloc

from PySide6.QtCore import QTimer

from app.heartbeat import INTERVAL_MS, Heartbeat, Lengths

BEATS = 20_000  # of two minutes


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


def test_a_heartbeat_takes_no_more_memory_the_longer_it_beats(qapp):
    heart = Heartbeat()
    heart.start()
    beat = heart.findChild(QTimer).timeout.emit
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(BEATS):
            beat()
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert heart.stop().beats == BEATS
    assert grown < BEATS  # bytes; a number kept of every beat takes forty times as much


def test_lengths_are_told_to_a_tenth_of_a_millisecond_and_never_too_short():
    lengths = Lengths()
    for tenths in range(1000, 0, -1):
        lengths.add(tenths / 10 - 0.01)
    assert lengths.count == 1000 and lengths.longest_ms == 100.0
    assert lengths.reached_by(0.5) == 50.0 and lengths.reached_by(0.99) == 99.0
    assert lengths.count_over(50) == 500
    lengths.add(50.02)
    assert lengths.count_over(50) == 501
