"""Reviews in the catalog: what people said of crops, every word kept, the last one counting."""

import json
from collections.abc import Iterator, Mapping, Sequence

from engine.gallery.catalog.audit import Audit, who
from engine.gallery.catalog.database import Row
from engine.gallery.catalog.values import at, now, text_to_value
from engine.gallery.records import CropId, Review, ReviewState

REVIEWED = "reviewed"  # the action under which reviews stand in the log
COLUMNS = "SELECT crop_id, verdict, note, who, at FROM review"


class Reviews(Audit):
    """What was said of crops. Nothing is taken away: to withdraw a word, UNREVIEWED is said.

    Where there is a `reviewer`, states are this person's alone, and words are said in this name; else the user of the
    machine reviews and sees everybody's last word.
    """

    def record_review(self, crop_id: CropId, state: ReviewState, note: str = "", reviewer: str | None = None) -> Review:
        """Note what somebody says of a crop, in one transaction with its line in the log.

        Args:
            crop_id: the crop.
            state: what it is.
            note: why.
            reviewer: who says so; None for the one who reviews alone, else the user of this machine.
        """
        review = self._word(crop_id, state, note, reviewer)
        with self._change():
            self._write_words([review], reviewer)
        return review

    def record_reviews(self, states: Mapping[CropId, ReviewState]) -> None:
        """Note what the user says of several crops, in one transaction with their lines in the log."""
        with self._change():
            self._write_words([self._word(crop_id, state) for crop_id, state in states.items()])

    def _word(self, crop_id: CropId, state: ReviewState, note: str = "", reviewer: str | None = None) -> Review:
        name = reviewer or self.reviewer or who()
        note, name = text_to_value(note), text_to_value(name)
        return Review(crop_id=crop_id, state=state, note=note, who=name, at=at(now()))

    def _write_words(self, said: Sequence[Review], reviewer: str | None = None) -> None:
        """Write words and their lines in the log; a reviewer who was named stands there beside the machine's user."""
        rows = [[int(one.crop_id), one.state.value, one.note, one.who, one.at.timestamp()] for one in said]
        self._database.write_many("INSERT INTO review (crop_id, verdict, note, who, at) VALUES (?, ?, ?, ?, ?)", rows)
        is_named = bool(reviewer or self.reviewer)
        for one in said:
            facts = {"crop": one.crop_id, "verdict": one.state.value, "note": one.note}
            self._append_to_log(REVIEWED, facts | ({"reviewer": one.who} if is_named else {}))

    def reviews(self, crop_id: CropId) -> Iterator[Review]:
        """Yield what was said of a crop, the first word first."""
        yield from map(_review, self._database.rows(f"{COLUMNS} WHERE crop_id = ? ORDER BY id", [int(crop_id)]))

    def all_reviews(self) -> list[Review]:
        """Return every word said on any crop, the first first."""
        return [_review(row) for row in self._database.rows(f"{COLUMNS} ORDER BY id")]

    def last_reviews(self) -> list[Review]:
        """Return the last word of everybody on every crop, by crop and then in the order they were said."""
        sql = f"{COLUMNS} WHERE id IN (SELECT MAX(id) FROM review GROUP BY crop_id, who) ORDER BY crop_id, id"
        return [_review(row) for row in self._database.rows(sql)]

    def review_states(
        self, crop_ids: Sequence[CropId] | None = None, reviewer: str | None = None
    ) -> dict[CropId, ReviewState]:
        """Return the state of each crop that has been reviewed; the others are UNREVIEWED.

        Args:
            crop_ids: of these crops; None for all.
            reviewer: what this person said alone; None for the one who reviews alone, else the last word of anybody.
        """
        reviewer = reviewer or self.reviewer
        conditions: list[str] = []
        parameters: list[str] = []
        if crop_ids is not None:
            conditions.append("crop_id IN (SELECT value FROM json_each(?))")
            parameters.append(json.dumps([int(crop_id) for crop_id in crop_ids]))
        if reviewer is not None:
            conditions.append("who = ?")
            parameters.append(reviewer)
        of_them = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        # The last word on each crop that anything was said of; the index `review_crop` answers it.
        sql = f"""SELECT crop_id, verdict FROM review
                  WHERE id IN (SELECT MAX(id) FROM review {of_them} GROUP BY crop_id)"""
        states = {CropId(crop_id): ReviewState(verdict) for crop_id, verdict in self._database.rows(sql, parameters)}
        return {crop_id: state for crop_id, state in states.items() if state is not ReviewState.UNREVIEWED}


def _review(row: Row) -> Review:
    crop_id, verdict, note, name, seconds = row
    return Review(crop_id=CropId(crop_id), state=ReviewState(verdict), note=note, who=name, at=at(seconds))
