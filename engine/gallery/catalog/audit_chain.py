"""The chain of the audit log: each line holds the hash of the one before."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from engine.gallery.audit_check import AuditCheck, ChainFault, KeptHead
from engine.gallery.records import AuditEntry

NO_HASH = "0" * 64  # before the first line


def chained(entry: AuditEntry, number: int, previous: str) -> AuditEntry:
    """Return a line as it is in a place of the chain.

    Args:
        entry: of which time, name, action and facts count.
        number: its place, from 1.
        previous: the hash of the line before.
    """
    parts = json.dumps([number, entry.at, entry.who, entry.action, entry.facts, previous], ensure_ascii=True)
    digest = hashlib.sha256(parts.encode()).hexdigest()
    return replace(entry, number=number, previous=previous, hash=digest)


def check_chain(entries: Iterable[AuditEntry], last_number: int) -> AuditCheck:
    """Return the first line that does not follow from the one before; `diagnose` says what is wrong with it.

    Args:
        entries: the lines of the log.
        last_number: the highest number that was ever given to a line, so that a cut end is seen.
    """
    head, count, broken_at = NO_HASH, 0, None
    for count, entry in enumerate(entries, start=1):
        if broken_at is None and entry != chained(entry, count, head):
            broken_at = count
        head = entry.hash
    if broken_at is None and count != last_number:
        broken_at = count + 1
    return AuditCheck(entries=count, head=head, broken_at=broken_at)


def diagnose(check: AuditCheck, entries: Sequence[AuditEntry], last_number: int) -> AuditCheck:
    """Return a check that found a line that does not fit, with what is wrong there.

    Args:
        check: from `check_chain`; `broken_at` is a line.
        entries: all lines.
        last_number: the highest number that was ever given to a line.
    """
    line = check.broken_at
    if line is None:
        return check
    if line > len(entries):
        return replace(check, fault=ChainFault.CUT, other=last_number)
    entry, before = entries[line - 1], entries[line - 2].hash if line > 1 else NO_HASH
    home = _home(entry, max(last_number, len(entries)))
    if home is None or (home == line and entry.previous == before):
        return replace(check, fault=ChainFault.CHANGED)
    if home == line:
        return replace(check, fault=ChainFault.REHASHED, broken_at=max(line - 1, 1), other=line)
    if home < line:
        return replace(check, fault=ChainFault.PUT_IN)
    if home <= len(entries) and _belongs(entries[home - 1], line):
        return replace(check, fault=ChainFault.SWAPPED, other=home)
    if any(_belongs(later, line) for later in entries[line:]):
        return replace(check, fault=ChainFault.REORDERED)
    return replace(check, fault=ChainFault.REMOVED, other=home - 1)


def hold_against(check: AuditCheck, hashes: Mapping[int, str], kept: Iterable[KeptHead]) -> AuditCheck:
    """Hold a log that is whole in itself against hashes that were kept elsewhere; who made the chain anew lacks them.

    Args:
        check: of a chain without a fault.
        hashes: of the lines, by number.
        kept: hashes with their numbers, or without.
    """
    known, count = set(hashes.values()), 0
    faults: dict[int, tuple[ChainFault, int | None]] = {}
    for head in kept:
        count += 1
        if head.number is None:
            if head.hash not in known:
                faults[check.entries + 1] = (ChainFault.UNKNOWN_HEAD, None)
        elif head.number > check.entries:
            last = max(head.number, faults.get(check.entries + 1, (None, 0))[1] or 0)
            faults[check.entries + 1] = (ChainFault.CUT, last)
        elif hashes[head.number] != head.hash:
            faults[head.number] = (ChainFault.REMADE, None)
    check = replace(check, heads_kept=count)
    if not faults:
        return check
    line = min(faults)
    fault, other = faults[line]
    return replace(check, broken_at=line, fault=fault, other=other)


def _home(entry: AuditEntry, last: int) -> int | None:
    """Return the place that a line's hash was made for, or None where it fits none."""
    likely = (entry.number, *range(1, last + 1))
    return next((number for number in likely if _belongs(entry, number)), None)


def _belongs(entry: AuditEntry, number: int) -> bool:
    return chained(entry, number, entry.previous).hash == entry.hash
