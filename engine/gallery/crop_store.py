"""The pictures of the crops, in crops.db: they show when the evidence drive is unplugged."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from engine.errors import CaseError
from engine.gallery.catalog import layout as layouts
from engine.gallery.catalog.database import Database
from engine.gallery.records import CropId


class CropStore:
    """crops.db of one case; one connection, which stays in its thread.

    Args:
        path: crops.db; made anew where it is missing and may be written.
        read_only: whether writing is refused.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        if not path.exists() and not read_only:
            _make(path)
        self._folder = path.parent
        self._database = Database(path, path.parent, layouts.CROPS, read_only=read_only)

    def put(self, pictures: Iterable[tuple[CropId, bytes]]) -> None:
        """Keep pictures in one transaction; one under the same id gives way."""
        with self._database.transaction():
            self._database.write_many("INSERT OR REPLACE INTO crop_jpeg (crop_id, jpeg) VALUES (?, ?)", pictures)

    def get(self, crop_ids: Sequence[CropId]) -> dict[CropId, bytes]:
        """Return the JPEGs of these crops.

        Raises:
            CaseError: if one is missing.
        """
        ids = [int(crop_id) for crop_id in crop_ids]
        sql = "SELECT crop_id, jpeg FROM crop_jpeg WHERE crop_id IN (SELECT value FROM json_each(?))"
        found = {CropId(crop_id): bytes(jpeg) for crop_id, jpeg in self._database.rows(sql, [json.dumps(ids)])}
        for crop_id in crop_ids:
            if crop_id not in found:
                raise CaseError(
                    self._folder, f"the picture of crop {crop_id} is missing; “bolo case verify” lists what is lost."
                )
        return found

    def ids(self) -> set[CropId]:
        """Return the ids that have a picture."""
        return {CropId(crop_id) for (crop_id,) in self._database.rows("SELECT crop_id FROM crop_jpeg")}

    def damage(self) -> list[str]:
        """Return what SQLite finds wrong with the file."""
        return self._database.damage()

    def close(self) -> None:
        """Close the connection."""
        self._database.close()


def _make(path: Path) -> None:
    try:
        layouts.make_database(path, layouts.CROPS)
    except OSError as error:
        raise CaseError(
            path.parent, f"{path.name} cannot be made ({error.strerror}); see that the drive has space, then try again."
        ) from error
