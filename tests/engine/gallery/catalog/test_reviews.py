"""What people say of crops: every word is kept, the last one counts."""

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, ReviewState


def test_the_last_word_counts_and_all_are_kept(gallery: Gallery, crop_ids: list[CropId]) -> None:
    first, second, third, *_ = crop_ids
    gallery.record_review(first, ReviewState.UNSURE, "dark")
    gallery.record_review(first, ReviewState.CONFIRMED)
    gallery.record_review(second, ReviewState.REJECTED)
    gallery.record_review(third, ReviewState.REJECTED)
    gallery.record_review(third, ReviewState.UNREVIEWED)
    assert gallery.review_states() == {first: ReviewState.CONFIRMED, second: ReviewState.REJECTED}
    assert gallery.review_states([second, third]) == {second: ReviewState.REJECTED}
    said = [(review.state, review.note) for review in gallery.reviews(first)]
    assert said == [(ReviewState.UNSURE, "dark"), (ReviewState.CONFIRMED, "")]
    assert all("@" in review.who for review in gallery.reviews(first))


def test_a_review_leaves_what_a_search_reads_as_it_was(gallery: Gallery, crop_ids: list[CropId]) -> None:
    before = gallery.revision(), gallery.search_revision()
    gallery.record_review(crop_ids[0], ReviewState.CONFIRMED)
    assert (gallery.revision(), gallery.search_revision()) == (before[0] + 1, before[1])
