"""What comes at once is done one by one, and the window's other events come in between."""

import threading

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from app.turns import Relay, Turns


def test_one_thing_is_done_in_a_turn_and_in_the_order_given(qtbot):
    done, turns = [], Turns()
    beat = QTimer(interval=0)
    beat.timeout.connect(lambda: done.append("beat"))
    beat.start()
    for name in ("a", "b", "c"):
        turns.do(lambda name=name: done.append(name))
    assert done == []  # nothing at once
    qtbot.waitUntil(lambda: "c" in done)
    beat.stop()
    assert [name for name in done if name != "beat"] == ["a", "b", "c"]
    assert "beat" in done[done.index("a") : done.index("b")] and "beat" in done[done.index("b") : done.index("c")]


def test_what_is_done_may_ask_for_more_and_an_error_stops_nobody(qtbot):
    done, turns = [], Turns()

    def fail():
        turns.do(lambda: done.append("asked for by it"))
        raise ValueError("broken")

    turns.do(fail)
    turns.do(lambda: done.append("after it"))
    with qtbot.captureExceptions() as errors:
        qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["after it", "asked for by it"] and len(errors) == 1


def test_nothing_that_waits_is_done_once_it_is_cleared(qtbot):
    done, turns = [], Turns()
    turns.do(lambda: done.append("old"))
    turns.clear()
    turns.do(lambda: done.append("new"))
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(20)
    assert done == ["new"]


def test_a_mapping_is_emptied_bit_by_bit(qtbot):
    turns, things = Turns(), dict.fromkeys(range(7))
    left = []
    turns.let_go(things, at_once=3)
    turns.do(lambda: left.append(len(things)))
    assert len(things) == 7
    sizes = set()
    watch = QTimer(interval=0)
    watch.timeout.connect(lambda: sizes.add(len(things)))
    watch.start()
    qtbot.waitUntil(lambda: bool(left))
    watch.stop()
    assert left == [0] and {4, 1} <= sizes


class Teller(QObject):
    told = Signal(int, object)
    ended = Signal()


def test_what_another_thread_tells_is_passed_on_in_the_windows_thread(qtbot):
    turns, parent, teller, taken = Turns(), QObject(), Teller(), []
    teller.told.connect(Relay(turns, lambda *told: taken.append((*told, threading.current_thread())), parent).pass_on)
    loop = QEventLoop()
    teller.ended.connect(Relay(turns, loop.quit, parent).pass_on)
    other = threading.Thread(target=lambda: (teller.told.emit(1, "x"), teller.told.emit(2, None), teller.ended.emit()))
    other.start()
    loop.exec()
    other.join()
    window = threading.main_thread()
    assert taken == [(1, "x", window), (2, None, window)]
