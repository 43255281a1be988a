"""What people say of crops: every word is kept, the last one counts."""

import pytest

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


def test_a_review_and_its_line_in_the_log_stand_together_or_not_at_all(gallery, crop_ids, monkeypatch) -> None:
    def break_off(action: str, facts: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(gallery, "_append_to_log", break_off)
        with pytest.raises(RuntimeError):
            gallery.record_review(crop_ids[0], ReviewState.CONFIRMED)
    assert gallery.review_states() == {}
    gallery.record_review(crop_ids[0], ReviewState.REJECTED, "another coat")
    assert [entry.facts for entry in gallery.audit_entries()] == [
        f'{{"crop":{crop_ids[0]},"note":"another coat","verdict":"rejected"}}'
    ]


def test_each_reviewer_is_asked_alone(gallery: Gallery, crop_ids: list[CropId]) -> None:
    first, second, *_ = crop_ids
    gallery.record_review(first, ReviewState.CONFIRMED, reviewer="Ada")
    gallery.record_review(first, ReviewState.REJECTED, reviewer="Bea")
    gallery.record_review(second, ReviewState.UNSURE, reviewer="Ada")
    assert gallery.review_states(reviewer="Ada") == {first: ReviewState.CONFIRMED, second: ReviewState.UNSURE}
    assert gallery.review_states([first], reviewer="Bea") == {first: ReviewState.REJECTED}
    assert gallery.review_states(reviewer="Cleo") == {}
    assert gallery.review_states() == {first: ReviewState.REJECTED, second: ReviewState.UNSURE}
    assert [(said.crop_id, said.who) for said in gallery.last_reviews()] == [
        (first, "Ada"),
        (first, "Bea"),
        (second, "Ada"),
    ]


def test_who_reviews_alone_sees_and_says_only_their_own_words(gallery: Gallery, crop_ids: list[CropId]) -> None:
    first, second, *_ = crop_ids
    gallery.record_review(first, ReviewState.CONFIRMED, reviewer="Ada")
    gallery.reviewer = "Bea"
    assert gallery.review_states() == {}
    gallery.record_reviews({second: ReviewState.REJECTED})
    gallery.record_review(second, ReviewState.REJECTED, "again")
    assert gallery.review_states() == {second: ReviewState.REJECTED}
    assert ['"reviewer":"Bea"' in entry.facts for entry in gallery.audit_entries()] == [False, True, True]
    gallery.reviewer = None
    assert gallery.review_states() == {first: ReviewState.CONFIRMED, second: ReviewState.REJECTED}
    assert [said.who for said in gallery.last_reviews()] == ["Ada", "Bea"]
