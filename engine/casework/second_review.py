"""The second, blind review: where two people have said different things of one crop."""

from dataclasses import dataclass
from itertools import groupby

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, Review, ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far the reviewers agree.

    Attributes:
        reviewed_twice: crops that more than one person has said something of.
        disagreements: the last words on each crop on which they differ, one of everybody.
    """

    reviewed_twice: int
    disagreements: tuple[tuple[Review, ...], ...]

    @property
    def agreed(self) -> int:
        """Return how many crops of those looked at twice are said to be the same."""
        return self.reviewed_twice - len(self.disagreements)


def find_agreement(gallery: Gallery) -> Agreement:
    """Compare what the reviewers of a case have said last of each crop; words taken back do not count."""
    twice: dict[CropId, tuple[Review, ...]] = {}
    said = (review for review in gallery.last_reviews() if review.state is not ReviewState.UNREVIEWED)
    for crop_id, words in groupby(said, key=lambda review: review.crop_id):
        of_crop = tuple(words)
        if len(of_crop) > 1:
            twice[crop_id] = of_crop
    differing = tuple(words for words in twice.values() if len({review.state for review in words}) > 1)
    return Agreement(reviewed_twice=len(twice), disagreements=differing)
