"""Bookmarks: every word is kept and logged, the last one counts."""

import json

from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CropId


def test_the_last_word_counts_and_all_are_logged(gallery: Gallery, crop_ids: list[CropId]) -> None:
    first, second, third, *_ = crop_ids
    gallery.record_bookmark(second, BookmarkState.BOOKMARKED, "look again")
    gallery.record_bookmark(first, BookmarkState.BOOKMARKED)
    gallery.record_bookmark(second, BookmarkState.ADDED, "the coat of the witness")
    gallery.record_bookmark(third, BookmarkState.BOOKMARKED)
    gallery.record_bookmark(third, BookmarkState.NONE)
    found = gallery.bookmarks()
    assert [(crop_id, mark.state, mark.note) for crop_id, mark in found.items()] == [
        (first, BookmarkState.BOOKMARKED, ""),
        (second, BookmarkState.ADDED, "the coat of the witness"),
    ]
    logged = [json.loads(entry.facts) for entry in gallery.audit_entries()]
    assert logged[2] == {"crop": second, "state": "added", "note": "the coat of the witness"}
    assert len(logged) == 5


def test_a_blind_reviewer_is_told_of_none(gallery: Gallery, crop_ids: list[CropId]) -> None:
    gallery.record_bookmark(crop_ids[0], BookmarkState.ADDED, "the coat")
    gallery.reviewer = "Bea"
    assert gallery.bookmarks() == {}
    gallery.reviewer = None
    assert gallery.bookmarks().keys() == {crop_ids[0]}
