from app.footage.preview_words import say_chosen, say_found, say_gaps
from app.footage.previewed_people import CameraSettings, SeenPeople, count_judged, judged
from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import DetectionSettings, LeftOut

LEFT_HALF = IgnoreZone.from_text("0,0 0.5,0 0.5,1 0,1")


def test_who_is_taken_follows_from_the_settings_of_the_frames_camera(seen):
    settings = CameraSettings().with_camera("gate", DetectionSettings(min_height_px=40, zones=(LEFT_HALF,)))
    gate, door = seen.frames[0], seen.frames[2]
    assert [reason for _, reason in judged(gate, settings.of("gate"), seen.usual_score)] == [
        LeftOut.IGNORED,
        LeftOut.TOO_LOW,
        LeftOut.UNSURE,
    ]
    assert [reason for _, reason in judged(door, settings.of("door"), seen.usual_score)] == [None, None, LeftOut.UNSURE]
    assert count_judged(seen, settings) == {
        None: 2,
        LeftOut.IGNORED: 2,
        LeftOut.TOO_LOW: 2,
        LeftOut.UNSURE: 3,
    }
    assert say_found(seen, settings) == (
        "2 people in 3 frames would be taken, found by YOLOX. Left out: 2 too low, 2 in ignored zones, 3 too unsure."
    )


def test_a_lower_score_takes_the_unsure_too(seen):
    settings = CameraSettings().with_camera("door", DetectionSettings(min_score=0.1))
    assert count_judged(seen, settings) == {None: 7, LeftOut.UNSURE: 2}


def test_zones_are_added_and_removed_camera_by_camera():
    other = IgnoreZone.from_text("0,0 1,0 1,1")
    settings = CameraSettings().with_zone("gate", LEFT_HALF).with_zone("gate", other).with_zone("door", other)
    assert settings.without_zone("gate", 0).of("gate").zones == (other,)
    assert settings.without_zone("gate", 0).of("door").zones == (other,)


def test_height_and_score_can_hold_for_all_cameras_while_zones_stay():
    settings = CameraSettings().with_zone("door", LEFT_HALF)
    settings = settings.with_camera("gate", DetectionSettings(min_height_px=40, min_score=0.5))
    everywhere = settings.with_everywhere("gate", ("gate", "door"))
    assert everywhere.of("door") == DetectionSettings(min_height_px=40, min_score=0.5, zones=(LEFT_HALF,))
    assert everywhere.of("gate") == settings.of("gate")


def test_the_import_is_told_what_differs_from_the_usual():
    settings = CameraSettings().with_camera("Hall: east", DetectionSettings(min_height_px=40, min_score=0.25))
    settings = settings.with_zone("gate", LEFT_HALF).with_camera("door", DetectionSettings())
    assert settings.arguments() == [
        *("--min-height", "Hall: east:40", "--min-score", "Hall: east:0.25"),
        *("--ignore", "gate:0,0 0.5,0 0.5,1 0,1"),
    ]
    assert say_chosen(settings) == "Hall: east: at least 40 px high, score from 0.25\ngate: ignored zones: 1"
    assert CameraSettings().arguments() == [] and say_chosen(CameraSettings()) == ""


def test_what_is_not_shown_is_said(preview_summary):
    lacking = preview_summary | {"sources_not_shown": 3, "problems": ["x.jpg: is no picture."]}
    assert say_gaps(SeenPeople.from_summary(lacking)).splitlines() == [
        "x.jpg: is no picture.",
        "3 more sources are not shown; what is set here does not hold for them.",
    ]
