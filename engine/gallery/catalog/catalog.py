"""The common ground of the catalog's parts."""

from collections.abc import Iterator
from contextlib import contextmanager

from engine.gallery.catalog.database import Database


class Catalog:
    """A part of the case's catalog; the parts share one connection to case.db.

    Args:
        database: case.db.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self) -> int:
        """Return how many transactions have changed the catalog, by whatever process; a read of one row."""
        return int(self._database.value("SELECT number FROM revision"))

    def search_revision(self) -> int:
        """Return how many transactions have changed what a search's answer depends on."""
        return int(self._database.value("SELECT search_number FROM revision"))

    def times_number(self) -> int:
        """Return how often times of frames were changed that were there already."""
        return int(self._database.value("SELECT times_number FROM revision"))

    def damage(self) -> list[str]:
        """Return what SQLite finds wrong with case.db, one sentence each."""
        return self._database.damage()

    @contextmanager
    def _change(self) -> Iterator[None]:
        """Open a transaction that counts in `revision`."""
        with self._database.transaction():
            yield
            self._database.write("UPDATE revision SET number = number + 1")

    @contextmanager
    def _search_change(self) -> Iterator[None]:
        """Open a transaction that counts in `revision` and in `search_revision`."""
        with self._change():
            yield
            self._database.write("UPDATE revision SET search_number = search_number + 1")
