"""What a protocol finds of one model, and how two models differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.evaluation.bootstrap import Difference, Resampled, paired_differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The figures of one model under one protocol.

    Attributes:
        figures: plain values, as `bolo evaluate --json` writes them.
        headline: the figures that models are compared by, in percent.
        resampled: each headline figure in every bootstrap round; empty where the protocol has none.
    """

    figures: Mapping[str, Any]
    headline: Mapping[str, float]
    resampled: Mapping[str, Resampled] = field(default_factory=dict)

    def less(self, other: "Outcome") -> dict[str, Difference]:
        """Return how much better this model is than another on the same data, with paired intervals."""
        return paired_differences(self.headline, self.resampled, other.headline, other.resampled)
