"""The audit log shows every edit."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from engine.gallery.catalog.audit import NO_HASH
from engine.gallery.gallery import Gallery

WITHOUT_TRIGGERS = "DROP TRIGGER audit_keeps_its_rows; DROP TRIGGER audit_loses_no_row;"


@pytest.fixture
def logged(gallery: Gallery) -> Gallery:
    for number in range(1, 6):
        gallery.log("search", {"query": f"has:upperBodyRed {number}", "case": gallery.folder, "shown": [1, 2]})
    return gallery


def tamper(folder: Path, script: str) -> None:
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        connection.executescript(WITHOUT_TRIGGERS + script)


def test_an_empty_log_is_whole(gallery: Gallery) -> None:
    check = gallery.verify_audit()
    assert (check.entries, check.head, check.is_whole) == (0, NO_HASH, True)


def test_the_chain_is_what_it_says(logged: Gallery) -> None:
    head = NO_HASH
    for number, entry in enumerate(logged.audit_entries(), start=1):
        parts = [number, entry.at, entry.who, "search", entry.facts, head]
        head = hashlib.sha256(json.dumps(parts).encode()).hexdigest()
        assert json.loads(entry.facts)["query"] == f"has:upperBodyRed {number}"
    check = logged.verify_audit()
    assert (check.entries, check.head, check.broken_at) == (5, head, None)


@pytest.mark.parametrize(
    ("script", "broken_at"),
    [
        ("UPDATE audit SET facts = '{}' WHERE id = 3", 3),
        ("UPDATE audit SET who = 'somebody else' WHERE id = 1", 1),
        ("UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE id = 5", 5),
        ("UPDATE audit SET hash = previous WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 3", 3),
        ("DELETE FROM audit WHERE id = 5", 5),  # the end cut off
        ("DELETE FROM audit", 1),
        ("UPDATE audit SET id = id + 1 WHERE id = 5", 5),
        ("INSERT INTO audit SELECT 6, at, who, action, facts, previous, hash FROM audit WHERE id = 5", 6),
    ],
)
def test_every_edit_is_found(logged: Gallery, script: str, broken_at: int) -> None:
    tamper(logged.folder, script)
    check = logged.verify_audit()
    assert not check.is_whole
    assert check.broken_at == broken_at


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = 'me'", "DELETE FROM audit"])
def test_the_log_is_append_only(logged: Gallery, statement: str) -> None:
    with closing(sqlite3.connect(logged.folder / "case.db")) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
        connection.rollback()


def test_two_connections_write_one_chain(logged: Gallery, folder: Path) -> None:
    with Gallery.open(folder) as other:
        other.log("export", {})
        logged.log("search", {})
        other.log("export", {})
    assert logged.verify_audit().entries == 8
    assert logged.verify_audit().is_whole
