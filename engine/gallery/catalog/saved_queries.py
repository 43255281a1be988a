"""Saved searches in the catalog, and the crops that each of them found new."""

from collections.abc import Sequence

from engine.errors import QueryError
from engine.gallery.catalog.catalog import Catalog
from engine.gallery.catalog.database import Row
from engine.gallery.catalog.values import at, now
from engine.gallery.records import CropId, RemovedQuery, SavedHit, SavedQuery, StoredSearch

COLUMNS = """SELECT id, name, text, filters, examples, scorer, learns, saved_at, checked_until,
                    (SELECT COUNT(*) FROM saved_hit WHERE saved_id = saved_query.id AND seen_at IS NULL)
             FROM saved_query"""
LONGEST_NAME = 120


class SavedQueries(Catalog):
    """Searches kept under names; names differ by more than case and spaces around them."""

    def save_query(self, name: str, asks: StoredSearch, checked_until: CropId = CropId(0)) -> SavedQuery:  # noqa: B008
        """Keep a search under a name.

        Args:
            name: a new one.
            asks: what the search asks.
            checked_until: crops up to this id are known, and never new to it.

        Raises:
            QueryError: if the name is taken, empty or too long.
        """
        with self._change():
            name = self._free_name(name)
            self._database.write(
                """INSERT INTO saved_query (name, text, filters, examples, scorer, learns, saved_at, checked_until)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                [name, *_asked(asks), now(), checked_until],
            )
            return self.saved_query(name)

    def saved_queries(self) -> list[SavedQuery]:
        """Return the saved searches in the order they were first saved."""
        return [_query(row) for row in self._database.rows(f"{COLUMNS} ORDER BY id")]

    def saved_query(self, name: str) -> SavedQuery:
        """Return the saved search of this name.

        Raises:
            QueryError: if there is none, naming those that there are.
        """
        rows = self._database.rows(f"{COLUMNS} WHERE name = ?", [name])
        if not rows:
            names = ", ".join(f"“{query.name}”" for query in self.saved_queries())
            raise QueryError(f"There is no saved search “{name}”; the case has {names or 'none yet'}.")
        return _query(rows[0])

    def change_query(self, name: str, asks: StoredSearch) -> None:
        """Let a saved search ask something else; what it has found stays."""
        query = self.saved_query(name)
        with self._change():
            self._database.write(
                "UPDATE saved_query SET text = ?, filters = ?, examples = ?, scorer = ?, learns = ? WHERE id = ?",
                [*_asked(asks), query.id],
            )

    def rename_query(self, name: str, new_name: str) -> str:
        """Give a saved search another name, and return that; raises QueryError where it is taken."""
        query = self.saved_query(name)
        with self._change():
            free = self._free_name(new_name, but=query.id)
            self._database.write("UPDATE saved_query SET name = ? WHERE id = ?", [free, query.id])
        return free

    def remove_query(self, name: str) -> RemovedQuery:
        """Take a saved search away; return what puts it back."""
        query = self.saved_query(name)
        removed = RemovedQuery(query=query, hits=tuple(self.saved_hits(name)))
        with self._change():
            self._database.write("DELETE FROM saved_query WHERE id = ?", [query.id])
        return removed

    def restore_query(self, removed: RemovedQuery) -> None:
        """Put back what `remove_query` took away; hits whose crops have gone meanwhile stay away."""
        query = removed.query
        with self._change():
            self._free_name(query.name)
            kept = [*_asked(query.asks), query.saved_at.timestamp(), query.checked_until]
            self._database.write(
                """INSERT INTO saved_query (id, name, text, filters, examples, scorer, learns, saved_at, checked_until)
                   VALUES ((SELECT ? WHERE NOT EXISTS (SELECT 1 FROM saved_query WHERE id = ?)), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [query.id, query.id, query.name, *kept],
            )
            saved_id = self.saved_query(query.name).id
            self._database.write_many(
                """INSERT INTO saved_hit (saved_id, crop_id, found_at, seen_at)
                   SELECT ?, id, ?, ? FROM crop WHERE id = ?""",
                [(saved_id, hit.found_at.timestamp(), _seconds(hit), hit.crop_id) for hit in removed.hits],
            )

    def add_hits(self, query_id: int, crop_ids: Sequence[CropId], checked_until: CropId) -> int:
        """Note new hits, and how far the case has been looked through; return how many were not known yet."""
        with self._change():
            before = self._hit_count(query_id)
            self._database.write_many(
                "INSERT OR IGNORE INTO saved_hit (saved_id, crop_id, found_at) SELECT id, ?, ? FROM saved_query"
                " WHERE id = ?",
                [(int(crop_id), now(), query_id) for crop_id in crop_ids],
            )
            self._database.write(
                "UPDATE saved_query SET checked_until = MAX(checked_until, ?) WHERE id = ?", [checked_until, query_id]
            )
            return self._hit_count(query_id) - before

    def saved_hits(self, name: str) -> list[SavedHit]:
        """Return what a saved search has found new, by crop id."""
        rows = self._database.rows(
            "SELECT crop_id, found_at, seen_at FROM saved_hit WHERE saved_id = ? ORDER BY crop_id",
            [self.saved_query(name).id],
        )
        return [
            SavedHit(crop_id=CropId(crop_id), found_at=at(found), seen_at=None if seen is None else at(seen))
            for crop_id, found, seen in rows
        ]

    def new_hits(self, name: str) -> list[CropId]:
        """Return the hits of a saved search that nobody has marked as seen, by id."""
        return [hit.crop_id for hit in self.saved_hits(name) if hit.seen_at is None]

    def mark_hits(self, name: str, crop_ids: Sequence[CropId], *, seen: bool) -> None:
        """Mark hits of a saved search as seen, or as new again."""
        query = self.saved_query(name)
        with self._change():
            self._database.write_many(
                "UPDATE saved_hit SET seen_at = ? WHERE saved_id = ? AND crop_id = ?",
                [(now() if seen else None, query.id, int(crop_id)) for crop_id in crop_ids],
            )

    def searchable_until(self, model_id: str) -> CropId:
        """Return the highest id up to which this model has embedded every crop; 0 where it lacks the first."""
        sql = """SELECT IFNULL(
                     (SELECT id - 1 FROM crop WHERE NOT EXISTS
                          (SELECT 1 FROM embedding WHERE model_id = ? AND crop_id = crop.id) ORDER BY id LIMIT 1),
                     (SELECT IFNULL(MAX(id), 0) FROM crop))"""
        return CropId(int(self._database.value(sql, [model_id])))

    def _free_name(self, name: str, but: int | None = None) -> str:
        """Return the name without spaces around it; refuse one that cannot be used."""
        name = " ".join(name.split())
        if not name or len(name) > LONGEST_NAME:
            raise QueryError(f"A saved search needs a name of 1 to {LONGEST_NAME} letters; write another one.")
        for query in self.saved_queries():
            if query.id != but and query.name.casefold() == name.casefold():
                raise QueryError(f"There is a saved search “{query.name}” already; choose another name.")
        return name

    def _hit_count(self, query_id: int) -> int:
        return int(self._database.value("SELECT COUNT(*) FROM saved_hit WHERE saved_id = ?", [query_id]))


def _query(row: Row) -> SavedQuery:
    id_, name, text, filters, examples, scorer, learns, saved_at, checked_until, new = row
    asks = StoredSearch(text=text, filters=filters, examples=examples, scorer=scorer, learns=bool(learns))
    return SavedQuery(id=id_, name=name, asks=asks, saved_at=at(saved_at), checked_until=CropId(checked_until), new=new)


def _asked(asks: StoredSearch) -> list[object]:
    return [asks.text, asks.filters, asks.examples, asks.scorer, asks.learns]


def _seconds(hit: SavedHit) -> float | None:
    return None if hit.seen_at is None else hit.seen_at.timestamp()
