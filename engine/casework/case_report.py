"""All that a report on a case says, as plain data; who writes it on paper decides its look alone."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from engine.casework.chosen_crops import ChosenCrop, choose_crops, read_decisions
from engine.casework.coverage import Coverage, read_coverage
from engine.casework.reported_model import ReportedModel, report_model
from engine.casework.second_review import Agreement, find_agreement
from engine.errors import ModelError, QueryError
from engine.gallery.audit_check import AuditCheck
from engine.gallery.catalog.audit import who
from engine.gallery.gallery import Gallery
from engine.gallery.records import AuditEntry, CaseInfo, CropRecord, Review, Source, installed_version
from engine.imaging.digest import sha256_of
from engine.registry.store import default_store
from engine.search.active_model import active_model
from engine.search.filter_words import say_filters
from engine.search.filters import Filters
from engine.search.ranking import LEAD_NOT_IDENTIFICATION
from engine.search.replay import SEARCH

REPORTED = "report made"  # the action under which reports stand in the log
MOST_SEARCHES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSource:
    """A source with what came of it, and who of the people in it was taken."""

    source: Source
    frames: int
    crops: int
    is_missing: bool  # nothing is where the case has it
    people: str  # who was left out, in words
    zones: int  # in which nobody was taken


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSearch:
    """A search of the log; the same one made again is told once."""

    line: int  # of the log, the last time
    at: str  # the last time, ISO 8601, UTC
    times: int
    who: str
    words: str
    query: str  # as `Query.parse` reads it
    examples: int
    filters: str
    model_id: str
    scorer: str
    considered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReport:
    """What a report says."""

    folder: Path
    info: CaseInfo
    made_at: datetime
    made_by: str
    bolo_version: str
    notice: str  # what the results are, and what not
    model: ReportedModel | None
    model_problem: str  # why there is none
    searches: tuple[ReportedSearch, ...]  # the latest last
    searches_left_out: int
    sources: tuple[ReportedSource, ...]
    coverage: Coverage
    chosen: tuple[ChosenCrop, ...]
    decisions: tuple[tuple[CropRecord, Review], ...]  # every word said, the first first
    agreement: Agreement
    log: AuditCheck


def read_report(gallery: Gallery) -> CaseReport:
    """Return all that a report on a case says; reads every frame, crop and line of the log."""
    model, problem = _model(gallery)
    searches = list(_searches(gallery))
    return CaseReport(
        folder=gallery.folder,
        info=gallery.info(),
        made_at=datetime.now(UTC),
        made_by=who(),
        bolo_version=installed_version(),
        notice=f"{LEAD_NOT_IDENTIFICATION}.",
        model=model,
        model_problem=problem,
        searches=tuple(searches[-MOST_SEARCHES:]),
        searches_left_out=max(0, len(searches) - MOST_SEARCHES),
        sources=tuple(_sources(gallery)),
        coverage=read_coverage(gallery, None if model is None else model.model_id),
        chosen=tuple(choose_crops(gallery)),
        decisions=tuple(read_decisions(gallery)),
        agreement=find_agreement(gallery),
        log=gallery.verify_audit(),
    )


def note_report(gallery: Gallery, report: CaseReport, out: Path, pages: int) -> str:
    """Return the hash of a written report, and note it in the log with the head that the report prints.

    Raises:
        FileError: if the report cannot be read.
    """
    sha256 = sha256_of(out)
    if not gallery.read_only:
        facts = {"out": out.absolute(), "sha256": sha256, "pages": pages, "head": report.log.head}
        gallery.log(REPORTED, {**facts, "lines": report.log.entries, "crops": [one.crop.id for one in report.chosen]})
    return sha256


def _model(gallery: Gallery) -> tuple[ReportedModel | None, str]:
    try:
        return report_model(active_model(gallery, default_store()).card), ""
    except ModelError as error:
        return None, str(error)


def _sources(gallery: Gallery) -> Iterator[ReportedSource]:
    counts = gallery.counts_by_source()
    for source in gallery.sources():
        settings = gallery.detection_settings(source.id)
        yield ReportedSource(
            source=source,
            frames=counts[source.id].frames,
            crops=counts[source.id].crops,
            is_missing=not source.path.exists(),
            people=settings.in_words(),
            zones=len(settings.zones),
        )


def _searches(gallery: Gallery) -> Iterator[ReportedSearch]:
    """Yield the searches by when they were made last."""
    found: dict[str, tuple[AuditEntry, dict[str, Any], int]] = {}
    for entry in gallery.audit_entries():
        if entry.action != SEARCH:
            continue
        facts = json.loads(entry.facts)
        key = json.dumps([facts.get(name) for name in ("query", "filters", "examples", "scorer", "model_id")])
        _, _, times = found.pop(key, (entry, facts, 0))
        found[key] = entry, facts, times + 1
    for entry, facts, times in found.values():
        yield ReportedSearch(
            line=entry.number,
            at=entry.at,
            times=times,
            who=entry.who,
            words=_words(facts),
            query=str(facts.get("query", "")),
            examples=_count_examples(facts),
            filters=_filters(facts),
            model_id=str(facts.get("model_id", "")),
            scorer=str(facts.get("scorer", "")),
            considered=int(facts.get("considered", 0)),
        )


def _words(facts: dict[str, Any]) -> str:
    words, count = str(facts.get("words", "")), _count_examples(facts)
    return f"{words}, with {count} examples" if count else words


def _count_examples(facts: dict[str, Any]) -> int:
    return sum(len(part) for part in (facts.get("examples") or {}).values() if isinstance(part, list))


def _filters(facts: dict[str, Any]) -> str:
    try:
        return say_filters(Filters.from_dict(facts.get("filters") or {}))
    except QueryError as error:
        return str(error)
