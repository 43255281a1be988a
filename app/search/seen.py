"""What is worth saying of a crop besides what was asked."""

from collections.abc import Collection, Sequence

from engine.attributes.schema import AttributeId, Schema
from engine.search.evidence import Evidence

MOST = 10
LEAST_PROBABILITY = 0.5


def also_seen(evidence: Sequence[Evidence], schema: Schema, asked: Collection[AttributeId]) -> list[Evidence]:
    """Return the likeliest attribute of each group that was not asked for, the likeliest first.

    Groups of which nothing was asked come whole; of the others only what was not asked. What is less likely than not
    is not said, nor is an attribute that only says that there is nothing.
    """
    best: dict[str, Evidence] = {}
    for found in evidence:
        attribute = schema.attribute(found.attribute_id)
        group = schema.group_of(found.attribute_id).id
        if found.attribute_id in asked or attribute.none or found.probability < LEAST_PROBABILITY:
            continue
        if group not in best or found.probability > best[group].probability:
            best[group] = found
    return sorted(best.values(), key=lambda found: -found.probability)[:MOST]
