"""Bookmarks in the catalog: every word kept, the last one counting."""

from engine.gallery.catalog.audit import Audit, who
from engine.gallery.catalog.values import at, now, text_to_value
from engine.gallery.records import Bookmark, BookmarkState, CropId

BOOKMARKED = "bookmarked"  # the action under which bookmarks stand in the log


class Bookmarks(Audit):
    """Which crops are to be found again, and which are part of the case. Nothing is taken away."""

    def record_bookmark(self, crop_id: CropId, state: BookmarkState, note: str = "") -> Bookmark:
        """Note a bookmark, in one transaction with its line in the log."""
        said = Bookmark(crop_id=crop_id, state=state, note=text_to_value(note), who=who(), at=at(now()))
        with self._change():
            self._database.write(
                "INSERT INTO bookmark (crop_id, state, note, who, at) VALUES (?, ?, ?, ?, ?)",
                [int(crop_id), state.value, said.note, said.who, said.at.timestamp()],
            )
            self._append_to_log(BOOKMARKED, {"crop": crop_id, "state": state.value, "note": said.note})
        return said

    def bookmarks(self) -> dict[CropId, Bookmark]:
        """Return the last word on each crop that is bookmarked or part of the case, by id; a `reviewer` sees none."""
        if self.reviewer is not None:
            return {}
        sql = """SELECT crop_id, state, note, who, at FROM bookmark
                 WHERE id IN (SELECT MAX(id) FROM bookmark GROUP BY crop_id) ORDER BY crop_id"""
        said = (
            Bookmark(crop_id=CropId(crop_id), state=BookmarkState(state), note=note, who=name, at=at(seconds))
            for crop_id, state, note, name, seconds in self._database.rows(sql)
        )
        return {bookmark.crop_id: bookmark for bookmark in said if bookmark.state is not BookmarkState.NONE}
