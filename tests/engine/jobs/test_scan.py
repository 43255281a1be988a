import os

import pytest

from engine.errors import FileError, MissingPathError
from engine.gallery.records import SourceKind
from engine.jobs.scan import natural_key, scan


def touch(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(source):
    return [path.name for path in source.files]


def test_pictures_come_in_the_order_in_which_people_count(tmp_path):
    touch(tmp_path, "f10.jpg", "f2.JPG", "f1.png", "F3.jpg")
    (source,) = scan(tmp_path, holds_crops=False).sources
    assert names(source) == ["f1.png", "f2.JPG", "F3.jpg", "f10.jpg"]
    assert source.kind is SourceKind.FRAMES and source.path == tmp_path


def test_each_folder_with_pictures_and_each_video_is_a_source_with_its_camera(tmp_path):
    touch(tmp_path, "b/gate/1.jpg", "a/1.jpg", "a/2.jpg", "yard.mp4", "deep/er/hall.AVI")
    sources = scan(tmp_path, holds_crops=False).sources
    assert [(source.kind, source.default_camera, len(source.files)) for source in sources] == [
        (SourceKind.VIDEO, "yard", 1),
        (SourceKind.FRAMES, "a", 2),
        (SourceKind.FRAMES, "gate", 1),
        (SourceKind.VIDEO, "hall", 1),
    ]


def test_a_tree_of_crops_is_one_source_without_its_videos(tmp_path):
    touch(tmp_path, "b/1.jpg", "a/1.jpg", "a/clip.mp4")
    found = scan(tmp_path, holds_crops=True)
    (source,) = found.sources
    assert source.kind is SourceKind.CROPS and source.files == (tmp_path / "a/1.jpg", tmp_path / "b/1.jpg")
    assert found.left_out == 1


def test_hidden_files_are_passed_over_and_others_counted(tmp_path):
    touch(tmp_path, "1.jpg", ".2.jpg", ".cache/3.jpg", "notes.txt", "gt.csv")
    found = scan(tmp_path, holds_crops=False)
    assert [names(source) for source in found.sources] == [["1.jpg"]]
    assert found.left_out == 2


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_links_are_counted_and_never_followed_out_or_round(tmp_path):
    touch(tmp_path / "outside", "secret.jpg")
    inside = tmp_path / "inside"
    touch(inside, "1.jpg")
    (inside / "loop").symlink_to(inside, target_is_directory=True)
    (inside / "out").symlink_to(tmp_path / "outside", target_is_directory=True)
    (inside / "2.jpg").symlink_to(tmp_path / "outside" / "secret.jpg")
    found = scan(inside, holds_crops=False)
    assert [names(source) for source in found.sources] == [["1.jpg"]]
    assert found.links == 3


def test_a_link_that_the_user_names_is_followed(tmp_path):
    touch(tmp_path / "real", "1.jpg")
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    (source,) = scan(tmp_path / "link", holds_crops=False).sources
    assert source.path == tmp_path / "real"


@pytest.mark.parametrize(
    "name, holds_crops, kind",
    [("a.jpg", False, SourceKind.FRAMES), ("a.jpg", True, SourceKind.CROPS), ("a.dat", False, SourceKind.VIDEO)],
)
def test_a_named_file_is_taken_whatever_its_ending(tmp_path, name, holds_crops, kind):
    touch(tmp_path, name)
    (source,) = scan(tmp_path / name, holds_crops=holds_crops).sources
    assert (source.kind, source.files) == (kind, (tmp_path / name,))


def test_the_camera_of_a_named_picture_is_its_folder(tmp_path):
    touch(tmp_path, "gate/a.jpg")
    (source,) = scan(tmp_path / "gate/a.jpg", holds_crops=False).sources
    assert source.default_camera == "gate"


def test_a_folder_without_pictures_and_a_missing_path_say_the_remedy(tmp_path):
    touch(tmp_path, "notes.txt", "clip.mp4")
    with pytest.raises(FileError, match="holds no pictures; choose"):
        scan(tmp_path, holds_crops=True)
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileError, match="neither pictures nor videos; choose"):
        scan(tmp_path / "empty", holds_crops=False)
    with pytest.raises(MissingPathError, match="no such file"):
        scan(tmp_path / "gone", holds_crops=False)


def test_natural_order_is_total():
    mixed = ["a", "A", "01", "1", "a1b", "a01b", "1a", "", "b10", "b9"]
    ordered = sorted(mixed, key=natural_key)
    assert len({natural_key(name) for name in mixed}) == len(mixed)
    assert ordered.index("b9") < ordered.index("b10")
