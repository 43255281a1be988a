"""The scorers by name, and which one a description takes."""

from collections.abc import Mapping

from engine.errors import ConfigError
from engine.search.cosine import Cosine
from engine.search.heads import Heads
from engine.search.query import Query
from engine.search.scorer import Scorer
from engine.search.zero_filled import ZeroFilled

DEFAULT = Heads.name
SCORERS: Mapping[str, Scorer] = {scorer.name: scorer for scorer in (Heads(), ZeroFilled(), Cosine())}


def scorer_named(name: str) -> Scorer:
    """Return the scorer of this name.

    Raises:
        ConfigError: naming those that there are.
    """
    try:
        return SCORERS[name]
    except KeyError:
        raise ConfigError("scorer", name, f"is none of {', '.join(SCORERS)}") from None


def default_scorer(query: Query) -> Scorer:
    """Return the paper's cosine for a complete description, the heads for any other."""
    return SCORERS[Cosine.name if query.is_complete else DEFAULT]
