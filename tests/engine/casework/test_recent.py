"""The list of recent cases: latest first, and never in the way."""

from pathlib import Path

import pytest

from engine.casework.recent import MOST, RecentCases


@pytest.fixture
def recent(tmp_path: Path) -> RecentCases:
    return RecentCases(tmp_path / "home" / "recent_cases.json")


def test_the_latest_stands_first_and_each_once(recent: RecentCases, tmp_path: Path) -> None:
    assert recent.list() == []
    a, b = tmp_path / "a.bolo", tmp_path / "b.bolo"
    for folder in (a, b, a):
        recent.add(folder)
    assert recent.list() == [a, b]
    recent.forget(a)
    recent.forget(a)
    assert recent.list() == [b]


def test_only_so_many_are_kept(recent: RecentCases, tmp_path: Path) -> None:
    for number in range(MOST + 5):
        recent.add(tmp_path / str(number))
    assert recent.list() == [tmp_path / str(number) for number in range(MOST + 4, 4, -1)]


def test_a_relative_path_is_kept_absolute(recent: RecentCases) -> None:
    recent.add(Path("x.bolo"))
    assert recent.list() == [Path.cwd() / "x.bolo"]
    recent.forget(Path("x.bolo"))
    assert recent.list() == []


def test_a_name_that_is_no_utf8_comes_back(recent: RecentCases) -> None:
    recent.add(Path("/caf\udce9.bolo"))
    assert recent.list() == [Path("/caf\udce9.bolo").absolute()]


@pytest.mark.parametrize("content", [b"", b"{", b'{"a": 1}', b"null", b"\xff\xfe", b"[1, null, {}]", b"[" * 100_000])
def test_a_broken_file_is_an_empty_list_and_is_replaced(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "recent_cases.json"
    file.write_bytes(content)
    recent = RecentCases(file)
    assert recent.list() == []
    recent.add(tmp_path / "a.bolo")
    assert recent.list() == [tmp_path / "a.bolo"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["recent_cases.json"]


def test_a_home_that_cannot_be_written_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    recent = RecentCases(tmp_path / "home" / "recent_cases.json")
    recent.add(tmp_path / "a.bolo")
    assert recent.list() == []
