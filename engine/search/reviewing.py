"""Reviewing crops: every word in the catalog and in the case's log."""

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, Review, ReviewState

REVIEWED = "reviewed"  # the action under which reviews stand in the log


def review_crop(gallery: Gallery, crop_id: CropId, state: ReviewState, note: str = "") -> Review:
    """Say of a crop what it is; the last word on it counts.

    Raises:
        CaseError: if the case has no such crop.
    """
    gallery.crops([crop_id])
    review = gallery.record_review(crop_id, state, note)
    gallery.log(REVIEWED, {"crop": crop_id, "verdict": state.value, "note": review.note})
    return review
