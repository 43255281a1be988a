"""Review states in words and signs."""

from app.translate import tr
from engine.gallery.records import ReviewState

SIGNS = {ReviewState.CONFIRMED: "✓", ReviewState.REJECTED: "✗", ReviewState.UNSURE: "?"}


def say_state(state: ReviewState) -> str:
    """Return a review state as it is said."""
    return {
        ReviewState.UNREVIEWED: tr("Unreviewed"),
        ReviewState.CONFIRMED: tr("Confirmed"),
        ReviewState.REJECTED: tr("Rejected"),
        ReviewState.UNSURE: tr("Unsure"),
    }[state]
