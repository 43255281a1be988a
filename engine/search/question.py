"""All that a search asks, as a saved search keeps it."""

import json
from dataclasses import dataclass, field

from engine.attributes.schema import Schema
from engine.errors import QueryError
from engine.gallery.records import StoredSearch
from engine.search.examples import NO_EXAMPLES, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.scorer import Scorer
from engine.search.scorers import scorer_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A description with filters, examples and scorer; the same question gives the same ranking in the same case."""

    query: Query = field(default_factory=Query)
    filters: Filters = field(default_factory=Filters)
    examples: Examples = NO_EXAMPLES
    scorer: str | None = None  # None: the usual one
    learns: bool = False  # whether reviewed crops count as examples

    @property
    def named_scorer(self) -> Scorer | None:
        """Return the scorer asked for; raises ConfigError where there is none of this name."""
        return None if self.scorer is None else scorer_named(self.scorer)

    def stored(self) -> StoredSearch:
        """Return the question as the catalog keeps it; `read` gives it back equal."""
        return StoredSearch(
            text=self.query.to_text(),
            filters=json.dumps(self.filters.to_dict()),
            examples=json.dumps(self.examples.to_log()),
            scorer=self.scorer,
            learns=self.learns,
        )

    @classmethod
    def read(cls, asks: StoredSearch, schema: Schema) -> "Question":
        """Read what `stored` wrote, in the words of a model's schema.

        Raises:
            UnknownAttributeError: if this schema lacks what is asked for.
            QueryError: if it cannot be read.
        """
        query = Query.parse(asks.text, schema)
        try:
            filters = Filters.from_dict(json.loads(asks.filters))
            examples = Examples.from_log(json.loads(asks.examples))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise QueryError(f"The saved search cannot be read ({error}); save it anew.") from error
        return cls(query=query, filters=filters, examples=examples, scorer=asks.scorer, learns=asks.learns)
