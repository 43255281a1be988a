"""Traits that Bolo has no attribute for, shipped, labelled or derived (design §3)."""

import re

# Appearance that a witness describes is searched for; belonging to a people, a faith or the like is not.
REFUSED_WORDS = frozenset(
    {
        *("race", "racial", "ethnicity", "ethnic", "ethnics", "nationality", "national", "origin", "ancestry", "tribe"),
        *("caste", "skin", "skintone", "complexion", "religion", "religious", "faith", "belief"),
        *("sexuality", "sexual", "orientation", "disability", "disabled", "health", "politics", "political"),
    }
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def names_refused_trait(name: str) -> bool:
    """Return whether a column or attribute, "skin_tone" or "personalRace", speaks of such a trait."""
    return any(word.lower() in REFUSED_WORDS for word in _WORD.findall(name))
