"""The audit log: append-only, each line chained to the one before by its hash."""

import getpass
import hashlib
import json
import os
import platform
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from engine.gallery.catalog.catalog import Catalog
from engine.gallery.records import AuditCheck, AuditEntry

NO_HASH = "0" * 64  # before the first line


class Audit(Catalog):
    """Who did what with the case, when.

    The chain shows every line that was changed, taken out or put in. Who can write the file could make the whole chain
    anew: a report therefore prints the head, against which the chain can be held later.
    """

    def log(self, action: str, facts: Mapping[str, object]) -> AuditEntry:
        """Append a line; `facts` must be fit for JSON (paths, times and the like become text)."""
        with self._change():
            return self._append_to_log(action, facts)

    def _append_to_log(self, action: str, facts: Mapping[str, object]) -> AuditEntry:
        """Append a line inside the open transaction, so that it stands with what it tells of or not at all."""
        text = json.dumps(facts, ensure_ascii=True, sort_keys=True, separators=(",", ":"), default=str)
        rows = self._database.rows("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
        number, previous = rows[0] if rows else (0, NO_HASH)
        at = datetime.now(UTC).isoformat()
        entry = _chained(number + 1, at, who(), action, text, previous)
        self._database.write(
            "INSERT INTO audit (id, at, who, action, facts, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [entry.number, entry.at, entry.who, entry.action, entry.facts, entry.previous, entry.hash],
        )
        return entry

    def audit_entries(self) -> Iterator[AuditEntry]:
        """Yield the lines of the log, the first first."""
        for rows in self._database.stream("SELECT id, at, who, action, facts, previous, hash FROM audit ORDER BY id"):
            for number, at, name, action, facts, previous, hash_ in rows:
                yield AuditEntry(
                    number=number, at=at, who=name, action=action, facts=facts, previous=previous, hash=hash_
                )

    def verify_audit(self) -> AuditCheck:
        """Compute the chain again and compare."""
        with self._database.snapshot():
            last = int(self._database.value("SELECT IFNULL(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'audit'"))
            return check_chain(self.audit_entries(), last)


def check_chain(entries: Iterator[AuditEntry], last_number: int) -> AuditCheck:
    """Return the first line that does not follow from the one before.

    Args:
        entries: the lines of the log.
        last_number: the highest number that was ever given to a line, so that a cut end is seen.
    """
    head, count, broken_at = NO_HASH, 0, None
    for count, entry in enumerate(entries, start=1):
        expected = _chained(count, entry.at, entry.who, entry.action, entry.facts, head)
        if broken_at is None and entry != expected:
            broken_at = count
        head = entry.hash
    if broken_at is None and count != last_number:
        broken_at = count + 1
    return AuditCheck(entries=count, head=head, broken_at=broken_at)


def who() -> str:
    """Return user@machine."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        user = f"uid {os.getuid()}"
    return f"{user}@{platform.node()}"


def _chained(number: int, at: str, name: str, action: str, facts: str, previous: str) -> AuditEntry:
    parts = json.dumps([number, at, name, action, facts, previous], ensure_ascii=True)
    digest = hashlib.sha256(parts.encode()).hexdigest()
    return AuditEntry(number=number, at=at, who=name, action=action, facts=facts, previous=previous, hash=digest)
