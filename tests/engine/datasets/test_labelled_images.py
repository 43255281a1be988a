import numpy as np
import pytest

from engine.datasets.labelled_images import LabelledImages
from engine.errors import DatasetError, ShapeError


def images(schema, paths, known=None, identities=None):
    vectors = np.eye(len(paths), schema.size, dtype=np.uint8)
    return LabelledImages("some", schema, tuple(paths), vectors, known, identities)


def test_a_part_keeps_what_is_known_and_who_it_is(schema, tmp_path):
    known = np.ones((3, schema.size), np.uint8)
    known[1, 2] = 0
    whole = images(schema, [tmp_path / name for name in "abc"], known, ("x", "y", "z"))

    part = whole.subset(np.array([False, True, True]), "part")

    assert (part.identities, [path.name for path in part.paths]) == (("y", "z"), ["b", "c"])
    assert part.known_bits().tolist() == known[1:].tolist()
    assert part.complete().identities == ("z",)


def test_without_a_mask_all_is_known(schema, tmp_path):
    whole = images(schema, [tmp_path / "a", tmp_path / "b"])
    assert whole.known_bits().all() and whole.complete() is whole


@pytest.mark.parametrize("fault", [{"known": np.ones((1, 6), np.uint8)}, {"identities": ("x",)}])
def test_lengths_that_differ_are_refused(schema, tmp_path, fault):
    with pytest.raises(ShapeError, match="2 pictures"):
        images(schema, [tmp_path / "a", tmp_path / "b"], **fault)


def test_only_pictures_on_disk_are_present(schema, tmp_path):
    (tmp_path / "b").touch()
    part = images(schema, [tmp_path / name for name in "abc"])

    assert part.on_disk().tolist() == [False, True, False]
    assert [path.name for path in part.present().paths] == ["b"]


def test_a_part_without_any_picture_says_so(schema, tmp_path):
    with pytest.raises(DatasetError, match="none of its 1 pictures"):
        images(schema, [tmp_path / "a"]).present()
    with pytest.raises(DatasetError, match="has no picture"):
        images(schema, []).present()


def test_others_stand_behind_with_what_is_known_of_them(schema, tmp_path):
    known = np.zeros((1, schema.size), np.uint8)
    whole = images(schema, [tmp_path / "a"], identities=("x",))
    both = whole.with_more(images(schema, [tmp_path / "b"], known, ("y",)), "both")
    assert ([path.name for path in both.paths], both.identities) == (["a", "b"], ("x", "y"))
    assert both.known_bits().sum(axis=1).tolist() == [schema.size, 0]
    assert whole.with_more(images(schema, [tmp_path / "c"]), "both").identities is None
