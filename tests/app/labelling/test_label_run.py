"""Forward along the queue, back along what was shown."""

from app.labelling.label_run import LabelRun


def run_of(*crops):
    run = LabelRun()
    run.refill(crops)
    return run


def test_it_begins_with_the_first():
    run = run_of(5, 3, 9)
    assert run.current == 5 and list(run.coming(5)) == [3, 9]


def test_it_goes_on_and_back_and_on_along_the_same_crops():
    run = run_of(5, 3, 9)
    assert run.go_on() and run.current == 3
    assert run.go_back() and run.current == 5 and not run.go_back()
    assert run.go_on() and run.go_on() and run.current == 9
    assert not run.go_on() and run.current is None
    assert run.go_back() and run.current == 9


def test_nobody_comes_twice():
    run = run_of(5, 3, 9)
    run.go_on()
    run.refill([5, 3, 9, 4])
    assert run.current == 3 and list(run.coming(9)) == [9, 4] and run.waiting == 2


def test_a_crop_that_is_chosen_comes_at_once_and_the_queue_goes_on_after_it():
    run = run_of(5, 3, 9)
    run.go_to(40)
    assert run.current == 40 and run.go_on() and run.current == 3
    run.go_to(5)
    assert run.current == 5 and run.go_on() and run.current == 40
    run.go_to(9)
    assert run.current == 9 and run.waiting == 0


def test_after_the_last_a_refill_goes_on():
    run = run_of(5)
    run.go_on()
    assert run.current is None
    run.refill([6])
    assert run.current == 6


def test_crops_put_first_come_now_one_after_the_other():
    run = run_of(5, 3, 9, 7)
    run.put_first([9, 40, 5])
    came = [run.current]
    while run.go_on():
        came.append(run.current)
    assert came == [9, 40, 3, 7]


def test_a_batch_is_taken_together():
    run = LabelRun()
    run.refill([5, 3, 9], starts=False)
    assert run.current is None
    assert run.take_batch(2) == [5, 3] and run.take_batch(2) == [9] and run.take_batch(2) == []
    assert run.seen == {5, 3, 9}
