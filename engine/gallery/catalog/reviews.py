"""Reviews in the catalog: what people said of crops, every word kept, the last one counting."""

import json
from collections.abc import Iterator, Sequence

from engine.gallery.catalog.audit import who
from engine.gallery.catalog.catalog import Catalog
from engine.gallery.catalog.values import at, now, text_to_value
from engine.gallery.records import CropId, Review, ReviewState

# The last word on each crop that anything was said of; `review_crop` answers it.
LAST = "SELECT crop_id, verdict FROM review WHERE id IN (SELECT MAX(id) FROM review GROUP BY crop_id)"


class Reviews(Catalog):
    """What was said of crops. Nothing is taken away: to withdraw a word, UNREVIEWED is said."""

    def record_review(self, crop_id: CropId, state: ReviewState, note: str = "") -> Review:
        """Note what the user says of a crop."""
        review = Review(crop_id=crop_id, state=state, note=text_to_value(note), who=who(), at=at(now()))
        with self._change():
            self._database.write(
                "INSERT INTO review (crop_id, verdict, note, who, at) VALUES (?, ?, ?, ?, ?)",
                [int(crop_id), state.value, review.note, review.who, review.at.timestamp()],
            )
        return review

    def reviews(self, crop_id: CropId) -> Iterator[Review]:
        """Yield what was said of a crop, the first word first."""
        sql = "SELECT verdict, note, who, at FROM review WHERE crop_id = ? ORDER BY id"
        for verdict, note, name, seconds in self._database.rows(sql, [int(crop_id)]):
            yield Review(crop_id=crop_id, state=ReviewState(verdict), note=note, who=name, at=at(seconds))

    def review_states(self, crop_ids: Sequence[CropId] | None = None) -> dict[CropId, ReviewState]:
        """Return the state of each crop that has been reviewed, of these or of all; the others are UNREVIEWED."""
        sql, parameters = LAST, []
        if crop_ids is not None:
            sql = """SELECT crop_id, verdict FROM review WHERE id IN
                      (SELECT MAX(id) FROM review WHERE crop_id IN (SELECT value FROM json_each(?)) GROUP BY crop_id)"""
            parameters = [json.dumps([int(crop_id) for crop_id in crop_ids])]
        states = {CropId(crop_id): ReviewState(verdict) for crop_id, verdict in self._database.rows(sql, parameters)}
        return {crop_id: state for crop_id, state in states.items() if state is not ReviewState.UNREVIEWED}
