"""A schema made of the columns of a user's CSV.

A column of yes and no is an attribute, in a group of its own; any other column is a group, and its values are the
attributes. A group in which no row holds several values is exclusive.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from engine.attributes.schema import Attribute, AttributeId, Combine, Group, GroupId, GroupKind, Schema
from engine.attributes.schema_file import shipped_schema
from engine.errors import DatasetError

YES = frozenset({"1", "yes", "true"})
NO = frozenset({"0", "no", "false"})
NOTHING = "none"  # none of the group's attributes holds; an empty cell says nothing
MAX_VALUES = 200  # a column with more values is no attribute
KIND_WORDS: Mapping[str, GroupKind] = {
    **dict.fromkeys(("gender", "sex"), GroupKind.GENDER),
    "age": GroupKind.AGE,
    **dict.fromkeys(("colour", "color", "colours", "colors"), GroupKind.COLOURS),
    "hair": GroupKind.HAIR,
    **dict.fromkeys(("upper", "top", "shirt", "jacket", "coat", "sleeve", "sleeves"), GroupKind.UPPER_BODY),
    **dict.fromkeys(("lower", "bottom", "trousers", "skirt", "shorts", "jeans"), GroupKind.LOWER_BODY),
    **dict.fromkeys(("footwear", "shoes", "boots", "sandals"), GroupKind.FOOTWEAR),
    **dict.fromkeys(("carrying", "bag", "backpack", "luggage", "umbrella"), GroupKind.CARRYING),
    "view": GroupKind.VIEW,
}
EITHER_KINDS = frozenset({GroupKind.GENDER, GroupKind.AGE, GroupKind.COLOURS, GroupKind.VIEW})


def schema_of_columns(name: str, columns: Mapping[str, Sequence[str]]) -> Schema:
    """Return the schema of the columns of labels.

    Args:
        name: of the data set.
        columns: the cells of each.

    Raises:
        DatasetError: if a column has more values than attributes are likely to have, or none has any value.
        SchemaError: if two columns come to one name.
    """
    groups = [_group(column, cells) for column, cells in columns.items() if any(cells)]
    if not groups:
        raise DatasetError(f"{name} has no column with labels; give it one column per attribute or per group.")
    return Schema(name=name, title=name, groups=tuple(groups))


def values_of(cell: str) -> list[str]:
    """Return the values of one cell, without those that are empty."""
    return [value for value in (part.strip() for part in re.split(r"[;|]", cell)) if value]


def is_yes_or_no(cells: Iterable[str]) -> bool:
    """Return whether a column says of one attribute whether it holds."""
    return all(cell.lower() in YES | NO for cell in cells if cell)


def key_of(name: str) -> str:
    """Return what two spellings of one name share: "T-shirt", "t_shirt" and "tShirt" are one."""
    return "".join(_words(name)).lower()


def _group(column: str, cells: Sequence[str]) -> Group:
    alone = is_yes_or_no(cells)
    values = [] if alone else _distinct(cells)
    if not key_of(column) or len(values) > MAX_VALUES or not (alone or values):
        raise DatasetError(f"The column “{column}” has {len(values)} values, so it is no attribute; take it out.")
    kind = _kind(column)
    attributes = [_attribute(column, value, kind) for value in values] or [_flag(column)]
    exclusive = alone or all(len(values_of(cell)) <= 1 for cell in cells)
    return Group(
        id=GroupId(_camel(column)),
        title=_title(column),
        kind=kind,
        exclusive=exclusive,
        combine=Combine.EITHER if exclusive or kind in EITHER_KINDS else Combine.BOTH,
        attributes=tuple(attributes),
    )


def _distinct(cells: Sequence[str]) -> list[str]:
    """Return the values by name, of two spellings the first."""
    values = sorted({value for cell in set(cells) for value in values_of(cell)})
    spellings = {key_of(value): value for value in reversed(values)}
    return sorted(value for key, value in spellings.items() if key != NOTHING)


def _flag(column: str) -> Attribute:
    title = _title(column)
    return Attribute(id=AttributeId(_camel(column)), label=title, short=title, swatch=None, none=False, sources={})


def _attribute(column: str, value: str, kind: GroupKind) -> Attribute:
    if not key_of(value):
        raise DatasetError(f"The column “{column}” has the value “{value}”, which makes no name; rename it.")
    swatch = _swatches().get(value.lower()) if kind is GroupKind.COLOURS else None
    return Attribute(
        id=AttributeId(_camel(f"{column} {value}")),
        label=f"{_title(column)}: {value}",
        short=value[:1].upper() + value[1:],
        swatch=swatch,
        none=False,
        sources={},
    )


def _swatches() -> Mapping[str, str]:
    attributes = shipped_schema("peta").attributes
    return {attribute.short.lower(): attribute.swatch for attribute in attributes if attribute.swatch}


def _kind(column: str) -> GroupKind:
    words = {word.lower() for word in _words(column)}
    return next((kind for word, kind in KIND_WORDS.items() if word in words), GroupKind.ACCESSORIES)


def _words(text: str) -> list[str]:
    """Return the words of "top colour", "top_colour" or "topColour"; letters and digits of any script."""
    return re.findall(r"[^\W_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text))


def _camel(text: str) -> str:
    words = _words(text)
    return "".join([*(word.lower() for word in words[:1]), *(word[:1].upper() + word[1:] for word in words[1:])])


def _title(text: str) -> str:
    words = " ".join(_words(text))
    return words[:1].upper() + words[1:]
