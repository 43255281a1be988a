"""What a card says of each attribute: how many pictures that were learned from have it, and how well it is told."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from engine.attributes.schema import AttributeId
from engine.registry.card import ModelCard

ATTRIBUTES_FIGURE = "attributes"  # of the card
FIELDS = ("support", "known", "ma", "tested")
MOST_PICTURES = 1_000_000_000  # more, no card means honestly


@dataclass(frozen=True, slots=True)
class AttributeFigures:
    """One attribute, by the labelled pictures of its model's training; rendered crops count for nothing.

    Attributes:
        support: pictures that were learned from and have it.
        known: pictures that were learned from and are labelled for it, either way.
        ma: mean of the shares of yes and of no found on the validation pictures, in percent; None where all or none of
            these have it. Its mean over the attributes is the card's `recognition_ma`.
        tested: validation pictures of the rarer of the two answers; of few of them `ma` says little.

    Raises:
        ValueError: if more have it than are labelled, or a figure is out of its range.
    """

    support: int
    known: int
    ma: float | None
    tested: int

    def __post_init__(self) -> None:
        if not 0 <= self.support <= self.known <= MOST_PICTURES:
            raise ValueError(f"support {self.support} of known {self.known} is no count of pictures")
        if not 0 <= self.tested <= MOST_PICTURES:
            raise ValueError(f"tested {self.tested} is no count of pictures")
        if self.ma is not None and not 0 <= self.ma <= 100:
            raise ValueError(f"ma must be a percentage, not {self.ma}")


def attribute_figures(card: ModelCard) -> dict[AttributeId, AttributeFigures]:
    """Return the figures by attribute, in the order of the schema.

    The card may come from anywhere: what is unsound is left out, and so is what is not of its schema. A card of an
    older Bolo has none.
    """
    told = card.figures.get(ATTRIBUTES_FIGURE)
    if not isinstance(told, Mapping):
        return {}
    read = {attribute: _read(told.get(attribute)) for attribute in card.schema.attribute_ids}
    return {attribute: figures for attribute, figures in read.items() if figures is not None}


def figures_to_dict(figures: Mapping[AttributeId, AttributeFigures]) -> dict[str, dict[str, Any]]:
    """Return the figures by attribute as a card holds them, under `ATTRIBUTES_FIGURE`."""
    return {str(attribute): asdict(one) for attribute, one in figures.items()}


def _read(entry: object) -> AttributeFigures | None:
    """Return an entry of a card; None where it is unsound."""
    if not isinstance(entry, Mapping) or not all(field in entry for field in FIELDS):
        return None
    support, known, ma, tested = (entry[field] for field in FIELDS)
    if not all(map(_is_whole, (support, known, tested))) or not (ma is None or isinstance(ma, float) or _is_whole(ma)):
        return None
    try:
        return AttributeFigures(support, known, None if ma is None else float(ma), tested)
    except (ValueError, OverflowError):  # the latter of a whole number that is too large for a float
        return None


def _is_whole(value: object) -> bool:
    """Return whether it is a whole number; true and false, which Python counts among them, are none."""
    return isinstance(value, int) and not isinstance(value, bool)
