"""A source knows how many of its frames were passed over, because not every frame was to be looked at."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    # As its last complete import left it; an older import did not count them.
    "ALTER TABLE source ADD COLUMN passed_over INTEGER NOT NULL DEFAULT 0",
    "PRAGMA user_version = 6",
)


def add_passed_over(database: "Database") -> None:
    """Take case.db from the fifth layout to this one."""
    for statement in STEPS:
        database.execute(statement)
