import pytest

from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import CameraWish, DetectionSettings, LeftOut, settings_for
from engine.errors import ConfigError
from engine.imaging.box import Box

FRAME = (200, 100)  # width, height
LEFT_HALF = IgnoreZone.from_text("0,0 0.5,0 0.5,1 0,1")
LOWER_HALF = IgnoreZone.from_text("0,0.5 1,0.5 1,1 0,1")


def reason(box, score=0.9, **settings):
    return DetectionSettings(**settings).reason_against(box, score, FRAME, usual_score=0.5)


def test_who_is_less_sure_than_usual_is_left_out_unless_another_score_was_said():
    box = Box(10, 10, 10, 30)
    assert reason(box, 0.5) is None
    assert reason(box, 0.49) is LeftOut.UNSURE
    assert reason(box, 0.2, min_score=0.2) is None
    assert reason(box, 0.6, min_score=0.7) is LeftOut.UNSURE


def test_who_is_lower_than_the_minimum_is_left_out():
    assert reason(Box(10, 10, 10, 29.9), min_height_px=30) is LeftOut.TOO_LOW
    assert reason(Box(10, 10, 10, 30), min_height_px=30) is None


def test_the_feet_decide_whether_somebody_stands_in_a_zone():
    standing_right = Box(85, 10, 40, 30)  # its left part lies over the zone, its feet do not
    assert reason(standing_right, zones=(LEFT_HALF,)) is None
    assert reason(Box(75, 10, 40, 30), zones=(LEFT_HALF,)) is LeftOut.IGNORED
    assert reason(Box(10, 10, 20, 30), zones=(LOWER_HALF,)) is None
    assert reason(Box(10, 30, 20, 30), zones=(LOWER_HALF,)) is LeftOut.IGNORED
    assert reason(Box(150, 60, 20, 40), zones=(LEFT_HALF, LOWER_HALF)) is LeftOut.IGNORED  # cut off by the frame


def test_settings_are_read_as_they_are_written():
    settings = DetectionSettings(min_score=0.25, min_height_px=40, zones=(LEFT_HALF, LOWER_HALF))
    assert DetectionSettings.from_json(settings.to_json()) == settings
    assert DetectionSettings.from_json(DetectionSettings().to_json()) == DetectionSettings()
    assert settings.in_words() == "height from 40 px, score from 0.25, ignored zones: 2"


@pytest.mark.parametrize("wrong", [{"min_score": -0.1}, {"min_score": float("nan")}, {"min_height_px": -1}])
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(ConfigError, match="must be"):
        DetectionSettings(**wrong)
    with pytest.raises(ConfigError, match="must be"):
        CameraWish(**wrong)


def test_what_is_said_of_a_camera_goes_before_what_is_said_of_all_and_zones_add_up():
    wishes = (
        CameraWish(camera="gate", min_height_px=80),
        CameraWish(min_height_px=40),
        CameraWish(min_score=0.4),
        CameraWish(camera="gate", zone=LEFT_HALF),
        CameraWish(zone=LOWER_HALF),
        CameraWish(camera="door", min_score=0.1),
    )
    gate = settings_for({"gate"}, wishes)
    assert (gate.min_height_px, gate.min_score, set(gate.zones)) == (80, 0.4, {LEFT_HALF, LOWER_HALF})
    assert settings_for({"door"}, wishes) == DetectionSettings(min_height_px=40, min_score=0.1, zones=(LOWER_HALF,))


def test_of_a_camera_that_nothing_is_said_of_there_are_no_settings():
    assert settings_for({"gate"}, ()) is None
    assert settings_for({"gate"}, (CameraWish(camera="door", min_score=0.1),)) is None
