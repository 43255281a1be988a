"""Bookmarking crops, and adding them to the case, which takes a reason."""

from engine.errors import ConfigError
from engine.gallery.gallery import Gallery
from engine.gallery.records import Bookmark, BookmarkState, CropId


def bookmark_crop(gallery: Gallery, crop_id: CropId, state: BookmarkState, note: str = "") -> Bookmark:
    """Bookmark a crop, add it to the case, or take either back; every word is kept and logged.

    Args:
        gallery: the case.
        crop_id: the crop.
        state: what it is from now on.
        note: why; what is added to the case needs it.

    Raises:
        ConfigError: if a crop is added without a reason.
        CaseError: if the case has no such crop.
    """
    if state is BookmarkState.ADDED and not note.strip():
        raise ConfigError("note", note, "must say why the crop is added to the case")
    gallery.crops([crop_id])
    return gallery.record_bookmark(crop_id, state, note.strip())
