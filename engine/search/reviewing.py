"""Reviewing crops: every word in the catalog and in the case's log."""

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, Review, ReviewState


def review_crop(
    gallery: Gallery, crop_id: CropId, state: ReviewState, note: str = "", reviewer: str | None = None
) -> Review:
    """Say of a crop what it is; the last word on it counts.

    Args:
        gallery: the case.
        crop_id: the crop.
        state: what it is.
        note: why.
        reviewer: who says so; None for the user of this machine.

    Raises:
        CaseError: if the case has no such crop.
    """
    gallery.crops([crop_id])
    return gallery.record_review(crop_id, state, note, reviewer)
