"""A description in English, from its clauses: "Red or pink top, backpack, no hat — preferably a woman"."""

from collections.abc import Iterable, Sequence

from engine.attributes.schema import Attribute, Combine, Group, GroupKind, Schema
from engine.gallery.records import CropId
from engine.search.clause import Clause

ANYONE = "Anyone"
_WITHOUT_ARTICLE = ("hair", "footwear", "bald", "old")  # last words that take no "a"
_PHRASES = ("no ", "carrying ", "something ", "seen ")  # first words of labels that are phrases, not nouns


def say(clauses: Sequence[Clause], schema: Schema) -> str:
    """Return the clauses as one English phrase; what must hold first, then the preferences."""
    must = [_say_clause(clause, clauses, schema) for clause in clauses if not clause.preferred]
    wishes = [_say_wish(clause, schema) for clause in clauses if clause.preferred]
    phrase = ", ".join(part for part in must if part) or (ANYONE if wishes or not clauses else "")
    if wishes:
        phrase += f" — preferably {joined(wishes, 'and')}"
    return phrase[:1].upper() + phrase[1:]


def say_clause(clause: Clause, schema: Schema) -> str:
    """Return one clause in words, as it stands on a chip or beside a mark: "red or pink top", "no hat"."""
    group = schema.group(clause.group_id)
    if clause.negated:
        return _say_absence(clause, group, schema)
    return _say_values(clause, group, schema, with_article=False)


def say_example(named: CropId | str, *, like: bool) -> str:
    """Return an example, a crop or a picture's name, in words, as it stands on a chip."""
    thing = named if isinstance(named, str) else f"crop {named}"
    return f"{'like' if like else 'not like'} {thing}"


def say_scorer(name: str) -> str:
    """Return which scorer ranks, as it stands on a chip."""
    return f"scored by {name}"


def _say_clause(clause: Clause, clauses: Sequence[Clause], schema: Schema) -> str:
    """Return one clause that must hold; "" for an absence which another clause on its group says already."""
    if is_said_already(clause, clauses, schema):
        return ""
    return say_clause(clause, schema) + (" only" if is_nothing_else(clause, clauses, schema) else "")


def is_said_already(clause: Clause, clauses: Sequence[Clause], schema: Schema) -> bool:
    """Return whether a clause excludes what is left of its group beside the values that the others demand."""
    named = _demanded_with(clause, clauses)
    return bool(named) and clause.negated and named | clause.allowed == _whole_group(clause, schema)


def is_nothing_else(clause: Clause, clauses: Sequence[Clause], schema: Schema) -> bool:
    """Return whether a clause demands values, and another excludes everything else in their group."""
    whole = _whole_group(clause, schema)
    rest_excluded = any(
        other.negated and other.group_id == clause.group_id and other.allowed | clause.allowed == whole
        for other in clauses
    )
    return rest_excluded and clause.is_demand and not schema.group(clause.group_id).exclusive


def _whole_group(clause: Clause, schema: Schema) -> set[str]:
    return {attribute.id for attribute in schema.group(clause.group_id).attributes}


def _demanded_with(clause: Clause, clauses: Sequence[Clause]) -> frozenset[str]:
    """Return the values that the clauses on the same group demand."""
    return frozenset(
        value for other in clauses if other.is_demand and other.group_id == clause.group_id for value in other.allowed
    )


def _say_wish(clause: Clause, schema: Schema) -> str:
    if clause.negated:
        return say_clause(clause, schema)
    return _say_values(clause, schema.group(clause.group_id), schema, with_article=True)


def _say_values(clause: Clause, group: Group, schema: Schema, *, with_article: bool) -> str:
    attributes = [schema.attribute(value) for value in clause.values(schema)]
    phrases = _shared_phrases(attributes, "or" if clause.combine is Combine.EITHER else "and")
    if group.kind is GroupKind.AGE:
        phrases = [_aged(phrase) for phrase in phrases]
    if with_article:
        phrases = [_with_article(phrase) for phrase in phrases]
    return joined(phrases, "or" if clause.combine is Combine.EITHER else "and")


def _say_absence(clause: Clause, group: Group, schema: Schema) -> str:
    if len(clause.allowed) == len(group.attributes) > 1:
        return "nothing carried" if group.kind is GroupKind.CARRYING else f"no {lowered(group.title)}"
    phrases = _shared_phrases([schema.attribute(value) for value in clause.values(schema)], "or")
    nouns = [phrase for phrase in phrases if group.kind is not GroupKind.AGE and not _is_phrase(phrase)]
    if group.kind is GroupKind.GENDER:
        return f"not {joined([_with_article(noun) for noun in nouns], 'or')}"
    absences = [f"no {joined(nouns, 'or')}"] if nouns else []
    absences += [_opposite(phrase) for phrase in phrases if phrase not in nouns]
    return ", ".join(absences)


def _opposite(phrase: str) -> str:
    """Return the denial of a label that is a phrase: "no hat" becomes "not without hat"."""
    if phrase.startswith("no "):
        return f"not without {phrase[3:]}"
    if "nothing" in phrase:
        return phrase.replace("nothing", "something")
    if "something" in phrase:
        return phrase.replace("something", "nothing")
    return f"not {_aged(phrase)}"


def _shared_phrases(attributes: Iterable[Attribute], conjunction: str) -> list[str]:
    """Return the labels in lower case, those that end alike joined before their common end: "red or pink top"."""
    by_ending: dict[str, list[str]] = {}
    for attribute in attributes:
        ending = attribute.label.removeprefix(attribute.short) if attribute.label != attribute.short else ""
        has_ending = ending.startswith(" ")
        key = ending if has_ending else f"={attribute.id}"  # a label of its own stands alone
        by_ending.setdefault(key, []).append(lowered(attribute.short if has_ending else attribute.label))
    return [
        joined(starts, conjunction) + (ending if ending.startswith(" ") else "") for ending, starts in by_ending.items()
    ]


def _aged(phrase: str) -> str:
    return f"aged {phrase}" if any(letter.isdigit() for letter in phrase) else phrase


def _is_phrase(phrase: str) -> bool:
    return phrase.startswith(_PHRASES) or phrase == "bald"


def _with_article(phrase: str) -> str:
    """Return the phrase with "a" or "an" where its head is one countable thing."""
    head = phrase.split(" on ")[0]
    is_plural = head.endswith("s") and not head.endswith("ss")
    if is_plural or head.endswith(_WITHOUT_ARTICLE) or phrase.startswith((*_PHRASES, "aged ")):
        return phrase
    return f"{'an' if head[:1].lower() in 'aeiou' else 'a'} {phrase}"


def joined(phrases: Sequence[str], conjunction: str) -> str:
    """Return "a", "a or b", "a, b or c"."""
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} {conjunction} {phrases[-1]}"


def lowered(label: str) -> str:
    """Return the label as it stands inside a sentence; "T-shirt" and "V-neck" keep their capital."""
    return label[:1].lower() + label[1:] if label[1:2].isalpha() else label
