"""The open case as the questions of the search page see it; lives in the case's thread."""

from dataclasses import dataclass, replace

import numpy as np

from app.case.records import CropFindings, CropLook, FrameLook, Grouping
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, FrameRecord, TrackId
from engine.registry.query_model import QueryModel
from engine.search.evidence import evidence_on_all
from engine.search.question import Question
from engine.search.ranking import RankedCrop, Ranking
from engine.search.searcher import Searcher
from engine.search.timeline import Timeline, count_over_time

MOST_OF_TRACK = 500
BEST = 200  # results that stand out in the timeline
VIEW_LIGHT, VIEW_ZOOM = "view light", "view zoom"  # the actions under which they stand in the log


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """Gallery, model, and who searches with both."""

    gallery: Gallery
    model: QueryModel
    searcher: Searcher
    track_searcher: Searcher  # its own, for a searcher remembers its last ranking

    @classmethod
    def of(cls, gallery: Gallery, model: QueryModel) -> "CaseDesk":
        """Return the desk of a case and a model."""
        return cls(gallery, model, Searcher(gallery, model), Searcher(gallery, model))

    def rank(self, question: Question, grouping: Grouping, *, limit: int, offset: int = 0) -> Ranking:
        """Return the best places from `offset` on, at most `limit` of them; errors as of `Searcher.search`."""
        asked = self._within_track(question, grouping)
        by_track, sorting = grouping.has_places_of_tracks, grouping.sorting
        return self.searcher.ask(asked, limit=limit, offset=offset, by_track=by_track, sorting=sorting)

    def crop_ids(self, question: Question, grouping: Grouping, places: range) -> list[CropId]:
        """Return who stands in these places; errors as of `Searcher.search`."""
        asked = self._within_track(question, grouping)
        by_track, sorting = grouping.has_places_of_tracks, grouping.sorting
        return self.searcher.crop_ids(asked, places, by_track=by_track, sorting=sorting)

    def timeline(self, question: Question, grouping: Grouping, parts: int) -> Timeline | None:
        """Return how the crops and the best results lie in time; None where no crop has a time."""
        asked = self._within_track(question, grouping)
        searchable = self.gallery.searchable(self.model.id)
        best = self.searcher.crop_ids(asked, range(BEST), by_track=grouping.has_places_of_tracks)
        return count_over_time(searchable, asked.filters, searchable.rows_of(np.array(best, np.int64)), parts)

    def track(self, question: Question, track_id: TrackId) -> tuple[RankedCrop, ...]:
        """Return the crops of a track that pass the question's filters, best first, a few hundred at most."""
        asked = self._within_track(question, Grouping(only_track=track_id))
        return self.track_searcher.ask(asked, limit=MOST_OF_TRACK).results

    def look_at(self, crop_id: CropId) -> CropLook:
        """Return where a crop comes from, and what people said of it; raises CaseError where there is none."""
        frame = self._look_of(self.gallery.frame_of_crop(crop_id))
        labels, picture = tuple(self.gallery.labels([crop_id])), self.gallery.crop_jpegs([crop_id]).get(crop_id, b"")
        return CropLook(crop_id=crop_id, frame=frame, labels=labels, picture=picture)

    def find_all(self, crop_id: CropId) -> CropFindings | None:
        """Return what the model thinks of every attribute of a crop, or None where it has not seen it yet."""
        searchable = self.gallery.searchable(self.model.id)
        rows = np.flatnonzero(searchable.crop_ids == crop_id)
        if not len(rows):
            return None
        quality = self.gallery.crop(crop_id).quality
        return CropFindings(crop_id=crop_id, evidence=evidence_on_all(searchable, self.model, int(rows[0]), quality))

    def frame_beside(self, frame: FrameRecord, step: int) -> FrameLook | None:
        """Return the frame after another for the step 1, the one before it for -1; None where there is none."""
        beside = self.gallery.frame_after(frame) if step > 0 else self.gallery.frame_before(frame)
        return None if beside is None else self._look_of(beside)

    def note_light(self, crop_id: CropId, brightness: int, contrast: int) -> None:
        """Note in the log that a crop's frame was looked at in another light than its own."""
        if not self.gallery.read_only:
            self.gallery.log(VIEW_LIGHT, {"crop": crop_id, "brightness": brightness, "contrast": contrast})

    def note_zoom(self, crop_id: CropId, factor: float) -> None:
        """Note in the log that a crop's frame was looked at so many times as large as the whole of it fits."""
        if not self.gallery.read_only:
            self.gallery.log(VIEW_ZOOM, {"crop": crop_id, "zoom": factor})

    def _look_of(self, frame: FrameRecord) -> FrameLook:
        before, after = self.gallery.frame_before(frame), self.gallery.frame_after(frame)
        return FrameLook(frame=frame, has_before=before is not None, has_after=after is not None)

    def _within_track(self, question: Question, grouping: Grouping) -> Question:
        """Return the question asked of the crops of one track alone, where one stands alone."""
        if grouping.only_track is None:
            return question
        crops, chosen = frozenset(self.gallery.crops_of_track(grouping.only_track)), question.filters.crops
        filters = replace(question.filters, crops=crops if chosen is None else crops & chosen)
        return replace(question, filters=filters)
