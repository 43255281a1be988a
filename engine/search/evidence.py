"""Why a crop stands where it stands: what the model thinks of every tick."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import AttributeId
from engine.evaluation.evidence_thresholds import EvidenceThresholds, Limits
from engine.gallery.records import Quality
from engine.gallery.searchable import Searchable
from engine.giving_way import give_way
from engine.registry.query_model import QueryModel
from engine.search.clause import Clause
from engine.search.legibility import legibility
from engine.search.log_probability import Columns, log_clause, log_present, logit_columns, present
from engine.search.query import Query
from engine.search.scorer import Rows
from engine.search.search_fit import thresholds_of

STRONG_FROM = 0.75  # geometric mean of the clauses' probabilities
FAIR_FROM = 0.5


class Verdict(Enum):
    """Whether a crop bears out what was asked."""

    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot tell"


class Band(Enum):
    """How well a crop fits the description as a whole."""

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One ticked value: the probability that it holds, and what that means for the description.

    The verdict turns round for a value that must not hold: a probable hat contradicts "no hat".
    """

    attribute_id: AttributeId
    probability: float
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseEvidence:
    """One clause, "red or pink top": the probability that it is met, and the verdict; one mark on a tile."""

    clause: Clause
    probability: float
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that the heads say of one crop in view of a description."""

    evidence: tuple[Evidence, ...]  # by clause, in each by the schema's order
    clauses: tuple[ClauseEvidence, ...]  # as the description has them
    band: Band | None  # None where nothing was asked


def verdict_of(probability: float, limits: Limits) -> Verdict:
    """Return the verdict on something asked that holds with this probability."""
    if probability >= limits.agrees_from:
        return Verdict.AGREES
    return Verdict.CONTRADICTS if probability <= limits.contradicts_to else Verdict.CANNOT_TELL


def band_of(clauses: Sequence[ClauseEvidence]) -> Band | None:
    """Return the band: by the geometric mean over what must hold, or over the preferences where nothing must."""
    counted = [found for found in clauses if not found.clause.preferred] or list(clauses)
    if not counted:
        return None
    mean = math.exp(sum(math.log(max(found.probability, 1e-30)) for found in counted) / len(counted))
    if mean >= STRONG_FROM:
        return Band.STRONG
    return Band.FAIR if mean >= FAIR_FROM else Band.WEAK


def find_evidence(
    query: Query, searchable: Searchable, model: QueryModel, rows: Rows, qualities: Sequence[Quality]
) -> list[Findings]:
    """Return what the heads say of each row, in the rows' order.

    The limits between the verdicts are the card's: those at which a mark was right nine times in ten on validation
    data. A small or blurred crop weakens what the heads say of it.

    Args:
        query: what was asked.
        searchable: the case's crops.
        model: gives schema and limits.
        rows: (n,) the crops.
        qualities: n, of the same crops.
    """
    column = _weakened(logit_columns(searchable, rows), legibility(qualities))
    schema, thresholds = model.schema, thresholds_of(model.card)
    by_clause = [
        _clause_evidence(clause, np.exp(log_clause(clause, schema, column)).tolist(), thresholds)
        for clause in query.clauses
    ]
    by_tick = [
        _tick_evidence(value, clause, present(value, schema, column).tolist(), thresholds)
        for clause in query.clauses
        for value in clause.values(schema)
    ]
    of_nobody: list[tuple[()]] = [()] * len(rows)  # where nothing is asked
    return [
        _findings(evidence, clauses)
        for evidence, clauses in zip(
            zip(*by_tick, strict=True) if by_tick else of_nobody,
            zip(*by_clause, strict=True) if by_clause else of_nobody,
            strict=True,
        )
    ]


def evidence_on_all(searchable: Searchable, model: QueryModel, row: int, quality: Quality) -> tuple[Evidence, ...]:
    """Return what the heads say of every attribute of one crop, by the schema's order, each as if it alone was asked.

    Args:
        searchable: the case's crops.
        model: gives schema and limits.
        row: of the crop.
        quality: of the crop; a small or blurred one weakens what the heads say of it.
    """
    stored = searchable.columns.chosen(np.array([row]))[:, 0]
    weakened = np.asarray(stored * legibility([quality]), np.float32)
    thresholds = thresholds_of(model.card)
    return tuple(
        Evidence(attribute_id=name, probability=value, verdict=verdict_of(value, thresholds.of(name)))
        for name, value in zip(model.schema.attribute_ids, np.exp(log_present(weakened)).tolist(), strict=True)
    )


def _findings(evidence: tuple[Evidence, ...], clauses: tuple[ClauseEvidence, ...]) -> Findings:
    give_way()
    return Findings(evidence=evidence, clauses=clauses, band=band_of(clauses))


def _weakened(column: Columns, factors: NDArray[np.float32]) -> Columns:
    """Return what reads the logits times the crops' legibility, (n,)."""
    return lambda place: np.asarray(column(place) * factors, np.float32)


def _tick_evidence(
    value: AttributeId, clause: Clause, probabilities: Sequence[float], thresholds: EvidenceThresholds
) -> list[Evidence]:
    """Return the evidence on one value of a clause for each crop."""
    give_way()
    limits = thresholds.of(value)
    verdicts = [verdict_of(probability, limits) for probability in probabilities]
    if clause.negated:
        verdicts = [_TURNED[verdict] for verdict in verdicts]
    return [
        Evidence(attribute_id=value, probability=probability, verdict=verdict)
        for probability, verdict in zip(probabilities, verdicts, strict=True)
    ]


def _clause_evidence(
    clause: Clause, probabilities: Sequence[float], thresholds: EvidenceThresholds
) -> list[ClauseEvidence]:
    """Return the evidence on a clause for each crop; of one value its own limits count, of several the pooled ones."""
    give_way()
    if len(clause.allowed) > 1:
        verdicts = [verdict_of(probability, thresholds.pooled) for probability in probabilities]
    else:
        limits = thresholds.of(next(iter(clause.allowed)))
        of_value = [1 - probability for probability in probabilities] if clause.negated else probabilities
        verdicts = [verdict_of(probability, limits) for probability in of_value]
        verdicts = [_TURNED[verdict] for verdict in verdicts] if clause.negated else verdicts
    return [
        ClauseEvidence(clause=clause, probability=probability, verdict=verdict)
        for probability, verdict in zip(probabilities, verdicts, strict=True)
    ]


_TURNED = {
    Verdict.AGREES: Verdict.CONTRADICTS,
    Verdict.CONTRADICTS: Verdict.AGREES,
    Verdict.CANNOT_TELL: Verdict.CANNOT_TELL,
}
