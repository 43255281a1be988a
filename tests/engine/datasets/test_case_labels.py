from dataclasses import replace

import pytest

from engine.datasets.case_labels import LabelledCrop, read_case_labels
from engine.datasets.read_dataset import dataset_of_cases
from engine.datasets.split_unit import SplitUnit
from engine.errors import DatasetError


def crop(tmp_path, number, labels, track=None, picture=None):
    return LabelledCrop(
        case="Gate", crop_id=number, track_id=track, picture=picture or tmp_path / f"{number}.jpg", labels=labels
    )


def test_what_nobody_said_stays_unknown(schema, tmp_path):
    crops = [
        crop(tmp_path, 1, {"topRed": True}, track=7),  # a top may have several colours
        crop(tmp_path, 2, {"cap": True, "topBlue": False}, track=7),  # an exclusive group is settled
        crop(tmp_path, 3, {"cap": False, "topGrey": None, "topRed": True}),
    ]
    images = read_case_labels(schema, crops).images

    assert images.vectors.tolist() == [[0, 0, 0, 1, 0, 0], [1, 0, 0, 0, 0, 0], [0, 0, 0, 1, 0, 0]]
    assert images.known_bits().tolist() == [[0, 0, 0, 1, 0, 0], [1, 1, 1, 0, 1, 0], [1, 0, 0, 1, 0, 0]]
    assert images.identities == ("Gate/7", "Gate/7", "")


def test_labels_that_cannot_be_used_are_told(schema, tmp_path):
    same = tmp_path / "same.jpg"
    crops = [
        crop(tmp_path, 1, {"cap": True, "wings": True}),
        crop(tmp_path, 2, {"wings": True}),
        crop(tmp_path, 3, {"cap": True}, picture=same),
        crop(tmp_path, 4, {"helmet": True}, picture=same),
    ]
    reading = read_case_labels(schema, crops)

    assert [path.name for path in reading.images.paths] == ["1.jpg"]
    assert [problem.row for problem in reading.problems] == [1, 2, 2, 3, 4]


def test_if_nothing_is_known_one_sentence_says_so(schema, tmp_path):
    with pytest.raises(DatasetError, match="wings"):
        read_case_labels(schema, [crop(tmp_path, 1, {"wings": True})])


def test_the_crops_of_a_track_stay_in_one_part(schema, tmp_path):
    crops = [crop(tmp_path, n, {"cap": bool(n % 2), "topRed": bool(n % 3)}, track=n // 4) for n in range(80)]
    dataset = dataset_of_cases(schema, crops)

    people = {name: set(part.identities) for name, part in dataset.split.parts.items()}
    assert {name: len(names) for name, names in people.items()} == {"train": 13, "validation": 3, "test": 4}
    assert not people["train"] & people["test"] and not people["train"] & people["validation"]


def test_labels_that_exclude_each_other_are_told_by_their_crop(schema, tmp_path):
    reading = read_case_labels(schema, [crop(tmp_path, 31, {"cap": True, "helmet": True, "topRed": True})])
    assert reading.images.known_bits().tolist() == [[0, 0, 0, 1, 0, 0]]
    assert "(crop 31 of Gate) says both “Cap” and “Helmet”" in reading.problems[0].what


def test_crops_can_be_held_out_by_their_camera(schema, tmp_path):
    crops = [replace(crop(tmp_path, n, {"cap": bool(n % 2)}, track=n), camera=f"c{n % 6}") for n in range(60)]
    split = dataset_of_cases(schema, crops, SplitUnit.CAMERA).split
    seen = [{int(path.stem) % 6 for path in part.paths} for part in split.parts.values()]
    assert sorted(map(len, seen)) == [1, 1, 4] and len(set.union(*seen)) == 6
