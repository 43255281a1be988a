"""The audit log shows every edit."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from engine.errors import ConfigError
from engine.gallery.audit_check import ChainFault, KeptHead
from engine.gallery.catalog.audit import HEADS_FILE
from engine.gallery.catalog.audit_chain import NO_HASH
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


def forge(folder: Path, change: str, *, first: int) -> None:
    """Run a script, and make every hash from a line on anew, as one who knows how the chain is made would."""
    tamper(folder, change)
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        rows = connection.execute("SELECT id, at, who, action, facts, previous, hash FROM audit ORDER BY id").fetchall()
        head = rows[first - 2][6] if first > 1 else NO_HASH
        for number, (id_, at, who, action, facts, _, _) in enumerate(rows[first - 1 :], start=first):
            made = hashlib.sha256(json.dumps([number, at, who, action, facts, head]).encode()).hexdigest()
            connection.execute("UPDATE audit SET previous = ?, hash = ? WHERE id = ?", [head, made, id_])
            head = made
        connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'audit'", [len(rows)])
        connection.commit()


SWAP = """CREATE TABLE kept AS SELECT * FROM audit WHERE id IN ({0}, {1});
          DELETE FROM audit WHERE id IN ({0}, {1});
          INSERT INTO audit SELECT {0} + {1} - id, at, who, action, facts, previous, hash FROM kept;"""


@pytest.mark.parametrize(
    ("script", "broken_at", "sentence"),
    [
        ("UPDATE audit SET facts = '{}' WHERE id = 3", 3, "Line 3 of the audit log was changed"),
        (
            "UPDATE audit SET facts = replace(facts, 'Red', 'Rec') WHERE id = 3",
            3,
            "Line 3 of the audit log was changed",
        ),
        ("UPDATE audit SET who = 'somebody else' WHERE id = 1", 1, "Line 1 of the audit log was changed"),
        ("UPDATE audit SET at = '2020-01-01T00:00:00+00:00' WHERE id = 5", 5, "Line 5 of the audit log was changed"),
        ("UPDATE audit SET hash = previous WHERE id = 2", 2, "Line 2 of the audit log was changed"),
        ("UPDATE audit SET id = id + 1 WHERE id = 5", 5, "Line 5 of the audit log was changed"),
        ("DELETE FROM audit WHERE id = 1", 1, "Line 1 of the audit log was taken out"),
        ("DELETE FROM audit WHERE id = 3", 3, "Line 3 of the audit log was taken out"),
        ("DELETE FROM audit WHERE id IN (2, 3)", 2, "Lines 2 to 3 of the audit log were taken out"),
        (
            "DELETE FROM audit WHERE id = 2; UPDATE audit SET id = id - 1 WHERE id > 2",
            2,
            "Line 2 of the audit log was taken out",
        ),
        ("DELETE FROM audit WHERE id = 5", 5, "was cut off from line 5 on; it once had 5 lines"),
        ("DELETE FROM audit WHERE id > 2", 3, "was cut off from line 3 on; it once had 5 lines"),
        ("DELETE FROM audit", 1, "was cut off from line 1 on"),
        (SWAP.format(2, 3), 2, "Lines 2 and 3 of the audit log stand in each other's place"),
        (SWAP.format(1, 5), 1, "Lines 1 and 5 of the audit log stand in each other's place"),
        (SWAP.format(2, 4) + SWAP.format(2, 5).replace("kept", "kept2"), 2, "in another order from line 2 on"),
        (
            "INSERT INTO audit SELECT 6, at, who, action, facts, previous, hash FROM audit WHERE id = 5",
            6,
            "Line 6 of the audit log was put in",
        ),
    ],
)
def test_every_edit_is_found_and_named(logged: Gallery, script: str, broken_at: int, sentence: str) -> None:
    tamper(logged.folder, script)
    check = logged.verify_audit()
    assert not check.is_whole
    assert check.broken_at == broken_at
    assert sentence in check.in_words()


def test_a_line_that_was_given_a_new_hash_is_named(logged: Gallery) -> None:
    folder = logged.folder
    entries = list(logged.audit_entries())
    forge(folder, "UPDATE audit SET who = 'somebody else' WHERE id = 3;", first=3)
    with closing(sqlite3.connect(folder / "case.db")) as connection:
        for entry in entries[3:]:  # these stay as they were
            old = [entry.previous, entry.hash, entry.number]
            connection.execute("UPDATE audit SET previous = ?, hash = ? WHERE id = ?", old)
        connection.commit()
    check = logged.verify_audit()
    assert (check.broken_at, check.fault) == (3, ChainFault.REHASHED)
    assert "which line 4 belies" in check.in_words()


def test_a_chain_made_anew_is_seen_by_the_hashes_kept_beside_it(logged: Gallery) -> None:
    forge(logged.folder, "UPDATE audit SET facts = '{}' WHERE id = 2;", first=2)
    check = logged.verify_audit()
    assert (check.broken_at, check.fault) == (2, ChainFault.REMADE)
    assert "made anew from line 2 on" in check.in_words()


def test_an_end_cut_off_with_its_counter_is_seen_by_the_hashes_kept_beside_it(logged: Gallery) -> None:
    forge(logged.folder, "DELETE FROM audit WHERE id > 3;", first=4)
    check = logged.verify_audit()
    assert (check.broken_at, check.fault, check.other) == (4, ChainFault.CUT, 5)


def test_lines_written_after_the_end_was_cut_off_do_not_hide_it(logged: Gallery) -> None:
    forge(logged.folder, "DELETE FROM audit WHERE id > 3;", first=4)
    logged.log("search", {"query": "another"})
    check = logged.verify_audit()
    assert (check.broken_at, check.fault) == (4, ChainFault.REMADE)


def test_a_head_from_elsewhere_shows_what_nothing_in_the_case_shows(logged: Gallery) -> None:
    head = logged.verify_audit().head
    assert logged.verify_audit(KeptHead(head)).is_whole
    forge(logged.folder, "DELETE FROM audit WHERE id > 3;", first=4)
    (logged.folder / HEADS_FILE).unlink()
    assert logged.verify_audit().is_whole  # within the case nothing is left to see it by
    assert logged.verify_audit(KeptHead(head)).fault is ChainFault.UNKNOWN_HEAD
    numbered = logged.verify_audit(KeptHead(head, 5))
    assert (numbered.broken_at, numbered.fault, numbered.other) == (4, ChainFault.CUT, 5)


def test_a_head_of_an_earlier_line_fits_a_log_that_has_grown(logged: Gallery) -> None:
    head = logged.verify_audit().head
    logged.log("search", {})
    assert logged.verify_audit(KeptHead.read(f"5:{head}")).is_whole
    assert logged.verify_audit(KeptHead.read(f"4:{head}")).fault is ChainFault.REMADE


@pytest.mark.parametrize("text", ["", "12", "0:" + "a" * 64, "x:" + "a" * 64, "g" * 64])
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        KeptHead.read(text)


def test_every_line_leaves_its_hash_beside_the_database(logged: Gallery) -> None:
    kept = (logged.folder / HEADS_FILE).read_text().split("\n")[1:]
    assert kept == [f"{entry.number} {entry.hash}" for entry in logged.audit_entries()]
    assert logged.verify_audit().heads_kept == 5


def test_a_line_that_was_rolled_back_leaves_no_hash(logged: Gallery) -> None:
    with pytest.raises(RuntimeError), logged._change():
        logged._append_to_log("search", {})
        raise RuntimeError
    logged.log("export", {})
    assert logged.verify_audit().is_whole
    assert len((logged.folder / HEADS_FILE).read_text().split()) == 2 * 6


def test_hashes_that_were_torn_or_cannot_be_written_do_no_harm(logged: Gallery) -> None:
    heads = logged.folder / HEADS_FILE
    with heads.open("ab") as file:
        file.write(b"6 abc\xff\n\n7")
    logged.log("search", {})
    assert logged.verify_audit().is_whole
    heads.unlink()
    heads.mkdir()
    logged.log("search", {})
    assert logged.verify_audit().entries == 7


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
