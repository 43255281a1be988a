"""What is known of the person: a tick for each attribute, and the engine's query that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from engine.attributes.schema import AttributeId, Schema
from engine.search.query import Query
from engine.search.words import say_clause


class Tick(Enum):
    """What is said of one attribute."""

    ANY = "any"  # nothing: unknown is not "no"
    HAS = "has"
    NOT = "not"
    PREFERS = "prefers"


NEXT_TICK = {Tick.ANY: Tick.HAS, Tick.HAS: Tick.NOT, Tick.NOT: Tick.ANY, Tick.PREFERS: Tick.ANY}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One clause in words, with the attributes that taking it away would clear."""

    words: str
    tick: Tick
    attribute_ids: frozenset[AttributeId]


@dataclass(frozen=True, slots=True)
class Description:
    """Ticks, each on an attribute of one schema; never changed, every edit makes another."""

    schema: Schema
    ticks: Mapping[AttributeId, Tick] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.ticks

    def tick_of(self, attribute_id: str) -> Tick:
        """Return what is said of an attribute."""
        return self.ticks.get(AttributeId(attribute_id), Tick.ANY)

    def with_tick(self, attribute_id: str, tick: Tick) -> "Description":
        """Return the description that says this of the attribute; raises UnknownAttributeError."""
        known = self.schema.attribute(attribute_id).id
        ticks = {other: said for other, said in self.ticks.items() if other != known}
        if tick is not Tick.ANY:
            ticks[known] = tick
        return Description(self.schema, MappingProxyType(ticks))

    def cycled(self, attribute_id: str) -> "Description":
        """Return the description with the attribute's next tick: any, has, has not, any."""
        return self.with_tick(attribute_id, NEXT_TICK[self.tick_of(attribute_id)])

    def with_preference(self, attribute_id: str) -> "Description":
        """Return the description that prefers the attribute, or no longer does."""
        is_preferred = self.tick_of(attribute_id) is Tick.PREFERS
        return self.with_tick(attribute_id, Tick.ANY if is_preferred else Tick.PREFERS)

    def without(self, attribute_ids: frozenset[AttributeId]) -> "Description":
        """Return the description that says nothing of these attributes."""
        left = {other: said for other, said in self.ticks.items() if other not in attribute_ids}
        return Description(self.schema, MappingProxyType(left))

    def cleared(self) -> "Description":
        """Return the description that says nothing."""
        return Description(self.schema)

    def query(self) -> Query:
        """Return the engine's query.

        Raises:
            QueryError: if the ticks contradict each other.
        """
        return Query.build(
            self.schema, has=self._ticked(Tick.HAS), not_=self._ticked(Tick.NOT), prefer=self._ticked(Tick.PREFERS)
        )

    def phrases(self) -> list[Phrase]:
        """Return the description clause by clause, in the order of the query."""
        return [
            Phrase(say_clause(clause, self.schema), self.tick_of(next(iter(clause.allowed))), clause.allowed)
            for clause in self.query().clauses
        ]

    def _ticked(self, tick: Tick) -> list[AttributeId]:
        return [attribute_id for attribute_id, said in self.ticks.items() if said is tick]
