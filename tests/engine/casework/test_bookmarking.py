"""Bookmarks, and crops added to the case."""

import pytest

from engine.casework.bookmarking import bookmark_crop
from engine.errors import CaseError, ConfigError
from engine.gallery.records import BookmarkState, CropId


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_crop_is_added_to_the_case_only_with_a_reason(small_gallery, reason):
    with pytest.raises(ConfigError, match="must say why"):
        bookmark_crop(small_gallery, CropId(1), BookmarkState.ADDED, reason)
    assert small_gallery.bookmarks() == {}
    bookmark_crop(small_gallery, CropId(1), BookmarkState.ADDED, " the red coat ")
    assert small_gallery.bookmarks()[CropId(1)].note == "the red coat"


def test_a_bookmark_needs_none_but_a_crop(small_gallery):
    assert bookmark_crop(small_gallery, CropId(2), BookmarkState.BOOKMARKED).note == ""
    with pytest.raises(CaseError, match="no crop 99"):
        bookmark_crop(small_gallery, CropId(99), BookmarkState.BOOKMARKED)
