"""Which attributes a few typed letters mean."""

from engine.attributes.schema import Attribute, AttributeId, Group, Schema


def matching_attributes(schema: Schema, text: str) -> frozenset[AttributeId]:
    """Return the attributes whose words begin with every word of the text; all of them for no text.

    "back" finds Backpack, "red to" the red top, "top col" all top colours.
    """
    wanted = text.casefold().split()
    return frozenset(
        attribute.id
        for group in schema.groups
        for attribute in group.attributes
        if all(_has_word(attribute, group, word) for word in wanted)
    )


def _has_word(attribute: Attribute, group: Group, beginning: str) -> bool:
    words = f"{attribute.label} {attribute.short} {group.title}".casefold().replace("-", " ").split()
    phrases = (attribute.label.casefold(), attribute.short.casefold())
    return any(word.startswith(beginning) for word in (*words, *phrases))
