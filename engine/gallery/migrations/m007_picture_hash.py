"""A crop has a perceptual hash of its picture, by which near-duplicates are found; a track says what made it one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    "ALTER TABLE crop ADD COLUMN picture_hash BLOB",  # 16 bytes; NULL in crops of an older import
    # 1 where no tracker linked the crops: they show the same picture at the same place.
    "ALTER TABLE track ADD COLUMN is_alike INTEGER NOT NULL DEFAULT 0",
    "PRAGMA user_version = 7",
)


def add_picture_hash(database: "Database") -> None:
    """Take case.db from the sixth layout to this one."""
    for statement in STEPS:
        database.execute(statement)
