"""Every text of the window has its German, with the same things to fill in."""

import re
from collections import Counter

import pytest
from collect_texts import collect
from translations import FOLDER, Translated, merge, read

FIELD = re.compile(r"\{[^{}]*\}")


@pytest.fixture(scope="module")
def messages() -> list[Translated]:
    return merge(collect(), read(FOLDER / "bolo_de.ts"))


def test_nothing_is_left_untranslated(messages):
    missing = [one.text.source for one in messages if not one.is_finished]
    assert not missing, "run: python packaging/translations.py update, and fill in what stands unfinished"


def test_what_is_filled_in_is_the_same_in_both_languages(messages):
    differing = [
        (one.text.source, form) for one in messages for form in one.forms if names(one.text.source) != names(form)
    ]
    assert not differing


def test_the_singular_fills_in_what_the_plural_does(messages):
    assert not [one.text.one for one in messages if one.text.one and names(one.text.one) != names(one.text.source)]


def names(text: str) -> Counter[str]:
    """Return the placeholders, however a number or time in them is written."""
    return Counter(field.partition(":")[0].rstrip("}") for field in FIELD.findall(text))
