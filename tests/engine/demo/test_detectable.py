"""The detector that needs no weights finds the people drawn: a fresh machine without internet has no other."""

import pytest

from engine.demo.footage import demo_walks
from engine.demo.scene import Scene
from engine.demo.sites import SITES
from engine.detection.hog import HogDetector
from engine.evaluation.detection_figures import count_pairs

MIDDLE_S = 8.0


@pytest.fixture(scope="module")
def frames():
    """Return a frame of each camera and the boxes of those who are clearly seen in it."""
    drawn = [Scene(site, demo_walks()[site.name]).draw(MIDDLE_S) for site in SITES]
    return [(frame.pixels, [seen.box for seen in frame.people if seen.visible >= 0.8]) for frame in drawn]


def test_hog_finds_most_people_who_are_clearly_seen(frames):
    detector = HogDetector()
    found = sum(count_pairs([person.box for person in detector.detect(pixels)], boxes) for pixels, boxes in frames)
    people = sum(len(boxes) for _, boxes in frames)
    assert people >= 16
    assert found / people >= 0.6


def test_people_are_large_enough_to_be_found(frames):
    heights = [box.h for _, boxes in frames for box in boxes]
    assert sum(height >= 110 for height in heights) >= 0.85 * len(heights)
