"""A camera has a clock, with a zone and an offset; a frame's time stands as the recorder wrote it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS = (
    """CREATE TABLE camera (
        name TEXT PRIMARY KEY,
        zone TEXT, -- "Europe/Berlin"; NULL where nobody has said
        ahead_s REAL NOT NULL DEFAULT 0 -- how far its clock runs ahead of the true time
        ) WITHOUT ROWID""",
    # So that an import of the same folder goes on under the new name.
    "CREATE TABLE camera_renamed (was TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    """INSERT INTO camera (name, zone)
       SELECT source.camera, MIN(frame.time_zone) FROM source JOIN frame ON frame.source_id = source.id
       WHERE frame.time_zone GLOB '[A-Za-z]*' GROUP BY source.camera HAVING COUNT(DISTINCT frame.time_zone) = 1""",
    # Of a video's frame `time_raw` is the time of the first one; these seconds have passed since, by its own count.
    "ALTER TABLE frame ADD COLUMN raw_seconds REAL NOT NULL DEFAULT 0",
    # Changes of times alone: what is derived from the embeddings sees by it that it is stale.
    "ALTER TABLE revision ADD COLUMN times_number INTEGER NOT NULL DEFAULT 0",
    # Older imports wrote the zone that they had assumed behind the recorder's own time, so that it could not be
    # corrected. +00:00 stays: it is what a Z in a file's name became.
    """UPDATE frame SET time_raw = substr(time_raw, 1, length(time_raw) - 6)
       WHERE substr(time_raw, -6, 1) IN ('+', '-') AND substr(time_raw, -3, 1) = ':'
         AND (time_zone GLOB '[A-Za-z]*' OR substr(time_raw, -6) <> '+00:00')""",
    "PRAGMA user_version = 4",
)


def add_camera_clocks(database: "Database") -> None:
    """Take case.db from the third layout to this one."""
    for statement in STEPS:
        database.execute(statement)
