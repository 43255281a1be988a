"""How many decisions a case has, counted for its page."""

from collections import Counter
from dataclasses import dataclass

from engine.casework.second_review import Agreement, find_agreement
from engine.gallery.gallery import Gallery
from engine.gallery.records import BookmarkState, CaseInfo, ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What was decided, and what the case is about."""

    info: CaseInfo
    confirmed: int
    unsure: int
    rejected: int
    bookmarked: int
    added: int
    agreement: Agreement | None  # None during a blind review, which must not show it

    @property
    def chosen(self) -> bool:
        """Whether there is anything that a report shows and an export holds."""
        return bool(self.confirmed or self.unsure or self.bookmarked or self.added)


def count_decisions(gallery: Gallery) -> DecisionFacts:
    """Return the facts of a case at this moment."""
    states = Counter(gallery.review_states().values())
    marks = Counter(bookmark.state for bookmark in gallery.bookmarks().values())
    return DecisionFacts(
        info=gallery.info(),
        confirmed=states[ReviewState.CONFIRMED],
        unsure=states[ReviewState.UNSURE],
        rejected=states[ReviewState.REJECTED],
        bookmarked=marks[BookmarkState.BOOKMARKED],
        added=marks[BookmarkState.ADDED],
        agreement=find_agreement(gallery) if gallery.reviewer is None else None,
    )
