import pytest

from engine.datasets.picture_files import PictureFolder, first_folder, pictures_in


@pytest.mark.parametrize(
    "name",
    [
        "../a.jpg",
        "sub/../../a.jpg",
        "/etc/a.jpg",
        "C:\\a.jpg",
        "\\\\host\\a.jpg",
        "..\\a.jpg",
        "C:a.jpg",
        "",
        ".",
        "a\0.jpg",
    ],
)
def test_a_name_that_leads_outside_is_no_picture(tmp_path, name):
    assert PictureFolder(tmp_path).find(name) is None


@pytest.mark.parametrize("name", ["a.jpg", "sub/a.jpg", "sub\\a.jpg", "./a.jpg", "a..b.jpg"])
def test_a_name_within_need_not_be_there(tmp_path, name):
    found = PictureFolder(tmp_path).find(name)
    assert found is not None and found.is_relative_to(tmp_path)


def test_links_that_lead_outside_are_no_pictures(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    (outside / "a.jpg").touch()
    (inside / "real.jpg").touch()
    (inside / "notes.txt").touch()
    (inside / "folder.jpg").mkdir()
    (inside / "link.jpg").symlink_to(outside / "a.jpg")
    (inside / "kept.jpg").symlink_to(inside / "real.jpg")
    (inside / "loop.jpg").symlink_to(inside / "loop.jpg")
    (inside / "sub").symlink_to(outside)

    assert [path.name for path in pictures_in(inside)] == ["kept.jpg", "real.jpg"]
    assert PictureFolder(inside).find("link.jpg") is None
    loop = PictureFolder(inside).find("loop.jpg")
    assert loop is None or not loop.is_file()
    assert PictureFolder(inside).find("sub/a.jpg") is None
    assert pictures_in(tmp_path / "none") == []


def test_the_first_folder_that_exists_is_taken(tmp_path):
    (tmp_path / "b").mkdir()
    assert first_folder(tmp_path, ("a", "b")) == tmp_path / "b"
    assert first_folder(tmp_path, ("x", "y")) == tmp_path / "x"
