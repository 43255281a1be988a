"""What one key or click says of a crop: the words that change, from those that stand there."""

from collections.abc import Iterable, Mapping, Sequence

from engine.attributes.schema import AttributeId, Group
from engine.gallery.catalog.labels import WordChange, Words
from engine.gallery.records import Said

HOLDS, DOES_NOT, CANNOT_TELL = Said(True), Said(False), Said(None)
_NEXT: Mapping[Said | None, Said | None] = {HOLDS: DOES_NOT, DOES_NOT: CANNOT_TELL, CANNOT_TELL: None}


def say_value(group: Group, attribute_id: AttributeId, words: Words) -> WordChange:
    """Return what the key of a value says.

    In an exclusive group the value holds and the others do not; said again it is taken back. In any other the value
    holds, said again it does not, then it cannot be told, then nothing is said of it.
    """
    before = words.get(attribute_id)
    if group.exclusive:
        if before == HOLDS:
            return dict.fromkeys(_ids(group))
        return {id_: HOLDS if id_ == attribute_id else DOES_NOT for id_ in _ids(group)}
    word = _NEXT.get(before, HOLDS)
    return {**(_ruled_out(group, attribute_id) if word == HOLDS else {}), attribute_id: word}


def say_rest_no(group: Group, words: Words) -> WordChange:
    """Return that nothing else in the group holds; in an exclusive one, that nothing does."""
    rest = [id_ for id_ in _ids(group) if group.exclusive or _is_open(words.get(id_))]
    holds_some = not group.exclusive and HOLDS in [words.get(id_) for id_ in _ids(group)]
    none = [] if holds_some else [attribute.id for attribute in group.attributes if attribute.none]
    return {id_: HOLDS if id_ in none else DOES_NOT for id_ in rest}


def say_unsure(group: Group, words: Words) -> WordChange:
    """Return that what was not said of the group cannot be told; of an exclusive one, that nothing of it can."""
    open_ids = [id_ for id_ in _ids(group) if _is_open(words.get(id_))]
    return dict.fromkeys(_ids(group) if group.exclusive or not open_ids else open_ids, CANNOT_TELL)


def confirm_guesses(groups: Iterable[Group], words: Words) -> WordChange:
    """Return a model's guesses as the labeller's own words."""
    guessed = ((attribute.id, words.get(attribute.id)) for group in groups for attribute in group.attributes)
    return {id_: Said(word.value) for id_, word in guessed if word is not None and word.is_guess}


def is_answered(group: Group, words: Words) -> bool:
    """Return whether nothing of a group is left to say; a guess is no answer."""
    said = [words.get(attribute.id) for attribute in group.attributes]
    own = [word for word in said if not _is_open(word)]
    return len(own) == len(said) or (group.exclusive and HOLDS in own)


def words_in_common(crops: Sequence[Words]) -> Words:
    """Return the words that are the same on all these crops."""
    if not crops:
        return {}
    first, *others = crops
    return {id_: word for id_, word in first.items() if all(words.get(id_) == word for words in others)}


def _is_open(word: Said | None) -> bool:
    return word is None or word.is_guess


def _ids(group: Group) -> list[AttributeId]:
    return [attribute.id for attribute in group.attributes]


def _ruled_out(group: Group, attribute_id: AttributeId) -> WordChange:
    """Return what a value that holds says of the others: nothing else beside “none”, and no “none” beside it."""
    is_none = {attribute.id: attribute.none for attribute in group.attributes}
    return {id_: DOES_NOT for id_ in is_none if id_ != attribute_id and is_none[attribute_id] != is_none[id_]}
