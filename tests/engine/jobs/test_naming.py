from pathlib import Path

import pytest

from engine.errors import FileError, MissingPathError
from engine.imaging.name_pattern import NamePattern, NameProblem
from engine.jobs.naming import Naming
from engine.jobs.time_list import TimeList


@pytest.fixture
def listed(tmp_path):
    def write(text, name="times.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return TimeList(path)

    return write


def test_a_list_goes_before_the_name_and_the_longer_path_before_the_shorter(listed):
    table = listed("File;Time;Camera\na.jpg;2026-03-01T12:00:00;gate\nnorth/a.jpg;2026-03-02T12:00;\n")
    naming = Naming(pattern=NamePattern("{camera}_{date}_{time}"), listed=table)
    assert naming.camera(Path("/x/south/a.jpg")) == "gate"
    assert naming.time(Path("/x/north/a.jpg")).day == 2
    assert naming.camera(Path("/x/north/a.jpg")) is None
    assert naming.problem(Path("/x/south/a.jpg")) is None
    assert naming.camera(Path("door_20260301_120000.jpg")) == "door"
    assert naming.problem(Path("/x/b.jpg")) is NameProblem.NO_FIT


def test_the_names_of_known_crops_say_the_camera_where_no_pattern_does():
    path = Path("market/0002_c1s1_000451_03.jpg")
    assert Naming(are_crops=True).camera(path) == "c1"
    assert Naming(are_crops=True).camera(Path("market/anna.jpg")) is None
    assert Naming(are_crops=True, pattern=NamePattern("*_{camera}_*_*")).camera(path) == "c1s1"
    assert Naming().camera(path) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "lacks the columns"),
        ("name,when\na.jpg,2026\n", "lacks the columns; write its first line as file,time"),
        ("file,time\na.jpg,yesterday\n", r"no time in line 2 \(yesterday\)"),
        ("file,time\n,2026-03-01\n", "no file in line 2"),
        ("file,time\n../a.jpg,2026-03-01\n", "no file in line 2"),  # leads out of the folder
        ("file,time\nC:\\x\\a.jpg,2026-03-01\n", "no file in line 2"),
        ("file,time\na.jpg,2026-03-01\na.jpg,2026-03-02\n", "two things of a.jpg in line 3"),
    ],
)
def test_a_list_that_cannot_be_used_names_the_line(listed, text, words):
    with pytest.raises(FileError, match=words):
        listed(text)


def test_a_list_that_is_no_text_or_not_there_says_so(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(FileError, match="save it as CSV in UTF-8"):
        TimeList(tmp_path / "a.csv")
    with pytest.raises(MissingPathError):
        TimeList(tmp_path / "b.csv")
