"""A source knows up to which of its frames the people in it have been linked into tracks."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    "ALTER TABLE source ADD COLUMN linked_frame_id INTEGER NOT NULL DEFAULT 0",
    "PRAGMA user_version = 3",
)


def add_linked_frame(database: "Database") -> None:
    """Take case.db from the second layout to this one."""
    for statement in STEPS:
        database.execute(statement)
