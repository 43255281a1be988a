"""What is known of the person: a tick for each attribute, and the engine's query that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType

from app.search.wording import say, say_clause, say_example, say_scorer
from app.translate import tr
from engine.attributes.schema import AttributeId, GroupId, Schema
from engine.errors import QueryError
from engine.gallery.records import CropId
from engine.search.clause import Clause
from engine.search.examples import NO_EXAMPLES, Example, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.question import Question


class Tick(Enum):
    """What is said of one attribute."""

    ANY = "any"  # nothing: unknown is not "no"
    HAS = "has"
    NOT = "not"
    PREFERS = "prefers"


NEXT_TICK = {Tick.ANY: Tick.HAS, Tick.HAS: Tick.NOT, Tick.NOT: Tick.ANY, Tick.PREFERS: Tick.ANY}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One clause, example or scorer in words, with what taking it away would clear."""

    words: str
    tick: Tick
    attribute_ids: frozenset[AttributeId] = frozenset()
    example: Example | None = None
    is_scorer: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """Ticks, each on an attribute of one schema, and crops and pictures that look like the person or do not.

    It is never changed, every edit makes another.

    Attributes:
        flipped: groups whose ticks combine the other way than the schema says: "or" for "and", or back.
        learns: whether reviewed crops count as examples.
        scorer: what a saved search asked to be scored by; None is the usual one.
    """

    schema: Schema
    ticks: Mapping[AttributeId, Tick] = field(default_factory=lambda: MappingProxyType({}))
    examples: Examples = NO_EXAMPLES
    flipped: frozenset[GroupId] = frozenset()
    learns: bool = False
    scorer: str | None = None

    @classmethod
    def of(cls, question: Question, schema: Schema) -> "Description":
        """Return the description that asks this question, apart from its filters.

        Raises:
            QueryError: if ticks cannot say it, for it was put together on the command line.
        """
        ticks = {value: _tick_of(clause) for clause in question.query.clauses for value in clause.allowed}
        plain = cls(schema, MappingProxyType(ticks), question.examples, frozenset(), question.learns, question.scorer)
        wanted = frozenset(question.query.clauses)
        flipped = {clause.group_id for clause in wanted} - {clause.group_id for clause in wanted & plain._clauses()}
        found = replace(plain, flipped=frozenset(flipped))
        if found._clauses() != wanted:
            text = tr("“{words}” was put together on the command line; run it with bolo searches run.")
            raise QueryError(text.format(words=say(question.query.clauses, schema)))
        return found

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not self.ticks and self.examples.is_empty and not self.learns

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

    def with_picture(self, picture: Example) -> "Description":
        """Return the description with a picture from disk that looks like the person."""
        return replace(self, examples=self.examples.marked_example(picture, like=True))

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
        if phrase.example is not None:
            examples = examples.marked_example(phrase.example, like=None)
        scorer = None if phrase.is_scorer else self.scorer
        return replace(self, ticks=MappingProxyType(left), examples=examples, scorer=scorer)

    def cleared(self) -> "Description":
        """Return the description that says nothing."""
        return Description(self.schema)

    def query(self) -> Query:
        """Return the engine's query.

        Raises:
            QueryError: if the ticks contradict each other.
        """
        query = Query.build(
            self.schema, has=self._ticked(Tick.HAS), not_=self._ticked(Tick.NOT), prefer=self._ticked(Tick.PREFERS)
        )
        for group_id in sorted(self.flipped):
            query = query.flipped(self.schema, group_id)
        return query

    def question(self, filters: Filters) -> Question:
        """Return all that is asked; raises QueryError as `query` does."""
        return Question(
            query=self.query(), filters=filters, examples=self.examples, scorer=self.scorer, learns=self.learns
        )

    def phrases(self) -> list[Phrase]:
        """Return the description clause by clause, in the order of the query, then the examples and the scorer."""
        clauses = [
            Phrase(say_clause(clause, self.schema), self.tick_of(next(iter(clause.allowed))), clause.allowed)
            for clause in self.query().clauses
        ]
        examples = [
            Phrase(say_example(example.named, like=like), Tick.HAS if like else Tick.NOT, example=example)
            for like, marked in ((True, self.examples.like), (False, self.examples.unlike))
            for example in marked
        ]
        scorers = [Phrase(say_scorer(self.scorer), Tick.PREFERS, is_scorer=True)] if self.scorer is not None else []
        return [*clauses, *examples, *scorers]

    def _clauses(self) -> frozenset[Clause]:
        try:
            return frozenset(self.query().clauses)
        except QueryError:  # the ticks alone may contradict each other where the flipped ones do not
            return frozenset()

    def _ticked(self, tick: Tick) -> list[AttributeId]:
        return [attribute_id for attribute_id, said in self.ticks.items() if said is tick]


def _tick_of(clause: Clause) -> Tick:
    if clause.preferred:
        return Tick.PREFERS
    return Tick.NOT if clause.negated else Tick.HAS
