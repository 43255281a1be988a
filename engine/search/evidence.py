"""Why a crop stands where it stands: what the model thinks of every tick."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from engine.attributes.schema import AttributeId, Schema
from engine.gallery.searchable import Searchable
from engine.search.clause import Clause
from engine.search.log_probability import log_clause, logit_columns, present
from engine.search.query import Query
from engine.search.scorer import Rows

AGREES_FROM = 0.75  # calibrated probability that what was asked holds
CONTRADICTS_TO = 0.25
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


def verdict_of(probability: float) -> Verdict:
    """Return the verdict on something asked that holds with this probability."""
    if probability >= AGREES_FROM:
        return Verdict.AGREES
    return Verdict.CONTRADICTS if probability <= CONTRADICTS_TO else Verdict.CANNOT_TELL


def band_of(clauses: Sequence[ClauseEvidence]) -> Band | None:
    """Return the band: by the geometric mean over what must hold, or over the preferences where nothing must."""
    counted = [found for found in clauses if not found.clause.preferred] or list(clauses)
    if not counted:
        return None
    mean = math.exp(sum(math.log(max(found.probability, 1e-30)) for found in counted) / len(counted))
    if mean >= STRONG_FROM:
        return Band.STRONG
    return Band.FAIR if mean >= FAIR_FROM else Band.WEAK


def find_evidence(query: Query, searchable: Searchable, schema: Schema, rows: Rows) -> list[Findings]:
    """Return what the heads say of each row, in the rows' order."""
    column = logit_columns(searchable, rows)
    by_clause = [np.exp(log_clause(clause, schema, column)) for clause in query.clauses]
    ticks = [(clause.negated, value) for clause in query.clauses for value in clause.values(schema)]
    by_tick = [present(value, schema, column) for _, value in ticks]
    return [
        _findings(
            [_tick_evidence(value, negated, float(p[i])) for (negated, value), p in zip(ticks, by_tick, strict=True)],
            [_clause_evidence(clause, float(p[i])) for clause, p in zip(query.clauses, by_clause, strict=True)],
        )
        for i in range(len(rows))
    ]


def _findings(evidence: Sequence[Evidence], clauses: Sequence[ClauseEvidence]) -> Findings:
    return Findings(evidence=tuple(evidence), clauses=tuple(clauses), band=band_of(clauses))


def _tick_evidence(value: AttributeId, negated: bool, probability: float) -> Evidence:
    verdict = verdict_of(1 - probability if negated else probability)
    return Evidence(attribute_id=value, probability=probability, verdict=verdict)


def _clause_evidence(clause: Clause, probability: float) -> ClauseEvidence:
    return ClauseEvidence(clause=clause, probability=probability, verdict=verdict_of(probability))
