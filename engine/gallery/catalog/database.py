"""One SQLite file of a case: opened with care, written in short transactions, its errors in the user's words."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from engine.errors import CaseError, CaseInUseError, NewerCaseError, ReadOnlyCaseError
from engine.gallery.catalog import layout as layouts
from engine.gallery.catalog.layout import Layout

BUSY_TIMEOUT_MS = 10_000
ROWS_AT_A_TIME = 4_096

Row = tuple[Any, ...]

DAMAGED = "its database {file} is damaged; restore the case from a copy, or run “bolo case verify” to see what is left."
SENTENCES: dict[int, tuple[type[CaseError], str]] = {
    sqlite3.SQLITE_FULL: (
        CaseError,
        "the disk is full; free some space and run the same again, what was recorded so far is safe.",
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyCaseError,
        "the case cannot be written; copy it to a folder that can be written, and open it there.",
    ),
    sqlite3.SQLITE_BUSY: (CaseInUseError, "another process is writing to the case; try again in a moment."),
    sqlite3.SQLITE_CANTOPEN: (
        CaseError,
        "{file} cannot be opened; see that the drive is plugged in and that you may read the folder.",
    ),
    sqlite3.SQLITE_IOERR: (
        CaseError,
        "{file} cannot be read or written; see that the drive is plugged in and has space, then try again.",
    ),
    sqlite3.SQLITE_CORRUPT: (CaseError, DAMAGED),
    sqlite3.SQLITE_NOTADB: (CaseError, "{file} is no database; choose a case that Bolo made."),
}
PRIMARY_CODE = 0xFF  # of an extended result code, its lowest byte


class Database:
    """One connection to one file. It stays in the thread that opened it.

    Args:
        path: the file; it must exist.
        case_folder: the case that errors speak of.
        layout: what the file must look like.
        read_only: whether writing is refused.
    """

    def __init__(self, path: Path, case_folder: Path, layout: Layout, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.case_folder = case_folder
        with self.errors_in_words():
            self._connection = self._connect()
            try:
                self._check(layout)
                self._set_up()
            except BaseException:
                self._connection.close()
                raise
        self.is_older = layouts.is_older(self._connection, layout)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query."""
        with self.errors_in_words():
            return self._connection.execute(sql, parameters).fetchall()

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[list[Row]]:
        """Yield the rows of a query, a few thousand at a time; write nothing meanwhile."""
        with self.errors_in_words():
            cursor = self._connection.execute(sql, parameters)
            while rows := cursor.fetchmany(ROWS_AT_A_TIME):
                yield rows

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - SQLite's values have no type
        """Return the first column of the first row, or None where there is no row."""
        rows = self.rows(sql, parameters)
        return rows[0][0] if rows else None

    def write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one statement inside the open transaction; return the id of an inserted row."""
        with self.errors_in_words():
            return int(self._connection.execute(sql, parameters).lastrowid or 0)

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row inside the open transaction."""
        with self.errors_in_words():
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make what is written inside whole or not at all. It waits its turn; transactions do not nest."""
        if self.read_only:
            raise ReadOnlyCaseError(
                self.case_folder, "the case was opened read-only; open it for writing, or work on a copy."
            )
        with self._between("BEGIN IMMEDIATE"):
            yield

    def snapshot(self) -> AbstractContextManager[None]:
        """Let everything read inside show one state of the file."""
        return self._between("BEGIN")

    def bring_up_to_date(self, layout: Layout) -> None:
        """Take the steps that an older file still lacks."""
        with self.errors_in_words():
            layouts.bring_up_to_date(self._connection, layout)
            self.is_older = False

    def damage(self) -> list[str]:
        """Return what SQLite finds wrong with the file, one sentence each."""
        found = [sentence for (sentence,) in self.rows("PRAGMA integrity_check")]
        found += [
            f"row {row} of {table} speaks of a row that {parent} lacks"
            for table, row, parent, _ in self.rows("PRAGMA foreign_key_check")
        ]
        return [sentence for sentence in found if sentence != "ok"]

    def forget_pages(self) -> None:
        """Give back the memory of the pages that were read; a look at every key leaves many that nobody needs."""
        with self.errors_in_words():
            self._connection.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close the connection; the last one to close folds the write-ahead log back in."""
        self._connection.close()

    @contextmanager
    def errors_in_words(self) -> Iterator[None]:
        """Turn SQLite's errors that a user can do something about into a CaseError."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
            if code not in SENTENCES:
                raise
            kind, sentence = SENTENCES[code]
            raise kind(self.case_folder, sentence.format(file=self.path.name)) from error

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        with self.errors_in_words():
            self._connection.execute(begin)
        try:
            yield
            with self.errors_in_words():
                self._connection.execute("COMMIT")
        except BaseException:
            # A drive that has gone cannot roll back; SQLite does so when the file is next opened.
            if self._connection.in_transaction:
                with suppress(sqlite3.OperationalError):
                    self._connection.execute("ROLLBACK")
            raise

    def _connect(self) -> sqlite3.Connection:
        if not self.read_only:
            return self._connection_to("mode=rw")
        connection = self._connection_to("mode=ro")
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & PRIMARY_CODE not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
                raise
            return self._connect_to_frozen_file()
        return connection

    def _connect_to_frozen_file(self) -> sqlite3.Connection:
        # In a folder that cannot be written SQLite cannot make the shared memory of a write-ahead log. `immutable`
        # does without, but would hide what still stands in a log.
        log = self.path.with_name(f"{self.path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise ReadOnlyCaseError(
                self.case_folder,
                f"it was not closed properly, and the last changes still stand in {log.name}; "
                "copy the case to a folder that can be written, and open it there.",
            )
        return self._connection_to("mode=ro&immutable=1")

    def _connection_to(self, options: str) -> sqlite3.Connection:
        uri = f"file:{quote(str(self.path.absolute()))}?{options}"
        # No implicit transactions: every one is opened and ended above.
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)

    def _check(self, layout: Layout) -> None:
        application_id = self._connection.execute("PRAGMA application_id").fetchone()[0]
        if application_id != layout.application_id:
            raise CaseError(
                self.case_folder, f"{self.path.name} was not made by Bolo; choose the folder of a Bolo case."
            )
        if layouts.is_newer(self._connection, layout):
            raise NewerCaseError(
                self.case_folder, "the case was made by a newer version of Bolo; update Bolo to open it."
            )

    def _set_up(self) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA trusted_schema = OFF")  # a case may come from somebody else
        if not self.read_only:
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")  # what was acknowledged survives a power cut too
