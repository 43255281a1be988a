"""The hashes of the log's lines, kept in a file beside the database: who cuts the log's end there is seen here."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from engine.gallery.audit_check import KeptHead
from engine.gallery.records import AuditEntry

LINE = re.compile(rb"([1-9][0-9]{0,17}) ([0-9a-f]{64})")


class KeptHeads:
    """A file to which lines are only ever added.

    A line that could not be added is a line less to compare with; one that was half written is passed over.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, entries: Iterable[AuditEntry]) -> None:
        """Keep the hashes of lines that stand in the database now."""
        # The break comes first: a line that a full disk cut short must not run into this one.
        text = "".join(f"\n{entry.number} {entry.hash}" for entry in entries).encode("ascii")
        if not text:
            return
        with suppress(OSError):  # the log itself stands; a full disk must not undo it
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            try:
                os.write(file, text)  # one write, so that two processes do not mix their lines
            finally:
                os.close(file)

    def read(self) -> Iterator[KeptHead]:
        """Yield the hashes; of a file that is not there none."""
        with suppress(OSError), self._path.open("rb") as file:
            for line in file:
                if found := LINE.fullmatch(line.rstrip(b"\r\n")):
                    yield KeptHead(found[2].decode("ascii"), int(found[1]))
