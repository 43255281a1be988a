"""A source keeps who of the people in its frames is taken."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    "ALTER TABLE source ADD COLUMN detection TEXT",  # JSON; NULL where everybody is whom the detector finds
    "PRAGMA user_version = 5",
)


def add_detection_settings(database: "Database") -> None:
    """Take case.db from the fourth layout to this one."""
    for statement in STEPS:
        database.execute(statement)
