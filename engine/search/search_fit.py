"""What was chosen for a model's scorers on validation data, as its card has it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from engine.errors import ModelError
from engine.evaluation.evidence_thresholds import EvidenceThresholds
from engine.registry.card import ModelCard

FIGURE = "search"  # the card's figures under this name; bolo models fit writes them
EVIDENCE_FIGURE = "evidence"
TRAINING_FIGURE = "fusion_alpha"  # the weight of the cosine beside the heads, from the training


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFit:
    """Constants of the scorers.

    The defaults were chosen for peta-lite0 on PETA's validation part, and serve a model whose card has none.

    Attributes:
        sharpness: σ of the posterior; lower than in training, for the crop's own category is not among the known ones.
        broken_weight: what an overwritten category counts, for each group that had to be overwritten.
        posterior_weight: α, of the posterior's probability in the fused score.
        heads_weight: β, of the heads'.
        cosine_weight: of the cosine in the fused score of a complete description; what the training chose on its
            validation part, where the card has nothing else.
    """

    sharpness: float = 8.0
    broken_weight: float = 0.1
    posterior_weight: float = 1.0
    heads_weight: float = 0.5
    cosine_weight: float = 40.0

    @classmethod
    def of(cls, card: ModelCard) -> Self:
        """Return the constants of a model's card, or the defaults.

        Raises:
            ModelError: if the card's are no numbers.
        """
        trained = card.figures.get(TRAINING_FIGURE)
        try:
            fields = {"cosine_weight": trained} if trained is not None else {}
            fields |= card.figures.get(FIGURE, {})
            return cls(**{name: float(value) for name, value in fields.items() if name in cls.__dataclass_fields__})
        except (AttributeError, TypeError, ValueError) as error:
            raise ModelError(
                f"The card of {card.name} has unreadable search constants; fit the model again."
            ) from error

    def to_dict(self) -> Mapping[str, Any]:
        """Return the constants as plain values, for a card."""
        return asdict(self)


def thresholds_of(card: ModelCard) -> EvidenceThresholds:
    """Return the evidence limits of a model's card, or the documented fallback.

    Raises:
        ModelError: if the card's cannot be read.
    """
    fields = card.figures.get(EVIDENCE_FIGURE)
    if fields is None:
        return EvidenceThresholds()
    try:
        return EvidenceThresholds.from_dict(fields)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ModelError(f"The card of {card.name} has unreadable evidence limits; fit the model again.") from error
