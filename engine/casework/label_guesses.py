"""What a model would label: a word where its evidence is clear, silence where it is not."""

from collections.abc import Iterable

from engine.attributes.schema import Schema
from engine.search.evidence import Evidence, Verdict


def guess_labels(asked: Schema, evidence: Iterable[Evidence]) -> dict[str, bool]:
    """Return the guesses on one crop, by attribute.

    Of an exclusive group the likeliest value that the evidence bears out holds, and the others do not.

    Args:
        asked: the groups that are asked.
        evidence: on each attribute that the model knows.
    """
    found = {one.attribute_id: one for one in evidence if one.attribute_id in asked}
    clear = {Verdict.AGREES: True, Verdict.CONTRADICTS: False}
    guesses: dict[str, bool] = {id_: clear[one.verdict] for id_, one in found.items() if one.verdict in clear}
    for group in asked.groups:
        held = [found[attribute.id] for attribute in group.attributes if guesses.get(attribute.id)]
        if group.exclusive and held:
            likeliest = max(held, key=lambda one: one.probability).attribute_id
            guesses |= {attribute.id: attribute.id == likeliest for attribute in group.attributes}
    return guesses
