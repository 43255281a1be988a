"""Reviewing crops: every word in the catalog and in the case's log."""

from collections.abc import Mapping

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


def review_crops(gallery: Gallery, states: Mapping[CropId, ReviewState]) -> None:
    """Say of each crop what it is, of all of them or, where that fails, of none; every word stands in the log.

    Raises:
        CaseError: if the case lacks one of the crops.
    """
    gallery.crops(list(states))
    gallery.record_reviews(states)
