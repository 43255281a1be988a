import json

import pytest

from engine.cli.detection_options import camera_wishes
from engine.detection.ignore_zone import IgnoreZone
from engine.detection.settings import CameraWish, DetectionSettings
from engine.errors import ConfigError
from engine.gallery.gallery import Gallery

TRIANGLE = "0,0 1,0 1,1"


def test_options_hold_for_all_cameras_or_for_the_one_before_the_colon():
    assert camera_wishes(["60", "gate:80"], ["Hall: east:0.5"], [f"gate:{TRIANGLE}", TRIANGLE]) == (
        CameraWish(min_height_px=60),
        CameraWish(camera="gate", min_height_px=80),
        CameraWish(camera="Hall: east", min_score=0.5),
        CameraWish(camera="gate", zone=IgnoreZone.from_text(TRIANGLE)),
        CameraWish(zone=IgnoreZone.from_text(TRIANGLE)),
    )
    assert camera_wishes([], None, []) == ()


@pytest.mark.parametrize(
    "options",
    [
        (["tall"], [], []),
        (["-5"], [], []),
        (["6.5"], [], []),
        (["99999"], [], []),
        ([], ["sure"], []),
        ([], ["-1"], []),
        ([], ["nan"], []),
        ([], [], ["0,0 1,1"]),
        ([], [], ["gate:"]),
    ],
)
def test_nonsense_is_refused(options):
    with pytest.raises(ConfigError):
        camera_wishes(*options)


@pytest.fixture
def empty_case(bolo, tmp_path):
    folder = tmp_path / "case.bolo"
    assert bolo("case", "new", folder)[0] == 0
    return folder


def test_an_import_keeps_the_settings_and_counts_whom_it_left_out(bolo, empty_case, crops_folder):
    none = ("--detector", "none", "--json")
    code, out, err = bolo("import", empty_case, crops_folder, *none, "--min-height", "gate:97")
    assert (code, err) == (0, "")
    assert {key: json.loads(out)[key] for key in ("frames", "crops", "too_low")} == {
        "frames": 6,
        "crops": 0,
        "too_low": 6,
    }
    with Gallery.open(empty_case, read_only=True) as gallery:
        assert gallery.detection_settings(gallery.sources()[0].id) == DetectionSettings(min_height_px=97)
    code, _, err = bolo("import", empty_case, crops_folder, *none, "--min-height", "20")
    assert code == 1 and err.count("\n") == 1 and "height from 97 px" in err


@pytest.mark.parametrize(
    ("option", "words"),
    [(("--ignore", "0,0 1,1"), "2 corners"), (("--min-score", "1.5"), "everybody out"), (("--min-height", "a"), "pix")],
)
def test_nonsense_is_one_sentence(bolo, empty_case, crops_folder, option, words):
    code, out, err = bolo("import", empty_case, crops_folder, "--detector", "none", *option)
    assert (code, out) == (1, "")
    assert words in err and err.count("\n") == 1
