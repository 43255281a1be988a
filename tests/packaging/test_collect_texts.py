import json

import pytest
from collect_texts import (
    ENGINE,
    LANGUAGE_CODE,
    SCHEMA,
    WINDOW,
    Text,
    TextError,
    card_texts,
    collect,
    engine_texts,
    window_texts,
)


@pytest.fixture
def tree(tmp_path):
    """Return a function that writes a file of a small project, and the project's folder."""

    def write(name, text):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_what_is_given_to_tr_and_tr_count_is_found(tree):
    root = tree(
        "app/a.py", 'tr("One " "text")\ntr_count(n, "{n} frame", "{n} frames").format(n=n)\nother("none of it")\n'
    )
    assert list(window_texts(root)) == [
        Text(WINDOW, "One text"),
        Text(WINDOW, "{n} frames", one="{n} frame"),
    ]


@pytest.mark.parametrize("given", ['f"{name} is read"', "text", '"a" + b'])
def test_a_text_that_is_not_written_out_is_refused_by_its_line(tree, given):
    with pytest.raises(TextError, match=r"a\.py:1"):
        list(window_texts(tree("app/a.py", f"tr({given})\n")))


def test_the_engines_sentences_are_found_as_patterns(tree):
    source = '''
"""A docstring; it is not shown to anybody."""
raise FileError(path, f"has {width} × {height:,} pixels; cut it.")
progress.track(items, "Hashing files")
KEPT = "the disk is full; free some space and try again."
NAME = "two words"
'''
    tree("engine/errors.py", "")
    found = [text.source for text in engine_texts(tree("engine/imaging/a.py", source))]
    assert sorted(found) == [
        "Hashing files",
        "has {1} × {2} pixels; cut it.",
        "the disk is full; free some space and try again.",
    ]


def test_a_card_tells_its_facts_but_not_its_figures_by_attribute(tree):
    figures = {"fused": {"rank1": 60.0}, "attributes": {"hat": {"support": 1, "known": 2, "ma": None}}}
    card = {"title": "Hats", "licence_notes": [], "schema": {"group": []}, "data": {"name": "n"}, "figures": figures}
    found = [text.source for text in card_texts(tree("resources/models/hats/card.json", json.dumps(card)))]
    assert found == ["Hats", "Name", "Fused", "Rank1"]


def test_every_text_of_the_project_is_collected_once():
    texts = collect()
    keys = [(text.context, text.source, text.comment) for text in texts]
    assert len(keys) == len(set(keys))
    assert {text.context for text in texts} == {WINDOW, SCHEMA, ENGINE}
    assert Text(WINDOW, "en", LANGUAGE_CODE) in texts
    assert Text(SCHEMA, "Red top") in texts
    assert Text(SCHEMA, "Red", "Red top") in texts
    assert Text(ENGINE, "there is no case here; check the path, or make one with “bolo case new”.") in texts
