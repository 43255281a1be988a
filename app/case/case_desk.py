"""The open case as the questions of the search page see it; lives in the case's thread."""

from dataclasses import dataclass, replace

from app.case.records import Grouping
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.registry.query_model import QueryModel
from engine.search.question import Question
from engine.search.ranking import Ranking
from engine.search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """Gallery, model, and who searches with both."""

    gallery: Gallery
    model: QueryModel
    searcher: Searcher

    @classmethod
    def of(cls, gallery: Gallery, model: QueryModel) -> "CaseDesk":
        """Return the desk of a case and a model."""
        return cls(gallery, model, Searcher(gallery, model))

    def rank(self, question: Question, grouping: Grouping, *, limit: int, offset: int = 0) -> Ranking:
        """Return the best places from `offset` on, at most `limit` of them; errors as of `Searcher.search`."""
        asked = self._within_track(question, grouping)
        return self.searcher.ask(asked, limit=limit, offset=offset, by_track=grouping.has_places_of_tracks)

    def crop_ids(self, question: Question, grouping: Grouping, places: range) -> list[CropId]:
        """Return who stands in these places; errors as of `Searcher.search`."""
        asked = self._within_track(question, grouping)
        return self.searcher.crop_ids(asked, places, by_track=grouping.has_places_of_tracks)

    def _within_track(self, question: Question, grouping: Grouping) -> Question:
        """Return the question asked of the crops of one track alone, where one stands alone."""
        if grouping.only_track is None:
            return question
        crops, chosen = frozenset(self.gallery.crops_of_track(grouping.only_track)), question.filters.crops
        filters = replace(question.filters, crops=crops if chosen is None else crops & chosen)
        return replace(question, filters=filters)
