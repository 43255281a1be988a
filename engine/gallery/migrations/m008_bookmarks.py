"""Crops are bookmarked and added to the case, with a note."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    """CREATE TABLE bookmark (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        crop_id INTEGER NOT NULL REFERENCES crop (id) ON DELETE CASCADE,
        state TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        who TEXT NOT NULL,
        at REAL NOT NULL)""",
    "CREATE INDEX bookmark_crop ON bookmark (crop_id)",
    "PRAGMA user_version = 8",
)


def add_bookmarks(database: "Database") -> None:
    """Take case.db from the seventh layout to this one."""
    for statement in STEPS:
        database.execute(statement)
