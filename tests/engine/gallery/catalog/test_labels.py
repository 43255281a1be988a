"""What people say that crops show, each for themselves."""

import sqlite3
from contextlib import closing

import pytest

from engine.attributes.schema import Attribute, Combine, Group, GroupKind
from engine.gallery.catalog import layout
from engine.gallery.gallery import Gallery
from engine.gallery.migrations import m009_labellers
from engine.gallery.records import LabelCount, Said


def said(gallery: Gallery, crop_ids=None):
    return [(label.crop_id, label.who, label.attribute, label.value) for label in gallery.labels(crop_ids)]


def test_each_labeller_has_a_word_and_the_last_one_stands(gallery, crop_ids):
    first, second, *_ = crop_ids
    gallery.save_labels({first: {"hat": True, "bag": None}, second: {"hat": False}}, labeller="ann")
    gallery.save_labels({first: {"hat": False}}, labeller="bob")
    gallery.save_labels({first: {"bag": True}}, labeller="ann")
    assert said(gallery) == [
        (first, "ann", "bag", True),
        (first, "ann", "hat", True),
        (first, "bob", "hat", False),
        (second, "ann", "hat", False),
    ]
    assert said(gallery, [second]) == [(second, "ann", "hat", False)]


def test_what_is_withdrawn_is_gone_for_that_labeller(gallery, crop_ids):
    first, *_ = crop_ids
    for name in ("ann", "bob"):
        gallery.save_labels({first: {"hat": True, "bag": False}}, labeller=name)
    gallery.change_labels({first: {"hat": None}}, labeller="ann")
    assert [(who, attribute) for _, who, attribute, _ in said(gallery)] == [
        ("ann", "bag"),
        ("bob", "bag"),
        ("bob", "hat"),
    ]


def test_a_guess_is_marked_until_somebody_says_the_same(gallery, crop_ids):
    first, *_ = crop_ids
    gallery.save_labels({first: {"hat": True, "bag": True}}, labeller="ann", are_guesses=True)
    gallery.save_labels({first: {"hat": True}}, labeller="ann")
    assert [(label.attribute, label.is_guess) for label in gallery.labels()] == [("bag", True), ("hat", False)]


def test_labels_leave_what_a_search_reads_as_it_was(gallery, crop_ids):
    before = gallery.search_revision()
    gallery.save_labels({crop_ids[0]: {"hat": True}})
    assert gallery.search_revision() == before
    (label,) = gallery.labels()
    assert "@" in label.who and label.at.tzinfo is not None


def test_labels_taken_in_stand_with_their_line_in_the_log_or_not_at_all(gallery, crop_ids, monkeypatch):
    labels = {("ann", False): {crop_ids[0]: {"hat": True}}, (None, True): {crop_ids[1]: {"hat": None}}}
    with monkeypatch.context() as broken:
        broken.setattr(gallery, "_append_to_log", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            gallery.take_in_labels(labels, "labels imported", {"rows": 2})
    assert said(gallery) == []
    gallery.take_in_labels(labels, "labels imported", {"rows": 2})
    assert len(said(gallery)) == 2
    assert [entry.facts for entry in gallery.audit_entries()] == ['{"rows":2}']


def test_labels_of_an_older_case_keep_their_labeller(tmp_path):
    with closing(sqlite3.connect(tmp_path / "case.db", isolation_level=None)) as database:
        layout.bring_up_to_date(database, layout.Layout(name="case", application_id=1, steps=layout.CASE.steps[:8]))
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("INSERT INTO label (crop_id, attribute, value, who, at) VALUES (3, 'hat', 1, 'ann', 5.0)")
        layout.bring_up_to_date(database, layout.CASE)
        rows = database.execute("SELECT crop_id, attribute, value, who, at, is_guess FROM label").fetchall()
        assert rows == [(3, "hat", 1, "ann", 5.0, 0)]
        assert database.execute("PRAGMA user_version").fetchone() == (len(layout.CASE.steps),)
        assert layout.CASE.steps[8][1] is m009_labellers.add_labellers


def test_a_change_is_undone_by_what_it_returns(gallery, crop_ids):
    first, second, *_ = crop_ids
    gallery.save_labels({first: {"hat": True, "bag": None}}, labeller="ann")
    gallery.save_labels({first: {"hat": True}, second: {"hat": True}}, labeller="bob")
    before = said(gallery)
    was = gallery.change_labels(
        {first: {"hat": Said(False), "bag": None, "coat": Said(None, is_guess=True)}, second: {"hat": Said(True)}},
        labeller="ann",
    )
    assert was == {first: {"hat": Said(True), "bag": Said(None), "coat": None}, second: {"hat": None}}
    assert gallery.said_by([first, second], labeller="ann") == {
        first: {"coat": Said(None, is_guess=True), "hat": Said(False)},
        second: {"hat": Said(True)},
    }
    gallery.change_labels(was, labeller="ann")
    assert said(gallery) == before


def test_a_change_is_whole_or_not_at_all(gallery, crop_ids, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(gallery, "said_by", lambda *_, **__: {})
        broken.setattr(gallery._database, "write_many", _fail_at_the_second(gallery._database.write_many))
        with pytest.raises(ZeroDivisionError):
            gallery.change_labels({crop_ids[0]: {"hat": Said(True)}})
    assert said(gallery) == []


def _fail_at_the_second(write):
    calls = []

    def failing(*arguments):
        calls.append(arguments)
        return write(*arguments) if len(calls) < 2 else 1 / 0

    return failing


def group(name, *attributes, exclusive):
    made = tuple(Attribute(id=one, label=one, short=one, swatch=None, none=False, sources={}) for one in attributes)
    kind, combine = GroupKind.ACCESSORIES, Combine.EITHER
    return Group(id=name, title=name, kind=kind, exclusive=exclusive, combine=combine, attributes=made)


def test_a_crop_is_answered_once_all_groups_are(gallery, crop_ids):
    sex, bags = group("sex", "woman", "man", exclusive=True), group("bags", "case", "sack", exclusive=False)
    one, two, three, four, *_ = crop_ids
    gallery.change_labels(
        {
            one: {"woman": Said(True), "case": Said(False), "sack": Said(None)},
            two: {"woman": Said(False), "case": Said(True)},
            three: {"woman": Said(None), "man": Said(None), "case": Said(True), "sack": Said(True)},
            four: {"woman": Said(True, is_guess=True), "case": Said(True), "sack": Said(True)},
        },
        labeller="ann",
    )
    assert gallery.answered_crops([sex], labeller="ann") == [one, three]
    assert gallery.answered_crops([bags], labeller="ann") == [one, three, four]
    assert gallery.answered_crops([sex, bags], labeller="ann") == [one, three]
    assert gallery.answered_crops([sex, bags], labeller="bob") == []


def test_labels_are_counted_without_guesses(gallery, crop_ids):
    first, second, third, *_ = crop_ids
    gallery.save_labels({first: {"hat": True}, second: {"hat": False}, third: {"hat": None}}, labeller="ann")
    gallery.save_labels({first: {"hat": True}, second: {"bag": True}}, labeller="bob")
    gallery.save_labels({third: {"bag": True}}, labeller="bob", are_guesses=True)
    assert gallery.label_counts() == {"bag": LabelCount(1, 0, 0), "hat": LabelCount(2, 1, 1)}
