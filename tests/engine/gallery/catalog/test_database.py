"""A database is whole or not there, is never newer than we know, and speaks in sentences."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import CaseError, CaseInUseError, NewerCaseError, ReadOnlyCaseError
from engine.gallery.catalog import layout as layouts
from engine.gallery.catalog.database import Database
from engine.gallery.catalog.layout import CASE, Layout, make_database
from engine.gallery.gallery import Gallery
from engine.gallery.records import StoredSearch

TWO_STEPS = Layout(
    name="two",
    application_id=77,
    steps=(
        ("m001", lambda db: [db.execute("CREATE TABLE one (x)"), db.execute("PRAGMA user_version = 1")]),
        ("m002", lambda db: [db.execute("CREATE TABLE two (x)"), db.execute("PRAGMA user_version = 2")]),
    ),
)
ONE_STEP = replace(TWO_STEPS, steps=TWO_STEPS.steps[:1])


def test_an_older_database_takes_the_steps_it_lacks(tmp_path: Path) -> None:
    make_database(tmp_path / "x.db", ONE_STEP)
    with closing(Database(tmp_path / "x.db", tmp_path, TWO_STEPS)) as database:
        assert database.is_older
        database.bring_up_to_date(TWO_STEPS)
        assert not database.is_older
        assert database.rows("SELECT name FROM sqlite_master WHERE name IN ('one', 'two') ORDER BY name") == [
            ("one",),
            ("two",),
        ]
        assert database.rows("SELECT name FROM _sqlite_migrations ORDER BY id") == [("m001",), ("m002",)]


def test_a_step_that_fails_half_way_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(db: object) -> None:
        db.execute("CREATE TABLE half (x)")
        raise RuntimeError("stopped here")

    make_database(tmp_path / "x.db", ONE_STEP)
    broken = replace(TWO_STEPS, steps=(*ONE_STEP.steps, ("m002", fail)))
    with closing(Database(tmp_path / "x.db", tmp_path, broken)) as database:
        with pytest.raises(RuntimeError, match="stopped here"):
            database.bring_up_to_date(broken)
        assert database.value("SELECT COUNT(*) FROM sqlite_master WHERE name = 'half'") == 0
        assert database.value("PRAGMA user_version") == 1
        assert database.rows("SELECT name FROM _sqlite_migrations") == [("m001",)]


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 99",
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('case', 'm003_later', 'then')",
    ],
)
def test_a_newer_case_is_refused_and_left_untouched(gallery: Gallery, folder: Path, statement: str) -> None:
    gallery.close()
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        connection.execute(statement)
        connection.commit()
    before = (folder / "case.db").read_bytes()
    for read_only in (False, True):
        with pytest.raises(NewerCaseError, match="newer version of Bolo; update"):
            Gallery.open(folder, read_only=read_only)
    assert (folder / "case.db").read_bytes() == before


def test_an_older_case_is_brought_up_to_date_when_opened(
    gallery: Gallery, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gallery.close()
    step = lambda db: [db.execute("CREATE TABLE later (x)"), db.execute(f"PRAGMA user_version = {len(CASE.steps) + 1}")]  # noqa: E731
    monkeypatch.setattr(layouts, "CASE", replace(CASE, steps=(*CASE.steps, ("m003_later", step))))
    with pytest.raises(CaseError, match="older version of Bolo; open it once for writing"):
        Gallery.open(folder, read_only=True)
    with Gallery.open(folder) as opened:
        assert opened.counts().crops == 0
    with Gallery.open(folder, read_only=True) as opened:
        assert opened.info().name == "station"


@pytest.mark.parametrize("content", [b"", b"no database at all, only text" * 200, bytes(4096)])
def test_a_file_that_is_no_database_gives_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "case.db").write_bytes(content)
    with pytest.raises(CaseError, match=r"case\.db (is no database|was not made by Bolo)"):
        Gallery.open(tmp_path)
    assert (tmp_path / "case.db").read_bytes() == content


def test_somebody_elses_database_is_refused_and_left_untouched(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "case.db")) as connection:
        connection.execute("CREATE TABLE invoice (x)")
    before = (tmp_path / "case.db").read_bytes()
    with pytest.raises(CaseError, match="was not made by Bolo"):
        Gallery.open(tmp_path)
    assert (tmp_path / "case.db").read_bytes() == before


def test_a_case_cut_in_half_gives_a_sentence(gallery: Gallery, folder: Path) -> None:
    gallery.close()
    whole = (folder / "case.db").read_bytes()
    (folder / "case.db").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CaseError, match=r"case\.db is damaged"), Gallery.open(folder) as opened:
        opened.counts()


def test_an_error_inside_takes_the_transaction_back(gallery: Gallery) -> None:
    revision = gallery.revision()
    with pytest.raises(RuntimeError), gallery._change():
        gallery._database.write("INSERT INTO saved_query (name, text, filters, saved_at) VALUES ('a', '', '', 0)")
        raise RuntimeError
    assert gallery.saved_queries() == []
    assert gallery.revision() == revision


def test_a_database_locked_for_too_long_says_so(gallery: Gallery, folder: Path) -> None:
    gallery._database.rows("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(folder / "case.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseInUseError, match="try again in a moment"):
            gallery.save_query("a", StoredSearch(text="b"))
    gallery.save_query("a", StoredSearch(text="b"))


def test_writing_a_case_opened_read_only_is_refused(gallery: Gallery, folder: Path) -> None:
    with Gallery.open(folder, read_only=True) as reader:
        with pytest.raises(ReadOnlyCaseError, match="opened read-only"):
            reader.save_query("a", StoredSearch(text="b"))
        with pytest.raises(ReadOnlyCaseError, match="opened read-only"), reader.writer():
            pass


def test_a_power_cut_is_provided_for(gallery: Gallery) -> None:
    assert gallery._database.value("PRAGMA journal_mode") == "wal"
    assert gallery._database.value("PRAGMA synchronous") == 2  # FULL
    assert gallery.crop_store._database.value("PRAGMA synchronous") == 2
