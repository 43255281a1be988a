"""What the saved searches of a case find with a new model, beside what they find now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from engine.attributes.schema_file import schema_to_dict
from engine.errors import EngineError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, SavedQuery
from engine.jobs.embed_gallery import BATCH, EmbeddingAhead
from engine.jobs.stage_clock import StageClock
from engine.jobs.workers import Workers
from engine.progress import Progress
from engine.registry.loading import load_model
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel
from engine.search.question import Question
from engine.search.searcher import Searcher

MOST_CROPS = 3000  # that both rank; more would have a comparison wait for minutes
BEST_OF_EACH = 100  # that a search finds now and that are ranked in any case
SHOWN = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPair:
    """One saved search, answered by both models over the same crops.

    Attributes:
        search: its name.
        asks: what it asks, as `Query.parse` reads it.
        words: the same in words.
        old: ids of the best crops by the old model, best first.
        new: by the new one.
        problem: why there is no answer; else nothing.
    """

    search: str
    asks: str = ""
    words: str = ""
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchComparison:
    """The saved searches of a case by two models.

    Attributes:
        crops: how many the case holds that the old model has seen.
        ranked: how many of them both have ranked.
        pairs: one for each saved search.
        schema: of the old model as plain values, by which the searches are asked.
    """

    crops: int
    ranked: int
    pairs: tuple[SearchPair, ...]
    schema: Mapping[str, Any]


def compare_searches(
    gallery: Gallery, old: InstalledModel, new: InstalledModel, progress: Progress
) -> SearchComparison:
    """Answer every saved search with both models, over all crops or, of many, over a part with the best of now.

    What the new model says of these crops is kept in the case, where activating it finds it. Stopped half-way, it goes
    on from there next time.

    Args:
        gallery: an open case that can be written.
        old: the model that it is searched with.
        new: the other.
        progress: told.

    Raises:
        CaseInUseError: if another job writes to the case.
    """
    saved = gallery.saved_queries()
    now, schema = QueryModel.load(old), schema_to_dict(old.card.schema)
    crops = int(gallery.counts().embedded.get(now.id, 0))
    if not saved or not crops:
        return SearchComparison(crops=crops, ranked=0, pairs=(), schema=schema)
    pool = _pool(gallery, now, saved)
    with gallery.writer():
        _embed(gallery, new, pool, progress)
    models = (now, QueryModel.load(new))
    pairs = tuple(_pair(gallery, models, query, frozenset(pool)) for query in saved)
    return SearchComparison(crops=crops, ranked=len(pool), pairs=pairs, schema=schema)


def _pool(gallery: Gallery, model: QueryModel, saved: Sequence[SavedQuery]) -> list[CropId]:
    """Return which crops are ranked: all, or the best of every search and others at even steps."""
    ids = gallery.embedded_crop_ids(model.id)
    if len(ids) <= MOST_CROPS:
        return [CropId(int(crop_id)) for crop_id in ids]
    best = {crop_id for query in saved for crop_id in _answer(gallery, model, query, None, BEST_OF_EACH)[0]}
    others = ids[np.linspace(0, len(ids) - 1, MOST_CROPS - min(len(best), MOST_CROPS), dtype=np.int64)]
    return [CropId(crop_id) for crop_id in sorted(best | {int(crop_id) for crop_id in others})]


def _embed(gallery: Gallery, installed: InstalledModel, pool: Sequence[CropId], progress: Progress) -> None:
    known = {int(crop_id) for crop_id in gallery.embedded_crop_ids(installed.card.model_id)}
    waiting = [crop_id for crop_id in pool if int(crop_id) not in known]
    if not waiting:
        return
    with Workers() as workers:
        ahead = EmbeddingAhead(gallery, load_model(installed), workers, StageClock())
        with ahead.keeping_what_is_begun():
            for start in progress.track(range(0, len(waiting), BATCH), "Looking at the case with the new model"):
                ahead.add(waiting[start : start + BATCH])
        ahead.finish()


def _pair(
    gallery: Gallery, models: tuple[QueryModel, QueryModel], query: SavedQuery, pool: frozenset[CropId]
) -> SearchPair:
    (old, words, problem), (new, _, other) = (_answer(gallery, model, query, pool, SHOWN) for model in models)
    return SearchPair(search=query.name, asks=query.asks.text, words=words, old=old, new=new, problem=problem or other)


def _answer(
    gallery: Gallery, model: QueryModel, query: SavedQuery, pool: frozenset[CropId] | None, most: int
) -> tuple[tuple[int, ...], str, str]:
    """Return the best crops, what is asked in words, and why it cannot be answered."""
    try:
        best, words = _best(gallery, model, query, pool, most)
    except EngineError as error:
        return (), "", str(error)
    return tuple(best), words, ""


def _best(
    gallery: Gallery, model: QueryModel, query: SavedQuery, pool: frozenset[CropId] | None, most: int
) -> tuple[list[int], str]:
    question = Question.read(query.asks, model.schema)
    if pool is not None:
        chosen = question.filters.crops
        crops = pool if chosen is None else pool & chosen
        question = replace(question, filters=replace(question.filters, crops=crops))
    ids = Searcher(gallery, model).crop_ids(question, range(most))
    return [int(crop_id) for crop_id in ids], question.query.in_words(model.schema)
