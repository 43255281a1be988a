"""The first layout of case.db and crops.db."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

CASE_TABLES = (
    "CREATE TABLE case_info (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # Every transaction that changed something counts, so that another process sees in one read that the case moved on.
    """CREATE TABLE revision (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        number INTEGER NOT NULL, -- all changes
        search_number INTEGER NOT NULL -- changes of what a search's answer depends on
        )""",
    "INSERT INTO revision VALUES (1, 0, 0)",
    """CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        path NOT NULL, -- text; the bytes of a name that is no UTF-8
        kind TEXT NOT NULL,
        camera TEXT NOT NULL,
        is_complete INTEGER NOT NULL DEFAULT 0,
        added_at REAL NOT NULL,
        UNIQUE (path, kind, camera))""",
    """CREATE TABLE frame (
        id INTEGER PRIMARY KEY,
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
        path NOT NULL,
        number INTEGER NOT NULL, -- from 1
        sha256 TEXT NOT NULL,
        width_px INTEGER NOT NULL,
        height_px INTEGER NOT NULL,
        time REAL, -- seconds since 1970, UTC
        time_zone TEXT, -- "Europe/Berlin" or "+02:00", as the time was given
        time_raw TEXT, -- ISO 8601, as the recorder wrote it
        UNIQUE (source_id, path, sha256, number))""",
    "CREATE INDEX frame_sha256 ON frame (sha256)",
    "CREATE INDEX frame_time ON frame (time)",
    """CREATE TABLE track (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE)""",
    """CREATE TABLE crop (
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again, for crops.db is keyed by it
        frame_id INTEGER NOT NULL REFERENCES frame (id) ON DELETE CASCADE,
        track_id INTEGER REFERENCES track (id) ON DELETE SET NULL,
        x REAL NOT NULL, y REAL NOT NULL, w REAL NOT NULL, h REAL NOT NULL,
        score REAL NOT NULL,
        height_px INTEGER NOT NULL,
        sharpness REAL NOT NULL,
        truncated REAL NOT NULL)""",
    "CREATE INDEX crop_frame ON crop (frame_id)",
    "CREATE INDEX crop_track ON crop (track_id) WHERE track_id IS NOT NULL",
    """CREATE TABLE embedding (
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again, for the index knows by it what it lacks
        crop_id INTEGER NOT NULL REFERENCES crop (id) ON DELETE CASCADE,
        model_id TEXT NOT NULL,
        vector BLOB NOT NULL, -- (D,) float16, little-endian
        UNIQUE (model_id, crop_id))""",
    """CREATE TABLE attribute_score (
        embedding_id INTEGER PRIMARY KEY REFERENCES embedding (id) ON DELETE CASCADE,
        logits BLOB NOT NULL -- (A,) float16, little-endian
        )""",
    """CREATE TABLE label (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        crop_id INTEGER NOT NULL REFERENCES crop (id) ON DELETE CASCADE,
        attribute TEXT NOT NULL,
        value INTEGER, -- 1 holds, 0 does not, NULL cannot be told
        who TEXT NOT NULL,
        at REAL NOT NULL,
        UNIQUE (crop_id, attribute))""",
    """CREATE TABLE review (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        crop_id INTEGER NOT NULL REFERENCES crop (id) ON DELETE CASCADE,
        verdict TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        who TEXT NOT NULL,
        at REAL NOT NULL)""",
    "CREATE INDEX review_crop ON review (crop_id)",
    """CREATE TABLE saved_query (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        filters TEXT NOT NULL, -- JSON
        saved_at REAL NOT NULL)""",
    """CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        action TEXT NOT NULL,
        facts TEXT NOT NULL, -- JSON, canonical
        previous TEXT NOT NULL,
        hash TEXT NOT NULL)""",
    """CREATE TRIGGER audit_keeps_its_rows BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER audit_loses_no_row BEFORE DELETE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TABLE job (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        inputs TEXT NOT NULL, -- JSON
        started_at REAL NOT NULL,
        finished_at REAL,
        state TEXT NOT NULL,
        summary TEXT NOT NULL DEFAULT '{}')""",
    """CREATE TABLE failure (
        id INTEGER PRIMARY KEY,
        path NOT NULL,
        source_id INTEGER REFERENCES source (id) ON DELETE CASCADE,
        reason TEXT NOT NULL,
        at REAL NOT NULL)""",
    "CREATE UNIQUE INDEX failure_of_path ON failure (path, IFNULL(source_id, 0))",
    "PRAGMA user_version = 1",
)

CROPS_TABLES = (
    "CREATE TABLE crop_jpeg (crop_id INTEGER PRIMARY KEY, jpeg BLOB NOT NULL)",
    "PRAGMA user_version = 1",
)


def create_case_tables(database: "Database") -> None:
    """Lay out case.db."""
    for statement in CASE_TABLES:
        database.execute(statement)


def create_crops_tables(database: "Database") -> None:
    """Lay out crops.db."""
    for statement in CROPS_TABLES:
        database.execute(statement)
