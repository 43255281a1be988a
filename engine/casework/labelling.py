"""What the labellers of a case say together, and how far they agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby

from engine.gallery.records import CropId, Label

Settled = dict[CropId, dict[str, bool | None]]
Opinions = Mapping[str, Mapping[str, Mapping[CropId, bool]]]  # by labeller, attribute and crop: whether it holds


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeAgreement:
    """How far two labellers agree on one attribute.

    Attributes:
        both: crops of which both said that it holds or not.
        agreed: of these, where they said the same.
        kappa: Cohen's (Educational and Psychological Measurement 1960), 1 for full agreement, 0 for what chance gives;
            None where both always said the same one thing, so that chance alone explains it.
    """

    both: int
    agreed: int
    kappa: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabellerAgreement:
    """How far two labellers agree, by attribute."""

    one: str
    other: str
    attributes: Mapping[str, AttributeAgreement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A crop and an attribute of which one labeller says that it holds, and another that it does not."""

    crop_id: CropId
    attribute: str
    one_holds: bool  # what the first of the two says; the other says the opposite


def settle_labels(labels: Iterable[Label], *, takes_guesses: bool = False) -> Settled:
    """Return what holds of each crop by what all its labellers say.

    Where one says that an attribute holds and another that it does not, it cannot be told; where only one can tell,
    their word counts.

    Args:
        labels: by crop, as the gallery yields them.
        takes_guesses: whether a model's guesses that nobody has looked at count too.
    """
    settled: Settled = {}
    counted = (label for label in labels if takes_guesses or not label.is_guess)
    for crop_id, of_crop in groupby(counted, key=lambda label: label.crop_id):
        said: dict[str, set[bool | None]] = defaultdict(set)
        for label in of_crop:
            said[label.attribute].add(label.value)
        settled[crop_id] = {attribute: _settled(values) for attribute, values in said.items()}
    return settled


def read_opinions(labels: Iterable[Label]) -> Opinions:
    """Return what people say that holds or does not; a model's guesses do not count."""
    said: dict[str, dict[str, dict[CropId, bool]]] = defaultdict(lambda: defaultdict(dict))
    for label in labels:
        if label.value is not None and not label.is_guess:
            said[label.who][label.attribute][label.crop_id] = label.value
    return {who: dict(of_labeller) for who, of_labeller in said.items()}


def find_agreement(said: Opinions) -> tuple[LabellerAgreement, ...]:
    """Compare every two labellers who looked at the same crops."""
    pairs = []
    for one, other in combinations(sorted(said), 2):
        shared = sorted(said[one].keys() & said[other].keys())
        found = {attribute: _agreement(said[one][attribute], said[other][attribute]) for attribute in shared}
        compared = {attribute: agreement for attribute, agreement in found.items() if agreement.both}
        if compared:
            pairs.append(LabellerAgreement(one=one, other=other, attributes=compared))
    return tuple(pairs)


def find_disagreements(said: Opinions, one: str, other: str) -> tuple[Disagreement, ...]:
    """Return where two labellers contradict each other, by crop and attribute."""
    of_other = said.get(other, {})
    return tuple(
        sorted(
            (
                Disagreement(crop_id=crop_id, attribute=attribute, one_holds=holds)
                for attribute, of_one in said.get(one, {}).items()
                for crop_id, holds in of_one.items()
                if of_other.get(attribute, {}).get(crop_id, holds) != holds
            ),
            key=lambda found: (found.crop_id, found.attribute),
        )
    )


def _settled(values: set[bool | None]) -> bool | None:
    definite = values - {None}
    return definite.pop() if len(definite) == 1 else None


def _agreement(one: Mapping[CropId, bool], other: Mapping[CropId, bool]) -> AttributeAgreement:
    crops = one.keys() & other.keys()
    both, agreed = len(crops), sum(one[crop] == other[crop] for crop in crops)
    if not both:
        return AttributeAgreement(both=0, agreed=0, kappa=None)
    yes_one, yes_other = sum(one[crop] for crop in crops) / both, sum(other[crop] for crop in crops) / both
    by_chance = yes_one * yes_other + (1 - yes_one) * (1 - yes_other)
    kappa = None if by_chance == 1 else (agreed / both - by_chance) / (1 - by_chance)
    return AttributeAgreement(both=both, agreed=agreed, kappa=kappa)
