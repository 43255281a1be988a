"""The keys of a group's values: by their places in the group, which never change."""

from PySide6.QtCore import Qt

from engine.attributes.schema import AttributeId, Group

REST_NO, UNSURE = "0", "U"
SKIP, GUESS, WHOLE_TRACK, TO_TRACK = "S", "G", "T", "W"
_TAKEN = {UNSURE, SKIP, GUESS, WHOLE_TRACK, TO_TRACK}
_LETTERS = (chr(Qt.Key.Key_A.value + place) for place in range(26))
VALUE_KEYS = (*"123456789", *(letter for letter in _LETTERS if letter not in _TAKEN))


def keys_of(group: Group) -> dict[AttributeId, str]:
    """Return the key of each value, the first nine by digits; what stands behind the last key has none.

    Args:
        group: the whole group, what is retired of it included, so that no key changes when something is retired.
    """
    return {attribute.id: key for attribute, key in zip(group.attributes, VALUE_KEYS, strict=False)}
