"""What is known of the person: a tick for each attribute, and the engine's query that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from engine.attributes.schema import AttributeId, Schema
from engine.gallery.records import CropId
from engine.search.examples import NO_EXAMPLES, Examples
from engine.search.query import Query
from engine.search.words import say_clause, say_example


class Tick(Enum):
    """What is said of one attribute."""

    ANY = "any"  # nothing: unknown is not "no"
    HAS = "has"
    NOT = "not"
    PREFERS = "prefers"


NEXT_TICK = {Tick.ANY: Tick.HAS, Tick.HAS: Tick.NOT, Tick.NOT: Tick.ANY, Tick.PREFERS: Tick.ANY}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One clause or example in words, with the attributes or the crop that taking it away would clear."""

    words: str
    tick: Tick
    attribute_ids: frozenset[AttributeId] = frozenset()
    crop_id: CropId | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """Ticks, each on an attribute of one schema, and crops that look like the person or do not.

    It is never changed, every edit makes another.
    """

    schema: Schema
    ticks: Mapping[AttributeId, Tick] = field(default_factory=lambda: MappingProxyType({}))
    examples: Examples = NO_EXAMPLES

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.ticks and self.examples.is_empty

    def tick_of(self, attribute_id: str) -> Tick:
        """Return what is said of an attribute."""
        return self.ticks.get(AttributeId(attribute_id), Tick.ANY)

    def with_tick(self, attribute_id: str, tick: Tick) -> "Description":
        """Return the description that says this of the attribute; raises UnknownAttributeError."""
        known = self.schema.attribute(attribute_id).id
        ticks = {other: said for other, said in self.ticks.items() if other != known}
        if tick is not Tick.ANY:
            ticks[known] = tick
        return replace(self, ticks=MappingProxyType(ticks))

    def with_example(self, crop_id: CropId, *, like: bool) -> "Description":
        """Return the description with the crop as an example, or without it where it was that already."""
        is_same = self.examples.mark_of(crop_id) is like
        return replace(self, examples=self.examples.marked(crop_id, like=None if is_same else like))

    def cycled(self, attribute_id: str) -> "Description":
        """Return the description with the attribute's next tick: any, has, has not, any."""
        return self.with_tick(attribute_id, NEXT_TICK[self.tick_of(attribute_id)])

    def with_preference(self, attribute_id: str) -> "Description":
        """Return the description that prefers the attribute, or no longer does."""
        is_preferred = self.tick_of(attribute_id) is Tick.PREFERS
        return self.with_tick(attribute_id, Tick.ANY if is_preferred else Tick.PREFERS)

    def without(self, phrase: Phrase) -> "Description":
        """Return the description that does not say this."""
        left = {other: said for other, said in self.ticks.items() if other not in phrase.attribute_ids}
        examples = self.examples
        if phrase.crop_id is not None:
            examples = examples.marked(phrase.crop_id, like=None)
        return replace(self, ticks=MappingProxyType(left), examples=examples)

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
        """Return the description clause by clause, in the order of the query, and then the examples."""
        clauses = [
            Phrase(say_clause(clause, self.schema), self.tick_of(next(iter(clause.allowed))), clause.allowed)
            for clause in self.query().clauses
        ]
        return clauses + [
            Phrase(say_example(crop_id, like=like), Tick.HAS if like else Tick.NOT, crop_id=crop_id)
            for like, examples in ((True, self.examples.like), (False, self.examples.unlike))
            for crop_id in (example.crop_id for example in examples)
            if crop_id is not None
        ]

    def _ticked(self, tick: Tick) -> list[AttributeId]:
        return [attribute_id for attribute_id, said in self.ticks.items() if said is tick]
