"""A label belongs to who gave it, so that labellers can be compared, and says whether it is a model's guess."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    "ALTER TABLE label RENAME TO label_before",
    """CREATE TABLE label (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        crop_id INTEGER NOT NULL REFERENCES crop (id) ON DELETE CASCADE,
        attribute TEXT NOT NULL,
        value INTEGER, -- 1 holds, 0 does not, NULL cannot be told
        who TEXT NOT NULL,
        at REAL NOT NULL,
        is_guess INTEGER NOT NULL DEFAULT 0, -- 1 where a model's guess was filled in and left as it was
        UNIQUE (crop_id, attribute, who))""",
    """INSERT INTO label (id, crop_id, attribute, value, who, at)
       SELECT id, crop_id, attribute, value, who, at FROM label_before""",
    "DROP TABLE label_before",
    "PRAGMA user_version = 9",
)


def add_labellers(database: "Database") -> None:
    """Take case.db from the eighth layout to this one."""
    for statement in STEPS:
        database.execute(statement)
