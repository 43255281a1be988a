"""Saved searches: kept, changed and run, every step in the case's log; and what an import brought for them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from engine.errors import EngineError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, RemovedQuery, SavedQuery
from engine.registry.query_model import QueryModel
from engine.search.hits import best_of, find_hits
from engine.search.question import Question
from engine.search.ranking import Ranking
from engine.search.scorers import default_scorer
from engine.search.searcher import LIMIT, Searcher

MOST_MARKED = 1000  # new hits of one search that an import marks, the best of them; all are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAlert:
    """What a saved search found among crops that came since it was last run."""

    search: str  # its name
    new: int  # hits found now
    marked: int  # of these, how many are marked as new
    problem: str = ""  # why it could not be run

    def in_words(self) -> str:
        """Return the alert as one sentence without its stop."""
        if self.problem:
            return f"Saved search “{self.search}” could not be run: {self.problem.rstrip('.')}"
        cut = f", of which the best {self.marked:,} are marked" if self.marked < self.new else ""
        return f"Saved search “{self.search}”: {self.new:,} new{cut}"


class SavedSearches:
    """The saved searches of one case, with one model; it stays in the gallery's thread.

    Args:
        gallery: the case.
        model: the query side of the model that it is searched with.
    """

    def __init__(self, gallery: Gallery, model: QueryModel) -> None:
        self._gallery = gallery
        self._model = model

    def save(self, name: str, question: Question) -> SavedQuery:
        """Keep a question under a new name; whoever is in the case now is never new to it.

        Raises:
            QueryError: if the name is taken or cannot be used.
        """
        saved = self._gallery.save_query(name, question.stored(), self._gallery.searchable_until(self._model.id))
        self._log("search saved", saved.name, self._asked(question))
        return saved

    def change(self, name: str, question: Question) -> None:
        """Let a saved search ask something else."""
        self._gallery.change_query(name, question.stored())
        self._log("saved search changed", name, self._asked(question))

    def rename(self, name: str, new_name: str) -> str:
        """Give a saved search another name, and return that as it was taken."""
        taken = self._gallery.rename_query(name, new_name)
        self._log("saved search renamed", name, {"to": taken})
        return taken

    def remove(self, name: str) -> RemovedQuery:
        """Take a saved search away; return what puts it back."""
        removed = self._gallery.remove_query(name)
        self._log("saved search removed", name, {"text": removed.query.asks.text})
        return removed

    def restore(self, removed: RemovedQuery) -> None:
        """Put a removed search back, with its hits."""
        self._gallery.restore_query(removed)
        self._log("saved search restored", removed.query.name, {"text": removed.query.asks.text})

    def mark(self, name: str, crop_ids: Sequence[CropId], *, seen: bool) -> None:
        """Mark hits as seen, or as new again."""
        self._gallery.mark_hits(name, crop_ids, seen=seen)
        self._log("new hits seen" if seen else "hits new again", name, {"crops": list(crop_ids)})

    def question(self, name: str) -> Question:
        """Return what a saved search asks; raises QueryError or UnknownAttributeError where that cannot be read."""
        return Question.read(self._gallery.saved_query(name).asks, self._model.schema)

    def run(self, name: str, *, limit: int = LIMIT, only_new: bool = False) -> Ranking:
        """Return the ranking of a saved search, of all crops or of its new hits alone."""
        question = self.question(name)
        if only_new:
            new = frozenset(self._gallery.new_hits(name))
            question = replace(question, filters=replace(question.filters, crops=new))
        return Searcher(self._gallery, self._model).ask(question, limit=limit)

    def look_for_new(self) -> tuple[SearchAlert, ...]:
        """Run every saved search over the crops that came since it was last run, and mark its new hits.

        A search that cannot be run says so in its alert; the others go on.
        """
        until = self._gallery.searchable_until(self._model.id)
        alerts = [self._alert(saved, until) for saved in self._gallery.saved_queries() if saved.checked_until < until]
        told = tuple(alert for alert in alerts if alert.new or alert.problem)
        if alerts:
            self._gallery.log("saved searches run", {"alerts": [asdict(alert) for alert in told], "until": until})
        return told

    def _alert(self, saved: SavedQuery, until: CropId) -> SearchAlert:
        try:
            hits, best = self._new_hits(saved)
        except EngineError as error:
            return SearchAlert(search=saved.name, new=0, marked=0, problem=str(error))
        marked = self._gallery.add_hits(saved.id, best, until)
        # Crops behind a gap in the embeddings are looked at twice; what was marked then is not counted again.
        return SearchAlert(search=saved.name, new=hits - len(best) + marked, marked=marked)

    def _new_hits(self, saved: SavedQuery) -> tuple[int, list[CropId]]:
        """Return how many new hits there are, and the best of them."""
        question, model = Question.read(saved.asks, self._model.schema), self._model
        searchable = self._gallery.searchable(model.id)
        rows = question.filters.rows(searchable)
        rows = np.arange(searchable.count) if rows is None else rows
        states = self._gallery.review_states() if question.learns else {}
        examples = question.examples.with_reviews(states, searchable)
        scorer = question.named_scorer or default_scorer()
        hits = find_hits(question.query, examples, searchable, model, rows, scorer, saved.checked_until)
        best = best_of(hits, question.query, searchable, model, scorer, MOST_MARKED)
        return len(hits), [CropId(int(crop_id)) for crop_id in searchable.crop_ids[best]]

    def _asked(self, question: Question) -> dict[str, Any]:
        return {
            "query": question.query.to_text(),
            "words": question.query.in_words(self._model.schema),
            "filters": question.filters.to_dict(),
            "examples": question.examples.to_dict(),
            "scorer": question.scorer,
            "from_reviews": question.learns,
        }

    def _log(self, action: str, name: str, facts: Mapping[str, Any]) -> None:
        self._gallery.log(action, {"name": name, **facts})
