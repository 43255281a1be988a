"""People who stay where they are, in frames between which a tracker lost them."""

import numpy as np
import pytest

from engine.errors import ShapeError
from engine.imaging.perceptual_hash import NEAR_BITS
from engine.tracking.alike import TrackedPictures, join_alike

RANDOM = np.random.default_rng(5)
ANN, BOB = RANDOM.integers(0, 2**63, (2, 2), dtype=np.uint64)
NOTHING = np.zeros(2, np.uint64)
HERE, NEAR, ELSEWHERE = (100, 50, 40, 100), (104, 52, 40, 100), (300, 50, 40, 100)


def changed(picture, bits):
    """Return the hash with so many bits turned."""
    turned = picture.copy()
    turned[0] ^= np.uint64(2**bits - 1)
    return turned


def frame(*people):
    """Return a frame of (track, picture, box)."""
    tracks, pictures, boxes = zip(*people, strict=True) if people else ((), (), ())
    return TrackedPictures(
        np.array(tracks, np.int64),
        np.array(pictures, np.uint64).reshape(-1, 2),
        np.array(boxes, np.float64).reshape(-1, 4),
    )


def joined(*frames):
    return [groups.tolist() for groups in join_alike(frames)]


def test_a_new_track_of_the_same_picture_at_the_same_place_goes_on_with_the_old():
    frames = [frame((1, ANN, HERE)), frame(), frame((2, changed(ANN, NEAR_BITS), NEAR)), frame((2, BOB, ELSEWHERE))]
    assert joined(*frames) == [[1], [], [1], [1]]


def test_another_picture_or_another_place_is_somebody_else():
    assert joined(frame((1, ANN, HERE)), frame((2, changed(ANN, NEAR_BITS + 1), HERE))) == [[1], [2]]
    assert joined(frame((1, ANN, HERE)), frame((2, ANN, ELSEWHERE))) == [[1], [2]]


def test_doubted_boxes_of_one_thing_share_a_group_and_single_ones_have_their_own():
    frames = [frame((0, ANN, HERE), (0, BOB, ELSEWHERE)), frame((0, ANN, HERE)), frame((0, ANN, HERE))]
    assert joined(*frames) == [[-1, -2], [-1], [-1]]


def test_a_doubted_box_goes_on_with_a_track():
    assert joined(frame((7, ANN, HERE)), frame((0, ANN, NEAR)), frame((7, ANN, HERE))) == [[7], [7], [7]]


def test_a_frame_has_a_group_once_and_the_likest_joins():
    frames = [frame((1, ANN, HERE)), frame((2, changed(ANN, 5), HERE), (3, changed(ANN, 2), NEAR))]
    assert joined(*frames) == [[1], [2, 1]]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_track_that_comes_back_beside_the_one_that_joined_it_keeps_its_number(order):
    both = [(1, ANN, ELSEWHERE), (2, ANN, HERE)]
    frames = [frame((1, ANN, HERE)), frame((2, ANN, HERE)), frame(*(both[place] for place in order))]
    assert joined(*frames) == [[1], [1], [both[place][0] for place in order]]


def test_who_was_last_seen_thirty_frames_ago_is_joined_and_later_nobody():
    assert joined(frame((1, ANN, HERE)), *[frame()] * 29, frame((2, ANN, HERE)))[-1] == [1]
    assert joined(frame((1, ANN, HERE)), *[frame()] * 30, frame((2, ANN, HERE)))[-1] == [2]


def test_pictures_that_show_nothing_are_like_none():
    assert joined(frame((0, NOTHING, HERE)), frame((0, NOTHING, HERE))) == [[-1], [-2]]


def test_ready_pictures_have_no_place():
    pictures = [TrackedPictures(np.zeros(1, np.int64), picture[None], None) for picture in (ANN, BOB, ANN, ANN)]
    assert joined(*pictures) == [[-1], [-2], [-1], [-1]]


def test_a_slow_reference_gives_the_same_groups():
    """Fifty frames of eight doubted boxes at four places, with pictures that differ in few bits."""
    places = [(100 * place, 0, 40, 100) for place in range(4)]
    frames = []
    for _ in range(50):
        count = int(RANDOM.integers(0, 9))
        frames.append(
            frame(*((0, changed(ANN, int(RANDOM.integers(0, 40))), places[RANDOM.integers(4)]) for _ in range(count)))
        )
    assert joined(*frames) == slow_groups(frames)


def slow_groups(frames):
    lasts, begun, found = {}, 0, []
    for number, people in enumerate(frames):
        groups = [0] * len(people.tracks)
        pairs = []
        for place in range(len(groups)):
            for column, (group, (seen, picture, box)) in enumerate(lasts.items()):
                bits = int(np.bitwise_count(people.hashes[place] ^ picture).sum())
                if number - seen <= 30 and bits <= NEAR_BITS and box == people.boxes[place].tolist():
                    pairs.append((bits, place, column, group))
        for _, place, _, group in sorted(pairs):
            if not groups[place] and group not in groups:
                groups[place] = group
        for place in range(len(groups)):
            if not groups[place]:
                begun += 1
                groups[place] = -begun
            lasts[groups[place]] = (number, people.hashes[place], people.boxes[place].tolist())
        found.append(groups)
    return found


def test_hashes_must_be_as_many_as_people():
    with pytest.raises(ShapeError, match="2 tracks need as many"):
        TrackedPictures(np.zeros(2, np.int64), np.zeros((1, 2), np.uint64), None)
