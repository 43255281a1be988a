"""The scorers by name, and which of them a model can use."""

from collections.abc import Mapping

from engine.errors import ConfigError
from engine.registry.query_model import QueryModel
from engine.search.completion import Completion
from engine.search.cosine import Cosine
from engine.search.fused import Fused
from engine.search.heads import Heads
from engine.search.posterior import Posterior
from engine.search.scorer import Scorer
from engine.search.zero_filled import ZeroFilled

DEFAULT = Fused.name  # the best on the benchmark `partial` (docs/benchmarks.md)
SCORERS: Mapping[str, Scorer] = {
    scorer.name: scorer for scorer in (Fused(), Heads(), Posterior(), Completion(), ZeroFilled(), Cosine())
}
NEEDING_CATEGORIES = frozenset({Completion.name, Posterior.name})


def scorer_named(name: str) -> Scorer:
    """Return the scorer of this name.

    Raises:
        ConfigError: naming those that there are.
    """
    try:
        return SCORERS[name]
    except KeyError:
        raise ConfigError("scorer", name, f"is none of {', '.join(SCORERS)}") from None


def scorers_for(model: QueryModel) -> Mapping[str, Scorer]:
    """Return the scorers that this model can use: without its categories it has no completion and no posterior."""
    left_out = NEEDING_CATEGORIES if model.known is None else frozenset()
    return {name: scorer for name, scorer in SCORERS.items() if name not in left_out}


def default_scorer() -> Scorer:
    """Return the scorer that a search takes unless told otherwise."""
    return SCORERS[DEFAULT]
