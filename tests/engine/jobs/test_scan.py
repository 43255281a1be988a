import errno
import os
import subprocess
from pathlib import Path

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


def refuse_to_list(monkeypatch, *folders):
    """Let these folders be closed, as they are to a user without rights; the tests may run as root."""
    scandir = os.scandir

    def listed(path):
        if Path(path) in folders:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scandir(path)

    monkeypatch.setattr("engine.jobs.scan.os.scandir", listed)


def test_a_folder_that_cannot_be_read_is_named_and_the_others_are_found(tmp_path, monkeypatch):
    touch(tmp_path, "a/1.jpg", "b/2.jpg", "c/3.jpg")
    refuse_to_list(monkeypatch, tmp_path / "b")
    found = scan(tmp_path, holds_crops=False)
    assert [source.path.name for source in found.sources] == ["a", "c"]
    assert [str(error) for error in found.unreadable] == [
        f"{tmp_path / 'b'}: cannot be read (Permission denied); check your rights to the folder."
    ]


def test_where_nothing_can_be_read_the_reason_is_said(tmp_path, monkeypatch):
    touch(tmp_path, "a/1.jpg")
    refuse_to_list(monkeypatch, tmp_path / "a")
    with pytest.raises(FileError, match=r"1 of its folders, among them a, cannot be read \(Permission denied\)"):
        scan(tmp_path, holds_crops=False)
    refuse_to_list(monkeypatch, tmp_path)
    with pytest.raises(FileError, match=rf"{tmp_path.name}: cannot be read \(Permission denied\); check your rights"):
        scan(tmp_path, holds_crops=False)


@pytest.fixture
def deep(tmp_path):
    """Return what makes a folder so many levels deep below the top, and a picture in it; it is deleted at the end."""
    made = []

    def make(levels, name):
        here = os.open(tmp_path, os.O_RDONLY)
        made.append(tmp_path / name)
        for _ in range(levels):
            os.mkdir(name, dir_fd=here)
            here, above = os.open(name, os.O_RDONLY, dir_fd=here), here
            os.close(above)
        os.close(os.open("deep.jpg", os.O_WRONLY | os.O_CREAT, dir_fd=here))
        os.close(here)

    yield make
    for top in made:
        subprocess.run(["rm", "-rf", "--", top.name], cwd=top.parent, check=True)  # shutil.rmtree gives up sooner


@pytest.mark.skipif(os.mkdir not in os.supports_dir_fd, reason="no paths relative to a folder here")
def test_a_very_deep_tree_is_read_as_far_as_the_system_can(tmp_path, deep):
    touch(tmp_path, "1.jpg")
    deep(1_500, "d")
    found = scan(tmp_path, holds_crops=False)
    assert [names(source) for source in found.sources] == [["1.jpg"], ["deep.jpg"]]
    deep(30, "n" * 200)  # longer than a path may be
    found = scan(tmp_path, holds_crops=False)
    assert len(found.sources) == 2
    (reason,) = [error.reason for error in found.unreadable]
    assert reason == "cannot be read (File name too long); move it to where its path is shorter."


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_link_to_itself_that_the_user_names_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "round").symlink_to(tmp_path / "about")
    (tmp_path / "about").symlink_to(tmp_path / "round")
    with pytest.raises(FileError, match="round: is a link that leads back to itself; choose"):
        scan(tmp_path / "round", holds_crops=False)
    touch(tmp_path, "1.jpg")
    found = scan(tmp_path, holds_crops=False)
    assert (len(found.sources), found.links) == (1, 2)


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
