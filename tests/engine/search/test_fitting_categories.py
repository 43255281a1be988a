"""Categories that fit, and others made to fit."""

import numpy as np
import pytest

from engine.attributes.schema import Combine
from engine.attributes.schema_file import shipped_schema
from engine.registry.known_categories import KnownCategories
from engine.search import fitting_categories as module
from engine.search.clause import Clause
from engine.search.fitting_categories import fitting_categories, holds_of
from engine.search.query import Query

PETA = shipped_schema("peta")


@pytest.fixture(scope="module")
def known():
    random = np.random.default_rng(11)
    return KnownCategories.of((random.random((80, PETA.size)) < 0.25).astype(np.uint8))


def slowly_holds(clause, vector):
    values = [bool(vector[PETA.index(value)]) for value in clause.allowed]
    if clause.negated:
        return not any(values)
    return all(values) if clause.combine is Combine.BOTH else any(values)


@pytest.mark.parametrize(
    "text",
    ["has:upperBodyRed|upperBodyBlack", "has:carryingBackpack&carryingOther", "not:accessoryHat|accessoryMuffler"],
)
def test_a_clause_holds_as_its_words_say(known, text):
    clause = Query.parse(text, PETA).clauses[0]

    assert holds_of(clause, known.vectors, PETA).tolist() == [slowly_holds(clause, row) for row in known.vectors]


def test_every_category_fits_in_the_end_and_only_the_groups_asked_about_changed(known, monkeypatch):
    monkeypatch.setattr(module, "NEAREST", len(known.counts))
    query = Query.parse("has:upperBodyRed|upperBodyPink has:carryingBackpack&carryingOther not:accessoryHat", PETA)

    fitting = fitting_categories(query.clauses, known, PETA)

    as_they_are = [all(slowly_holds(clause, row) for clause in query.clauses) for row in known.vectors]
    assert fitting.satisfying.tolist() == as_they_are
    assert len(fitting.overwritten) == len(known.vectors) - sum(as_they_are)
    assert all(slowly_holds(clause, row) for clause in query.clauses for row in fitting.overwritten)
    asked = {clause.group_id for clause in query.clauses}
    others = np.concatenate([np.arange(PETA.size)[PETA.slice_of(g)] for g in PETA.groups if g.id not in asked])
    left_alone = {row.tobytes() for row in known.vectors[:, others]}
    assert all(row.tobytes() in left_alone for row in fitting.overwritten[:, others])


def test_categories_with_fewer_broken_groups_come_first_and_are_counted(known, monkeypatch):
    monkeypatch.setattr(module, "NEAREST", len(known.counts))
    query = Query.parse("has:upperBodyRed has:carryingBackpack not:accessoryHat", PETA)

    fitting = fitting_categories(query.clauses, known, PETA)

    slow = sorted(sum(not slowly_holds(clause, row) for clause in query.clauses) for row in known.vectors)
    assert fitting.broken.tolist() == [count for count in slow if count]


def test_only_the_nearest_are_overwritten(known, monkeypatch):
    monkeypatch.setattr(module, "NEAREST", 5)

    fitting = fitting_categories(Query.parse("has:upperBodyRed", PETA).clauses, known, PETA)

    assert len(fitting.overwritten) == 5


def test_a_value_that_nobody_known_has_is_set_and_alternatives_take_turns():
    nobody = KnownCategories.of(np.eye(4, PETA.size, dtype=np.uint8))
    either = Clause(group_id=PETA.group_of("hairBald").id, allowed=frozenset({"hairBald", "hairLong"}))

    fitting = fitting_categories([either], nobody, PETA)

    assert fitting.overwritten[:, PETA.index("hairBald")].sum() == 2
    assert fitting.overwritten[:, PETA.index("hairLong")].sum() == 2


def test_nothing_asked_is_satisfied_by_all(known):
    fitting = fitting_categories([], known, PETA)

    assert fitting.satisfying.all() and not len(fitting.overwritten)
