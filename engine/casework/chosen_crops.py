"""The crops that a report shows and an export holds, with all that was said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.gallery.gallery import Gallery
from engine.gallery.records import Bookmark, CropId, CropRecord, Review, ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenCrop:
    """A crop with what was said of it."""

    crop: CropRecord
    bookmark: Bookmark | None
    reviews: tuple[Review, ...]  # every word, the first first

    @property
    def state(self) -> ReviewState:
        """Return the last word."""
        return self.reviews[-1].state if self.reviews else ReviewState.UNREVIEWED

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; the frame counts from 1, the box is [x, y, w, h] in its pixels."""
        crop = self.crop
        return {
            "crop_id": crop.id,
            "camera": crop.camera,
            "time": None if crop.time is None else crop.time.isoformat(),
            "source": str(crop.source_path),
            "original": str(crop.frame_path),
            "original_sha256": crop.sha256,
            "frame": crop.frame_number,
            "frame_px": list(crop.frame_size_px),
            "box": [crop.box.x, crop.box.y, crop.box.w, crop.box.h],
            "track_id": crop.track_id,
            "detection_score": crop.score,
            "review": self.state.value,
            "reviews": [
                {"verdict": said.state.value, "note": said.note, "who": said.who, "at": said.at.isoformat()}
                for said in self.reviews
            ],
            "bookmark": None
            if self.bookmark is None
            else {
                "state": self.bookmark.state.value,
                "note": self.bookmark.note,
                "who": self.bookmark.who,
                "at": self.bookmark.at.isoformat(),
            },
        }


def choose_crops(gallery: Gallery, crop_ids: Sequence[CropId] | None = None) -> list[ChosenCrop]:
    """Return these crops, or those that are bookmarked, part of the case, confirmed or unsure; by camera and time.

    Raises:
        CaseError: if the case lacks one of them.
    """
    bookmarks = gallery.bookmarks()
    if crop_ids is None:
        wanted = (ReviewState.CONFIRMED, ReviewState.UNSURE)
        reviewed = {crop_id for crop_id, state in gallery.review_states().items() if state in wanted}
        crop_ids = sorted(reviewed | set(bookmarks))
    crops = sorted(gallery.crops(list(dict.fromkeys(crop_ids))), key=_by_camera_and_time)
    return [
        ChosenCrop(crop=crop, bookmark=bookmarks.get(crop.id), reviews=tuple(gallery.reviews(crop.id)))
        for crop in crops
    ]


def read_decisions(gallery: Gallery) -> list[tuple[CropRecord, Review]]:
    """Return every word that was said of a crop, the first first; rejections and words taken back among them."""
    reviews = gallery.all_reviews()
    crop_ids = sorted({review.crop_id for review in reviews})
    crops = {crop.id: crop for crop in gallery.crops(crop_ids)}
    return [(crops[review.crop_id], review) for review in reviews]


def _by_camera_and_time(crop: CropRecord) -> tuple[str, float, CropId]:
    return crop.camera, 0.0 if crop.time is None else crop.time.timestamp(), crop.id
