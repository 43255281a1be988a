"""How long a search takes in a case of many drawn crops, against the vector search alone."""

import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.cli.benchmark_searches import NARROW, WIDE, BenchmarkSearches, Search
from engine.cli.kept_folder import kept_folder
from engine.cli.resident_memory import forget_files
from engine.cli.searching_memory import SearchingMemory, measure_memory
from engine.demo.drawn_case import add_drawn_crops, check_drawn_case, make_drawn_case, save_people
from engine.device import peak_memory_mb
from engine.errors import EngineError
from engine.gallery.gallery import CASE_DB, INDEX_FOLDER, Gallery
from engine.progress import Progress
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, default_store

CASE_NAME = "drawn.bolo"
ADDED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTimes:
    """Seconds, medians over the rounds; each kind is asked once a round.

    A search gives the ranking, with records and evidence of the best 200.

    Attributes:
        flat_s: FAISS's flat search over float16 alone: one query, the best 2,000.
        search_s: three ticks, by the default scorer.
        next_page_s: results 201 to 400 of the same, just after.
        by_track_s: three ticks, one place for each track.
        narrow_s: three ticks with two of eight cameras and three of seven days.
        wide_s: three ticks with seven cameras and six days.
        complete_s: a complete description.
        complete_narrow_s: the same with the narrow filters.
        complete_wide_s: the same with the wide filters.
        example_s: a crop as example, nothing ticked.
        example_and_ticks_s: a crop as example beside the three ticks.
        estimate_s: how many fit the three ticks, and what leaving each out would bring.
    """

    flat_s: float
    search_s: float
    next_page_s: float
    by_track_s: float
    narrow_s: float
    wide_s: float
    complete_s: float
    complete_narrow_s: float
    complete_wide_s: float
    example_s: float
    example_and_ticks_s: float
    estimate_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFigures:
    """What searching costs in a case of drawn crops.

    Attributes:
        crops: N.
        narrow_crops: that pass the narrow filters.
        wide_crops: that pass the wide filters.
        times: of one search of each kind.
        ratio: three ticks against the flat search; design §7: at most 1.5.
        narrow_ratio: three ticks with the narrow filters against without; at most 1.5.
        wide_ratio: three ticks with the wide filters against without.
        complete_ratio: a complete description against the flat search.
        first_search_s: from opening the case to the first ranking; on Linux its files are not in the system's cache.
        added: crops added at the end.
        add_s: from saving what the model says of them to a ranking that considers them.
        after_adding_s: three ticks then.
        memory: bytes a crop that searching holds.
        peak_memory_mb: of this process, with the flat index that it is compared with; None where it is not told.
        rounds: of the medians.
    """

    crops: int
    narrow_crops: int
    wide_crops: int
    times: SearchTimes
    ratio: float
    narrow_ratio: float
    wide_ratio: float
    complete_ratio: float
    first_search_s: float
    added: int
    add_s: float
    after_adding_s: float
    memory: SearchingMemory
    peak_memory_mb: float | None
    rounds: int


def measure_search(crops: int, rounds: int, folder: Path | None, progress: Progress) -> SearchFigures:
    """Make the case where it is not there, and measure searches in it.

    Args:
        crops: N.
        rounds: of the medians.
        folder: keeps the case for the next time; None makes it anew and leaves nothing.
        progress: of the making.

    Raises:
        EngineError: if the case cannot be made, or the folder holds another.
    """
    model = QueryModel.load(default_store().get(DEFAULT_MODEL))
    with kept_folder(folder) as kept:
        case = kept / CASE_NAME
        if not case.exists():
            make_drawn_case(case, model, crops, progress)
        with Gallery.open(case) as gallery:
            check_drawn_case(gallery, model, crops)
            gallery.index(model.id), gallery.searchable(model.id)  # the files, as a job and a window make them
        return _measured(case, model, rounds)


def _measured(case: Path, model: QueryModel, rounds: int) -> SearchFigures:
    memory = measure_memory(case)
    forget_files([case / CASE_DB, *(case / INDEX_FOLDER).iterdir()])
    began = time.perf_counter()
    with Gallery.open(case) as gallery:
        searches = BenchmarkSearches(gallery, model)
        crops = searches.three_ticks().searchable
        first_search_s = time.perf_counter() - began
        by_name = searches.by_name()
        found = _medians({"flat_s": searches.flat_search(), **by_name}, rounds)
        narrow, wide = searches.count_passing(NARROW), searches.count_passing(WIDE)
        add_s = _time_adding(gallery, model, searches)
        after_adding_s = _medians(by_name, rounds)["search_s"]
    times = SearchTimes(**found)
    return SearchFigures(
        crops=crops,
        narrow_crops=narrow,
        wide_crops=wide,
        times=times,
        ratio=times.search_s / times.flat_s,
        narrow_ratio=times.narrow_s / times.search_s,
        wide_ratio=times.wide_s / times.search_s,
        complete_ratio=times.complete_s / times.flat_s,
        first_search_s=first_search_s,
        added=ADDED,
        add_s=add_s,
        after_adding_s=after_adding_s,
        memory=memory,
        peak_memory_mb=peak_memory_mb(),
        rounds=rounds,
    )


def _medians(searches: Mapping[str, Search], rounds: int) -> dict[str, float]:
    """Run the searches in turn, once unmeasured and then `rounds` times; return the median seconds of each."""
    seconds: dict[str, list[float]] = {name: [] for name in searches}
    for _ in range(rounds + 1):
        for name, search in searches.items():
            began = time.perf_counter()
            search()
            seconds[name].append(time.perf_counter() - began)
    return {name: statistics.median(taken[1:]) for name, taken in seconds.items()}


def _time_adding(gallery: Gallery, model: QueryModel, searches: BenchmarkSearches) -> float:
    """Return the seconds from saving what the model says of new crops to a ranking that considers them.

    Raises:
        EngineError: if the ranking leaves them out.
    """
    before = searches.three_ticks().considered
    ids = add_drawn_crops(gallery, ADDED)
    began = time.perf_counter()
    save_people(gallery, model, ids, np.random.default_rng(before))
    considered = searches.three_ticks().considered
    indexed = gallery.index(model.id).count
    seconds = time.perf_counter() - began
    if considered != before + ADDED or indexed != before + ADDED:
        raise EngineError(f"Of {ADDED:,} crops added {considered - before:,} were found; check the case.")
    return seconds
