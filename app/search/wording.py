"""A description in the user's language: the engine's own words in English, and else words without a grammar.

Other languages bend adjectives and articles by the noun. So the noun comes first, as descriptions of persons are
written anyway, and what is said of it follows unbent: "Oberteil rot oder rosa, Oberteil nicht gelb, ohne Rucksack".
"""

from collections.abc import Sequence
from pathlib import Path

from app.translate import language_code, tr
from engine.attributes.schema import Attribute, Combine, Group, GroupKind, Schema
from engine.gallery.records import CropId
from engine.search import words
from engine.search.clause import Clause
from engine.search.words import joined, lowered

DASH = " — "  # before the preferences
_TOLD_OF_THE_PERSON = (GroupKind.GENDER, GroupKind.AGE, GroupKind.VIEW)  # their labels are no nouns


def say_clause(clause: Clause, schema: Schema) -> str:
    """Return one clause in words, as it stands on a chip or beside a mark.

    Args:
        clause: what is asked.
        schema: with its labels in the user's language.
    """
    if language_code() == "en":
        return words.say_clause(clause, schema)
    group = schema.group(clause.group_id)
    if clause.negated and len(clause.allowed) == len(group.attributes) > 1:
        return _say_none_of(group)
    attributes = [schema.attribute(value) for value in clause.values(schema)]
    conjunction = tr("or") if clause.combine is Combine.EITHER or clause.negated else tr("and")
    phrases = [
        _say_shared(head, group, sharing, conjunction, negated=clause.negated)
        for head, sharing in _by_head(attributes).items()
    ]
    return ", ".join(phrases) if clause.negated else joined(phrases, conjunction)


def say(clauses: Sequence[Clause], schema: Schema) -> str:
    """Return the clauses as one phrase; what must hold first, then, after a dash, the preferences."""
    if language_code() == "en":
        return words.say(clauses, schema)
    must = [
        say_clause(clause, schema) + (tr(" only") if words.is_nothing_else(clause, clauses, schema) else "")
        for clause in clauses
        if not clause.preferred and not words.is_said_already(clause, clauses, schema)
    ]
    wishes = [say_clause(clause, schema) for clause in clauses if clause.preferred]
    phrase = ", ".join(must) or (tr("anyone") if wishes or not clauses else "")
    if wishes:
        phrase += DASH + tr("preferably {wishes}").format(wishes=joined(wishes, tr("and")))
    return phrase[:1].upper() + phrase[1:]


def say_example(named: CropId | str | Path, *, like: bool) -> str:
    """Return an example, a crop or a picture's name, in words, as it stands on a chip."""
    thing = str(named) if isinstance(named, str | Path) else tr("crop {n}").format(n=named)
    return (tr("like {thing}") if like else tr("not like {thing}")).format(thing=thing)


def say_scorer(name: str) -> str:
    """Return which scorer ranks, as it stands on a chip."""
    return tr("scored by {name}").format(name=name)


def _say_none_of(group: Group) -> str:
    if group.kind is GroupKind.CARRYING:
        return tr("nothing carried")
    return tr("no {things}").format(things=group.title)


def _say_shared(head: str, group: Group, attributes: Sequence[Attribute], conjunction: str, *, negated: bool) -> str:
    """Return attributes that begin alike as one phrase; without a common beginning, one after the other."""
    if head:
        values = joined([lowered(attribute.short) for attribute in attributes], conjunction)
        return (tr("{thing} not {values}") if negated else "{thing} {values}").format(thing=head, values=values)
    said = [_inside(attribute, group) for attribute in attributes]
    if not negated:
        return joined(said, conjunction)
    nouns = [attribute.label for attribute in attributes if _is_noun(attribute, group)]
    others = [lowered(attribute.label) for attribute in attributes if not _is_noun(attribute, group)]
    absences = [tr("no {things}").format(things=joined(nouns, conjunction))] if nouns else []
    denials = [tr("not {thing}").format(thing=joined(others, conjunction))] if others else []
    return ", ".join([*absences, *denials])


def _by_head(attributes: Sequence[Attribute]) -> dict[str, list[Attribute]]:
    """Return the attributes by what stands in their labels before their short ones; "" where nothing does."""
    found: dict[str, list[Attribute]] = {}
    for attribute in attributes:
        ending = f" {lowered(attribute.short)}"
        head = attribute.label.removesuffix(ending) if attribute.label.endswith(ending) else ""
        found.setdefault(head, []).append(attribute)
    return found


def _inside(attribute: Attribute, group: Group) -> str:
    """Return a label as it stands inside a sentence."""
    return attribute.label if _is_noun(attribute, group) else lowered(attribute.label)


def _is_noun(attribute: Attribute, group: Group) -> bool:
    """Return whether a label names a thing that is there; "without hat" does not."""
    absence = tr("no {things}").partition("{things}")[0]
    is_absence = attribute.none or lowered(attribute.label).startswith(absence)
    return group.kind not in _TOLD_OF_THE_PERSON and not is_absence
