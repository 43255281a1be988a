"""Saved searches know examples, scorer and what they have found; a crop's last review is found at once."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    "ALTER TABLE saved_query ADD COLUMN examples TEXT NOT NULL DEFAULT '{}'",  # JSON
    "ALTER TABLE saved_query ADD COLUMN scorer TEXT",  # NULL: the usual one
    "ALTER TABLE saved_query ADD COLUMN learns INTEGER NOT NULL DEFAULT 0",  # reviewed crops count as examples
    # Crops up to this id have been looked through; nothing that an older case holds is new.
    "ALTER TABLE saved_query ADD COLUMN checked_until INTEGER NOT NULL DEFAULT 0",
    "UPDATE saved_query SET checked_until = (SELECT IFNULL(MAX(id), 0) FROM crop)",
    """CREATE TABLE saved_hit (
        saved_id INTEGER NOT NULL REFERENCES saved_query (id) ON DELETE CASCADE,
        crop_id INTEGER NOT NULL REFERENCES crop (id) ON DELETE CASCADE,
        found_at REAL NOT NULL,
        seen_at REAL, -- NULL: still new
        PRIMARY KEY (saved_id, crop_id)) WITHOUT ROWID""",
    "CREATE INDEX saved_hit_crop ON saved_hit (crop_id)",
    "PRAGMA user_version = 2",
)


def add_saved_hits(database: "Database") -> None:
    """Take case.db from the first layout to this one."""
    for statement in STEPS:
        database.execute(statement)
