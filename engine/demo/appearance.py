"""How a person looks: what can be said of them in PETA's attributes, and the rest that only the picture shows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.demo.light import Rgb
from engine.demo.palette import CLOTH, HAIR, JEANS, LEATHER, SKIN, pick

Attributes = frozenset[str]
Weights = dict[str, float]

TOP_COLOURS: Weights = {
    "Black": 20, "Grey": 12, "Blue": 13, "White": 12, "Red": 10, "Green": 8, "Brown": 7, "Pink": 5, "Purple": 5,
    "Orange": 4, "Yellow": 4,
}  # fmt: skip
BOTTOM_COLOURS: Weights = {"Black": 30, "Blue": 18, "Grey": 16, "Brown": 12, "White": 6, "Green": 4, "Red": 3}
TOPS: Weights = {"Jacket": 30, "Tshirt": 24, "Sweater": 18, "Suit": 9, "Other": 19}
PATTERNS: Weights = {"": 64, "Logo": 11, "Plaid": 10, "ThinStripes": 7, "ThickStripes": 8}
AGES: Weights = {"Less30": 40, "Less45": 30, "Less60": 16, "Larger60": 14}
BAGS: Weights = {
    "Nothing": 38, "Backpack": 20, "MessengerBag": 18, "PlasticBags": 11, "Suitcase": 6, "LuggageCase": 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What no attribute says: build, exact shades, and the seed of folds and weave."""

    height_m: float
    width: float  # 1 is average
    belly: float  # metres that the belly stands out
    stoop: float  # radians
    skin: Rgb
    top: Rgb
    second: Rgb  # the stripes' or logo's colour
    shirt: Rgb  # beneath an open jacket
    bottom: Rgb
    hair: Rgb
    shoes: Rgb
    bag: Rgb
    case: Rgb
    hat: Rgb
    scarf: Rgb
    left_handed: bool
    variant: int  # chooses among the cuts of a garment
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A person: attributes that hold, by their PETA ids, and the look that was drawn for them."""

    attributes: Attributes
    look: Look

    def has(self, attribute_id: str) -> bool:
        """Return whether the attribute holds."""
        return attribute_id in self.attributes

    def vector(self, schema: Schema) -> NDArray[np.uint8]:
        """Return the category vector, (A,) uint8."""
        return vector_of(self.attributes, schema)


def vector_of(attributes: Attributes, schema: Schema) -> NDArray[np.uint8]:
    """Return the attributes as a category vector, (A,) uint8; unknown ones raise UnknownAttributeError."""
    vector = np.zeros(schema.size, dtype=np.uint8)
    vector[[schema.index(attribute) for attribute in sorted(attributes)]] = 1
    return vector


def sample_attributes(rng: np.random.Generator) -> Attributes:
    """Draw a description at random: one that people wear, complete in every group."""
    female = bool(rng.random() < 0.46)
    age = _choose(rng, AGES)
    top = _choose(rng, TOPS)
    chosen = {f"personal{'Female' if female else 'Male'}", f"personal{age}"}
    chosen |= _top(rng, top, female=female) | _bottom(rng, top, female=female)
    chosen |= _hair(rng, age, female=female) | _shoes(rng, top, female=female)
    chosen |= _carried(rng) | _accessories(rng, top)
    return frozenset(chosen)


def sample_look(rng: np.random.Generator, attributes: Attributes) -> Look:
    """Draw what the attributes leave open."""
    female = "personalFemale" in attributes
    stout = 0.9 if "personalLess60" in attributes else 0.35 if "personalLarger60" in attributes else 0.0
    slim = "personalLess30" in attributes
    jeans = "lowerBodyJeans" in attributes
    dark_top = any(f"upperBody{colour}" in attributes for colour in ("Black", "Blue", "Green", "Brown", "Purple"))
    return Look(
        height_m=float(np.clip(rng.normal(1.66 if female else 1.78, 0.06), 1.5, 1.95)),
        width=float(np.clip(rng.normal((0.95 if slim else 1.03) + 0.07 * stout, 0.035), 0.88, 1.22)),
        belly=float(max(0.0, rng.normal(0.05, 0.015) * stout)),
        stoop=float(rng.normal(0.2 if "personalLarger60" in attributes else 0.05, 0.025)),
        skin=pick(rng, SKIN),
        top=pick(rng, CLOTH[_colour_in(attributes, "upperBody")]),
        second=pick(rng, CLOTH["White"] if dark_top else CLOTH[("Black", "Blue", "Red")[int(rng.integers(3))]]),
        shirt=pick(rng, CLOTH["White" if rng.random() < 0.6 else "Grey"]),
        bottom=pick(rng, (JEANS if jeans else CLOTH)[_colour_in(attributes, "lowerBody")]),
        hair=pick(rng, HAIR[_colour_in(attributes, "hair") or "Brown"]),
        shoes=pick(rng, LEATHER[_colour_in(attributes, "footwear")]),
        bag=pick(rng, CLOTH[("Black", "Blue", "Grey", "Brown", "Red", "Green")[int(rng.integers(6))]]),
        case=pick(rng, CLOTH[("Black", "Blue", "Grey", "Red", "Purple")[int(rng.integers(5))]]),
        hat=pick(rng, CLOTH[("Black", "Blue", "Grey", "White", "Brown", "Red")[int(rng.integers(6))]]),
        scarf=pick(rng, CLOTH[("Red", "Grey", "White", "Blue", "Orange", "Brown")[int(rng.integers(6))]]),
        left_handed=bool(rng.random() < 0.5),
        variant=int(rng.integers(4)),
        seed=int(rng.integers(1_000_000)),
    )  # fmt: skip


def _choose(rng: np.random.Generator, weights: Weights) -> str:
    names = list(weights)
    shares = np.array([weights[name] for name in names])
    return names[int(rng.choice(len(names), p=shares / shares.sum()))]


def _colour_in(attributes: Attributes, prefix: str) -> str:
    """Return the name of the colour that holds of this part, or "" for none."""
    return next((colour for colour in CLOTH if f"{prefix}{colour}" in attributes), "")


def _top(rng: np.random.Generator, top: str, *, female: bool) -> Attributes:
    if top == "Suit":
        colour = _choose(rng, {"Black": 5, "Grey": 3, "Blue": 3, "Brown": 1})
        return frozenset({"upperBodySuit", f"upperBody{colour}", "upperBodyLongSleeve", "upperBodyFormal"})
    sleeve = "ShortSleeve" if top == "Tshirt" else "LongSleeve"
    if top == "Other":
        sleeve = _choose(rng, {"LongSleeve": 5, "ShortSleeve": 3, "NoSleeve": 3 if female else 1})
    chosen = {f"upperBody{top}", f"upperBody{_choose(rng, TOP_COLOURS)}", f"upperBody{sleeve}", "upperBodyCasual"}
    pattern = _choose(rng, PATTERNS if top != "Jacket" else {"": 85, "Logo": 7, "Plaid": 8})
    return frozenset(chosen | ({f"upperBody{pattern}"} if pattern else set()))


def _bottom(rng: np.random.Generator, top: str, *, female: bool) -> Attributes:
    if top == "Suit":
        kind, colour = "Suits", _choose(rng, {"Black": 5, "Grey": 3, "Blue": 3})
        return frozenset({f"lowerBody{kind}", f"lowerBody{colour}", "lowerBodyFormal"})
    weights = {"Jeans": 36.0, "Trousers": 40.0, "Shorts": 16.0 if top in ("Tshirt", "Other") else 3.0}
    if female:
        weights |= {"ShortSkirt": 13.0, "LongSkirt": 10.0}
    kind = _choose(rng, weights)
    colour = _choose(rng, {"Blue": 7, "Black": 2, "Grey": 1} if kind == "Jeans" else BOTTOM_COLOURS)
    return frozenset({f"lowerBody{kind}", f"lowerBody{colour}", "lowerBodyCasual"})


def _hair(rng: np.random.Generator, age: str, *, female: bool) -> Attributes:
    colours: Weights = {"Black": 9, "Brown": 9, "Yellow": 5, "Red": 1.5}
    if age == "Less60":
        colours = {"Grey": 7, "Brown": 3, "Black": 2}
    if age == "Larger60":
        colours = {"White": 5, "Grey": 3}
    lengths: Weights = {"Long": 72, "Short": 28} if female else {"Short": 84, "Long": 4, "Bald": 12}
    length = _choose(rng, lengths)
    return frozenset({f"hair{length}"} | ({f"hair{_choose(rng, colours)}"} if length != "Bald" else set()))


def _shoes(rng: np.random.Generator, top: str, *, female: bool) -> Attributes:
    if top == "Suit":
        return frozenset({"footwearLeatherShoes", f"footwear{_choose(rng, {'Black': 3, 'Brown': 1})}"})
    kind = _choose(rng, {"Sneaker": 45, "Shoes": 28, "LeatherShoes": 12, "Boots": 15 if female else 7})
    colours = {
        "Sneaker": {"White": 9, "Grey": 4, "Black": 4, "Blue": 2, "Red": 2},
        "Shoes": {"Black": 6, "Brown": 3, "Grey": 2, "White": 1},
        "LeatherShoes": {"Black": 3, "Brown": 2},
        "Boots": {"Black": 3, "Brown": 2},
    }
    return frozenset({f"footwear{kind}", f"footwear{_choose(rng, dict(colours[kind]))}"})


def _carried(rng: np.random.Generator) -> Attributes:
    first = _choose(rng, BAGS)
    chosen = {f"carrying{first}"}
    if first == "Backpack" and rng.random() < 0.15:
        chosen.add("carryingPlasticBags")
    return frozenset(chosen)


def _accessories(rng: np.random.Generator, top: str) -> Attributes:
    chosen = set()
    if rng.random() < 0.17:
        chosen.add("accessoryHat")
    if rng.random() < 0.11:
        chosen.add("accessorySunglasses")
    if top in ("Jacket", "Sweater", "Suit") and rng.random() < 0.2:
        chosen.add("accessoryMuffler")
    return frozenset(chosen or {"accessoryNothing"})
