"""What the two databases of a case must look like, and the steps that bring an older one there."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.gallery.migrations import (
    m001_first,
    m002_saved_searches,
    m003_linked_tracks,
    m004_camera_clocks,
    m005_detection_settings,
    m006_passed_over,
    m007_picture_hash,
    m008_bookmarks,
    m009_labellers,
)

if TYPE_CHECKING:
    from sqlite_utils import Database as SqliteUtilsDatabase


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A kind of database: its mark in the file's header, and its named steps in order.

    Each step sets `user_version` to its place, inside its own transaction.
    """

    name: str
    application_id: int
    steps: tuple[tuple[str, "Callable[[SqliteUtilsDatabase], None]"], ...]

    @property
    def version(self) -> int:
        """Return the version that this Bolo writes."""
        return len(self.steps)


CASE = Layout(
    name="case",
    application_id=0x424F4C4F,  # "BOLO"
    steps=(
        ("m001_first", m001_first.create_case_tables),
        ("m002_saved_searches", m002_saved_searches.add_saved_hits),
        ("m003_linked_tracks", m003_linked_tracks.add_linked_frame),
        ("m004_camera_clocks", m004_camera_clocks.add_camera_clocks),
        ("m005_detection_settings", m005_detection_settings.add_detection_settings),
        ("m006_passed_over", m006_passed_over.add_passed_over),
        ("m007_picture_hash", m007_picture_hash.add_picture_hash),
        ("m008_bookmarks", m008_bookmarks.add_bookmarks),
        ("m009_labellers", m009_labellers.add_labellers),
    ),
)
CROPS = Layout(
    name="crops", application_id=0x424F4C43, steps=(("m001_first", m001_first.create_crops_tables),)
)  # "BOLC"


def make_database(path: Path, layout: Layout) -> None:
    """Make a database at a path where nothing is; a kill half-way leaves nothing there.

    Raises:
        OSError: if it cannot be written.
    """
    draft = path.with_name(f"{path.name}.making")
    draft.unlink(missing_ok=True)
    try:
        _write_draft(draft, layout)
    except sqlite3.OperationalError as error:
        draft.unlink(missing_ok=True)
        raise OSError(errno.EIO, str(error), str(path)) from error
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    draft.replace(path)


def _write_draft(draft: Path, layout: Layout) -> None:
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # a draft is flushed once, when it is done, or thrown away
        connection.execute(f"PRAGMA application_id = {layout.application_id}")
        bring_up_to_date(connection, layout)
        connection.execute("PRAGMA journal_mode = WAL")


def is_newer(connection: sqlite3.Connection, layout: Layout) -> bool:
    """Return whether a newer Bolo has taken a step in this database that this one does not know."""
    if connection.execute("PRAGMA user_version").fetchone()[0] > layout.version:
        return True
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone():
        return False
    taken = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [layout.name])
    return not {name for (name,) in taken} <= {name for name, _ in layout.steps}


def is_older(connection: sqlite3.Connection, layout: Layout) -> bool:
    """Return whether steps are still to be taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) < layout.version


def bring_up_to_date(connection: sqlite3.Connection, layout: Layout) -> None:
    """Take the steps that are still to be taken, each in a transaction of its own."""
    # Loading sqlite-utils takes 0.1 s, and the window opens cases that need no step: hence here, not above.
    from sqlite_utils import Database, Migrations

    migrations = Migrations(layout.name)
    for name, step in layout.steps:
        migrations(name=name)(step)
    migrations.apply(Database(connection, execute_plugins=False))
