import random

import pytest

from engine.jobs.import_meter import LINKING_S_A_CROP, MOST_MARKS, ImportMeter, Pace, Work
from engine.progress import Progress

FRAMES = 2000


class Clock:
    """Stands still unless told otherwise."""

    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


def steady(_number):
    return 0.05


def in_batches(number):
    """Every 16th frame waits for a transaction, every 10th for a batch to be embedded."""
    return 0.03 + (0.1 if number % 16 == 0 else 0) + (0.5 if number % 10 == 0 else 0)


def slow_at_first(number):
    return 0.05 if number > 60 else 0.5


def crowded_by_and_by(number):
    """Frames in which people come and go take between one and two times as long."""
    return 0.05 * (1.5 + 0.5 * (-1) ** (number // 97)) * random.Random(number).uniform(0.5, 1.5)


def errors_of(told, cost, begin=0):
    """Return by how much each estimate between a tenth and nine tenths of the work was off, as a share."""
    lefts = {number: sum(map(cost, range(number + 1, FRAMES + 1))) for number, _ in told}
    span = FRAMES - begin
    return [
        abs(seconds_left - lefts[number]) / lefts[number]
        for number, seconds_left in told
        if begin + span / 10 <= number <= begin + 0.9 * span
    ]


def run(meter, clock, events, cost, numbers):
    told = []
    for number in numbers:
        clock.seconds += cost(number)
        before = len(events)
        meter.take(1)
        told += [(number, event.seconds_left) for event in events[before:]]
    return told


@pytest.mark.parametrize("cost", [steady, in_batches, slow_at_first, crowded_by_and_by])
def test_after_the_first_tenth_the_time_left_is_within_a_fifth(cost):
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), FRAMES, clock)
    meter.begin("Importing", FRAMES, known=0, planned=FRAMES)
    told = run(meter, clock, events, cost, range(1, FRAMES + 1))
    errors = errors_of(told, cost)
    assert len(errors) > 400
    assert max(errors) <= 0.2


def test_frames_that_are_there_already_do_not_make_it_look_fast():
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), FRAMES - 1200, clock)
    meter.begin("Importing", FRAMES, known=1200, planned=FRAMES - 1200)
    meter.skip(1200)
    told = run(meter, clock, events, in_batches, range(1201, FRAMES + 1))
    assert max(errors_of(told, in_batches, begin=1200)) <= 0.2


def test_frames_that_run_ahead_of_the_embedding_are_not_done():
    """Detecting takes 0.05 s a frame and may be 60 frames ahead of embedding, which takes ten at a time, 0.1 s each."""
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), 800, clock)
    meter.begin("Importing", 800, known=0, planned=800)
    told, ahead = [], 0
    for number in range(1, 801):
        if ahead == 60:
            clock.seconds += 1.0
            ahead -= 10
        clock.seconds += 0.05
        ahead += 1
        before = len(events)
        meter.take(1, Work(crops=number, embedded=number - ahead, crop_cost=2.0))
        told += [(clock.seconds, event.seconds_left) for event in events[before:]]
    end, total = clock.seconds + 0.1 * ahead, 800 * 0.15
    errors = [
        abs(left - (end - at)) / (end - at) for at, left in told if 0.1 * total <= total - (end - at) <= 0.9 * total
    ]
    assert len(errors) > 300
    assert max(errors) <= 0.1


def test_a_crowd_in_the_beginning_is_not_expected_for_ever_nor_forgotten():
    """Half of the work is embedding; a frame has 8 people for a while, then 4, then 8 and so on."""
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), FRAMES, clock)
    meter.begin("Importing", FRAMES, known=0, planned=FRAMES)
    people = [8 if number // 250 % 2 else 4 for number in range(FRAMES)]
    crops, told = 0, []
    for found in people:
        crops += found
        clock.seconds += 0.06 + 0.01 * found
        before = len(events)
        meter.take(1, Work(crops=crops, embedded=crops, crop_cost=1 / 6))
        told += [(clock.seconds, event.seconds_left) for event in events[before:]]
    errors = [
        abs(left - (clock.seconds - at)) / (clock.seconds - at) for at, left in told[FRAMES // 10 : -FRAMES // 10]
    ]
    assert len(errors) > 1000
    assert max(errors) <= 0.2


def test_frames_that_are_looked_at_ahead_are_not_left():
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), 100, clock)
    meter.begin("Importing", 100, known=0, planned=100)
    clock.seconds += 6
    meter.take(2, Work(ahead=4))
    assert events[-1].seconds_left == pytest.approx(94)


def test_linking_at_the_end_of_a_source_is_foreseen():
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), 1000, clock)
    meter.begin("Importing", 1000, known=0, planned=1000)
    clock.seconds += 500
    meter.take(500, Work(crops=5000, embedded=5000))
    assert events[-1].seconds_left == pytest.approx(500 + 10_000 * LINKING_S_A_CROP)


def test_sources_whose_turn_has_not_come_count():
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), 300, clock)
    meter.begin("Importing a", 100, known=0, planned=100)
    for _ in range(50):
        clock.seconds += 1
        meter.take(1)
    assert events[-1].seconds_left == pytest.approx(250)
    for _ in range(50):
        clock.seconds += 1
        meter.take(1)
    meter.begin("Importing b", 200, known=0, planned=200)
    assert (events[-1].stage, events[-1].done, events[-1].total) == ("Importing b", 0, 200)
    assert events[-1].seconds_left == pytest.approx(200)


def test_nothing_is_promised_before_anything_is_known():
    events = []
    meter = ImportMeter(Progress(events.append), 0, Clock())
    meter.begin("Importing", 10, known=0, planned=0)
    meter.begin("Importing another", None, known=0, planned=0)
    assert [event.seconds_left for event in events] == [None, None]


def test_telling_is_thinned_and_the_end_is_told():
    clock, events = Clock(), []
    meter = ImportMeter(Progress(events.append), 1000, clock)
    meter.begin("Importing", 1000, known=0, planned=1000)
    for _ in range(1000):
        clock.seconds += 0.001
        meter.take(1)
    meter.finish()
    assert len(events) <= 12
    assert events[-1].done == 1000


def test_a_long_way_is_remembered_in_little():
    clock = Clock()
    pace = Pace(clock)
    for number in range(1, 100_001):
        clock.seconds += 0.01
        pace.reach(number)
    assert len(pace._marks) <= MOST_MARKS + 1
    assert pace.rate() == pytest.approx(100)
