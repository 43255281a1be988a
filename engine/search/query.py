"""A description of a person: what is known, and nothing about the rest."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, unquote

import numpy as np
import numpy.typing as npt

from engine.attributes.schema import AttributeId, Combine, Group, GroupId, Schema
from engine.errors import QueryError, ShapeError
from engine.search import words
from engine.search.clause import Clause

_WORDS_OF_TEXT = {
    "has": (False, False),  # negated, preferred
    "not": (True, False),
    "prefer": (False, True),
    "prefer-not": (True, True),
}
_TEXT_OF_FLAGS = {flags: word for word, flags in _WORDS_OF_TEXT.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A description: clauses that must all hold, and preferences.

    A group without a clause is unknown, which is not "no". `is_complete` says that the clauses settle every group,
    so that the description is one whole category; `build`, `parse` and `complete` set it.
    """

    clauses: tuple[Clause, ...] = ()
    is_complete: bool = False

    def __post_init__(self) -> None:
        wanted = {value for clause in self.clauses if not clause.negated for value in clause.allowed}
        unwanted = {value for clause in self.clauses if clause.negated for value in clause.allowed}
        both = sorted(wanted & unwanted)
        if both:
            raise QueryError(f"The description both wants and excludes {both[0]}; take one of the two away.")

    @classmethod
    def build(
        cls,
        schema: Schema,
        has: Iterable[str] = (),
        any_of: Iterable[Sequence[str]] = (),
        not_: Iterable[str] = (),
        prefer: Iterable[str] = (),
    ) -> "Query":
        """Make a description of ticks.

        Args:
            schema: the model's schema.
            has: values that must hold; those of one group combine as the schema says.
            any_of: sets of values of one group each, one of which must hold.
            not_: values that must not hold.
            prefer: values that count in favour; those of one group combine as the schema says.

        Raises:
            UnknownAttributeError: with the nearest names.
            QueryError: if the ticks contradict each other, or a set in any_of spans groups.
        """
        clauses = [
            *_clauses_by_group(schema, has),
            *(_either(schema, values) for values in any_of),
            *_clauses_by_group(schema, not_, negated=True),
            *_clauses_by_group(schema, prefer, preferred=True),
        ]
        order = {group.id: place for place, group in enumerate(schema.groups)}
        clauses.sort(key=lambda clause: (clause.preferred, clause.negated, order[clause.group_id]))
        return _checked(schema, clauses)

    @classmethod
    def complete(cls, schema: Schema, vector: npt.ArrayLike) -> "Query":
        """Make the description that a whole category vector gives: its ones hold, its zeros do not.

        Exclusive groups may hold two values here, as some labelled data do.

        Args:
            schema: the model's schema.
            vector: (A,) of 0 and 1.

        Raises:
            ShapeError: if the vector is not (A,).
        """
        return cls.of_groups(schema, vector, [group.id for group in schema.groups])

    @classmethod
    def of_groups(cls, schema: Schema, vector: npt.ArrayLike, group_ids: Iterable[GroupId]) -> "Query":
        """Make the description that some groups of a category vector give; the others are unknown.

        Args:
            schema: the model's schema.
            vector: (A,) of 0 and 1.
            group_ids: the groups to settle; all of them make a complete description.

        Raises:
            ShapeError: if the vector is not (A,).
        """
        bits = np.asarray(vector)
        if bits.shape != (schema.size,):
            raise ShapeError(f"A category vector of {schema.name} is ({schema.size},), not {bits.shape}.")
        chosen = set(group_ids)
        groups = [group for group in schema.groups if group.id in chosen]
        clauses = [clause for group in groups for clause in _settling_clauses(group, bits[schema.slice_of(group)])]
        return cls(clauses=tuple(clauses), is_complete=len(groups) == len(schema.groups))

    @classmethod
    def parse(cls, text: str, schema: Schema) -> "Query":
        """Read what `to_text` wrote; every word of it is one clause.

        Raises:
            UnknownAttributeError: with the nearest names.
            QueryError: if the text cannot be read, or contradicts itself.
        """
        return _checked(schema, [_parse_clause(word, schema) for word in text.split()])

    def to_text(self) -> str:
        """Return the description as one line: `has:upperBodyPink|upperBodyRed not:accessoryHat`."""
        return " ".join(_clause_text(clause) for clause in self.clauses)

    def in_words(self, schema: Schema) -> str:
        """Return the description in English: "Red or pink top, no hat — preferably a woman"."""
        return words.say(self.clauses, schema)

    def flipped(self, schema: Schema, group_id: GroupId) -> "Query":
        """Return the description with what is ticked in one group combined the other way: "and" for "or", or back.

        Raises:
            QueryError: if nobody can be all of it.
        """
        return _checked(
            schema, [clause.flipped() if clause.group_id == group_id else clause for clause in self.clauses]
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of the person."""
        return not self.clauses

    def vector(self, schema: Schema) -> npt.NDArray[np.uint8]:
        """Return the category vector, (A,) uint8: one where a value is demanded, zero elsewhere.

        Of a complete description that is its category; of another, the zero-filled guess (method.md §7).
        """
        bits = np.zeros(schema.size, dtype=np.uint8)
        for clause in self.clauses:
            if clause.is_demand:
                bits[[schema.index(value) for value in clause.values(schema)]] = 1
        return bits


def _clauses_by_group(
    schema: Schema, values: Iterable[str], *, negated: bool = False, preferred: bool = False
) -> Iterator[Clause]:
    """Yield one clause for each group that the values belong to."""
    for group, members in groupby(sorted(set(values), key=schema.index), key=schema.group_of):
        allowed = frozenset(AttributeId(value) for value in members)
        yield Clause(group_id=group.id, allowed=allowed, combine=group.combine, negated=negated, preferred=preferred)


def _either(schema: Schema, values: Sequence[str]) -> Clause:
    return Clause(group_id=_common_group(schema, values), allowed=frozenset(map(AttributeId, values)))


def _common_group(schema: Schema, values: Iterable[str]) -> GroupId:
    """Return the one group of all the values, or raise QueryError."""
    groups = {schema.group_of(value).id: value for value in values}
    if len(groups) > 1:
        (first, one), (second, other) = list(groups.items())[:2]
        raise QueryError(
            f"{one} is of the group {first} and {other} of {second}; alternatives must be of one group, so ask twice."
        )
    if not groups:
        raise QueryError("A set of alternatives names no attribute; name at least one.")
    return next(iter(groups))


def _settling_clauses(group: Group, bits: npt.NDArray[np.generic]) -> Iterator[Clause]:
    """Yield the clauses that say which values of the group hold and that no other does."""
    held = frozenset(attribute.id for attribute, bit in zip(group.attributes, bits, strict=True) if bit)
    rest = frozenset(attribute.id for attribute in group.attributes) - held
    if held:
        yield Clause(group_id=group.id, allowed=held, combine=Combine.BOTH)
    if rest:
        yield Clause(group_id=group.id, allowed=rest, negated=True)


def _checked(schema: Schema, clauses: Sequence[Clause]) -> Query:
    """Return the description, after a look for what only the schema can tell; what is said twice is kept once."""
    for group in schema.groups:
        demands = [clause for clause in clauses if clause.group_id == group.id and clause.is_demand]
        if group.exclusive:
            _refuse_two_values(group, demands)
        else:
            _refuse_none_and_some(group, demands)
    is_complete = all(is_settled(group, clauses) for group in schema.groups)
    return Query(clauses=tuple(dict.fromkeys(clauses)), is_complete=is_complete)


def _refuse_two_values(group: Group, demands: Sequence[Clause]) -> None:
    """Raise QueryError if the demands leave no single value of an exclusive group."""
    possible = frozenset(attribute.id for attribute in group.attributes)
    for clause in demands:
        possible &= clause.allowed if len(clause.allowed) == 1 or clause.combine is Combine.EITHER else frozenset()
    if not possible:
        named = sorted({value for clause in demands for value in clause.allowed})
        raise QueryError(f"Nobody is both {' and '.join(named)}; ask for one of them, or for either.")


def _refuse_none_and_some(group: Group, demands: Sequence[Clause]) -> None:
    """Raise QueryError if the demands name both a thing and the absence of any such thing."""
    certain = {value for clause in demands if clause.is_definite for value in clause.allowed}
    none = sorted(attribute.id for attribute in group.attributes if attribute.none and attribute.id in certain)
    if none and len(certain) > 1:
        other = min(certain - {none[0]})
        raise QueryError(f"{none[0]} leaves no room for {other}; ask for one of them, or for either.")


def is_settled(group: Group, clauses: Sequence[Clause]) -> bool:
    """Whether the clauses say which values of the group hold: some do, or none does."""
    whole = frozenset(attribute.id for attribute in group.attributes)
    return any(
        clause.is_definite and not clause.preferred and (not clause.negated or clause.allowed == whole)
        for clause in clauses
        if clause.group_id == group.id
    )


def _clause_text(clause: Clause) -> str:
    separator = "&" if clause.combine is Combine.BOTH else "|"
    values = separator.join(quote(value, safe="") for value in sorted(clause.allowed))
    return f"{_TEXT_OF_FLAGS[clause.negated, clause.preferred]}:{values}"


def _parse_clause(text: str, schema: Schema) -> Clause:
    word, colon, values_text = text.partition(":")
    if not colon or word not in _WORDS_OF_TEXT:
        raise QueryError(f"“{text}” is no part of a description; write has:, not:, prefer: or prefer-not: and a value.")
    if "&" in values_text and "|" in values_text:
        raise QueryError(f"“{text}” mixes & and |; write two clauses instead.")
    negated, preferred = _WORDS_OF_TEXT[word]
    values = [AttributeId(unquote(value)) for value in values_text.replace("&", "|").split("|")]
    return Clause(
        group_id=_common_group(schema, values),
        allowed=frozenset(values),
        combine=Combine.BOTH if "&" in values_text else Combine.EITHER,
        negated=negated,
        preferred=preferred,
    )
