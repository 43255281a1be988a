"""The audit log: append-only, each line chained to the one before by its hash."""

import getpass
import json
import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime

from engine.gallery.audit_check import AuditCheck, KeptHead
from engine.gallery.catalog.audit_chain import NO_HASH, chained, check_chain, diagnose, hold_against
from engine.gallery.catalog.catalog import Catalog
from engine.gallery.catalog.database import Database, Row
from engine.gallery.kept_heads import KeptHeads
from engine.gallery.records import AuditEntry

HEADS_FILE = "audit-heads.txt"  # beside the database
COLUMNS = "SELECT id, at, who, action, facts, previous, hash FROM audit"


class Audit(Catalog):
    """Who did what with the case, when.

    The chain shows every line that was changed, taken out or put in. Who can write the file could make the whole chain
    anew: the hashes are therefore kept in a file beside it too, and a report prints the head, against which the chain
    can be held later.

    Attributes:
        reviewer: who reviews without seeing what others said; None where the user of the machine sees everything.
    """

    reviewer: str | None = None

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._kept_heads = KeptHeads(database.path.with_name(HEADS_FILE))
        self._appended: list[AuditEntry] = []  # in the open transaction

    def log(self, action: str, facts: Mapping[str, object]) -> AuditEntry:
        """Append a line; `facts` must be fit for JSON (paths, times and the like become text)."""
        with self._change():
            return self._append_to_log(action, facts)

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Open a transaction that counts, and keep the hashes of the lines that it adds to the log."""
        try:
            with super()._change():
                yield
            self._kept_heads.add(self._appended)
        finally:
            self._appended.clear()

    def _append_to_log(self, action: str, facts: Mapping[str, object]) -> AuditEntry:
        """Append a line inside the open transaction, so that it stands with what it tells of or not at all."""
        text = json.dumps(facts, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
        rows = self._database.rows("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
        number, previous = rows[0] if rows else (0, NO_HASH)
        draft = AuditEntry(
            number=0, at=datetime.now(UTC).isoformat(), who=who(), action=action, facts=text, previous="", hash=""
        )
        entry = chained(draft, number + 1, previous)
        self._database.write(
            "INSERT INTO audit (id, at, who, action, facts, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [entry.number, entry.at, entry.who, entry.action, entry.facts, entry.previous, entry.hash],
        )
        self._appended.append(entry)
        return entry

    def audit_entries(self) -> Iterator[AuditEntry]:
        """Yield the lines of the log, the first first."""
        for rows in self._database.stream(f"{COLUMNS} ORDER BY id"):
            yield from map(_entry, rows)

    def audit_page(self, after: int, most: int) -> list[AuditEntry]:
        """Return the lines behind the one of this number, at most so many."""
        rows = self._database.rows(f"{COLUMNS} WHERE id > ? ORDER BY id LIMIT ?", [after, most])
        return [_entry(row) for row in rows]

    def audit_latest(self, action: str, most: int) -> list[AuditEntry]:
        """Return the latest lines of an action, the newest first, at most so many."""
        rows = self._database.rows(f"{COLUMNS} WHERE action = ? ORDER BY id DESC LIMIT ?", [action, most])
        return [_entry(row) for row in rows]

    def verify_audit(self, head: KeptHead | None = None) -> AuditCheck:
        """Compute the chain again, and hold it against the hashes kept beside the database and another one.

        Args:
            head: a hash from elsewhere, as a report prints it.
        """
        kept = [*self._kept_heads.read(), *(() if head is None else (head,))]  # before the log, which may grow
        with self._database.snapshot():
            last = int(self._database.value("SELECT IFNULL(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'audit'"))
            check = check_chain(self.audit_entries(), last)
            if not check.is_whole:
                return diagnose(check, list(self.audit_entries()), last)
            hashes: dict[int, str] = dict(self._database.rows("SELECT id, hash FROM audit"))
        return hold_against(check, hashes, kept)


def who() -> str:
    """Return user@machine."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        user = f"uid {os.getuid()}"
    return f"{user}@{platform.node()}"


def _entry(row: Row) -> AuditEntry:
    number, at, name, action, facts, previous, hash_ = row
    return AuditEntry(number=number, at=at, who=name, action=action, facts=facts, previous=previous, hash=hash_)
