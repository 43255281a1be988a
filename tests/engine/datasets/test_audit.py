import json
import shutil

import pytest

from engine.datasets.audit import audit
from engine.datasets.read_dataset import read_dataset
from engine.errors import Cancelled
from engine.progress import Progress


@pytest.fixture
def folder(tmp_path, draw_picture):
    """Return a data set with one fault of each kind."""
    rows = [
        ("a", "train", "p1", "cap", "red"),
        ("b", "train", "p2", "cap", "red"),
        ("c", "validation", "p3", "helmet", "blue"),
        ("d", "test", "p1", "cap", "red"),  # p1 and the category are trained on too
        ("copy", "test", "p4", "helmet", "red"),  # is a.png, labelled otherwise
        ("broken", "train", "p5", "cap;helmet", "blue"),
        ("absent", "train", "p6", "cap", ""),
    ]
    for seed, name in enumerate("abcd"):
        draw_picture(tmp_path / f"{name}.png", seed)
    shutil.copy(tmp_path / "a.png", tmp_path / "copy.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG no more")
    lines = [f"{name}.png,{','.join(rest)}" for name, *rest in rows]
    (tmp_path / "labels.csv").write_text("\n".join(["image,split,identity,hat,top colour", *lines]))
    (tmp_path / "schema.toml").write_text(
        'name = "own"\ntitle = "Own"\n[[group]]\nid = "hat"\ntitle = "Hat"\nkind = "accessories"\nexclusive = true\n'
        'combine = "either"\nattributes = [{ id = "cap", label = "Cap" }, { id = "helmet", label = "Helmet" }]\n'
        '[[group]]\nid = "topColour"\ntitle = "Top colour"\nkind = "colours"\nexclusive = false\ncombine = "either"\n'
        'attributes = [{ id = "red", label = "Red" }, { id = "blue", label = "Blue" }, '
        '{ id = "pink", label = "Pink" }]\n'
    )
    return tmp_path


def test_every_fault_is_found(folder):
    found = audit(read_dataset(folder), progress=Progress())

    train = found.parts["train"]
    assert (train.pictures, train.complete, train.categories, train.once, train.largest, train.people) == (
        4,
        2,
        1,
        0,
        2,
        4,
    )
    counts = {count.attribute: (count.holds, count.known) for count in train.attributes}
    assert counts == {"cap": (3, 3), "helmet": (0, 3), "red": (2, 3), "blue": (1, 3), "pink": (0, 3)}
    assert train.never() == ("helmet", "pink")
    shared = {pair.parts: (pair.people, pair.categories, pair.examples) for pair in found.shared}
    assert shared["train", "test"] == (1, 1, ("p1",))
    assert shared["train", "validation"] == (0, 0, ())
    assert not found.conflicts  # what a CSV contradicts itself in is taken as unknown, and told by its row
    assert {part.part: part.missing for part in found.missing} == {"train": 1, "validation": 0, "test": 0}
    assert [problem.row for problem in found.problems] == [7, 8]
    pictures = found.pictures
    assert pictures.read == 5 and [bad.path for bad in pictures.unreadable] == [str(folder / "broken.png")]
    assert [(len(same.files), same.labels_differ) for same in pictures.same] == [(2, True)]
    assert (pictures.near.pairs, pictures.near.between_parts, pictures.near.labels_differ) == (1, 1, 1)
    assert pictures.near.listed[0].parts == ("train", "test")


def test_the_audit_is_plain_values(folder):
    found = audit(read_dataset(folder), progress=Progress()).to_dict()
    assert json.loads(json.dumps(found)) == found
    assert (found["problem_count"], found["pictures"]["unreadable_count"]) == (2, 1)


def test_labels_alone_leave_the_pictures_shut(folder):
    assert audit(read_dataset(folder), progress=Progress(), labels_only=True).pictures is None


def test_it_stops_between_two_pictures(folder):
    with pytest.raises(Cancelled):
        audit(read_dataset(folder), progress=Progress(is_cancelled=lambda: True))
