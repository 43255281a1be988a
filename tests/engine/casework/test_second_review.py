"""Two reviewers who do not see each other's words."""

from engine.casework.second_review import find_agreement
from engine.gallery.records import CropId, ReviewState

YES, NO, UNSURE, NOTHING = (
    ReviewState.CONFIRMED,
    ReviewState.REJECTED,
    ReviewState.UNSURE,
    ReviewState.UNREVIEWED,
)


def test_the_crops_on_which_the_last_words_differ_are_listed(small_gallery):
    words = [
        (1, "Ada", YES), (1, "Bea", NO),
        (2, "Ada", NO), (2, "Ada", YES), (2, "Bea", YES),
        (3, "Ada", YES),
        (4, "Ada", UNSURE), (4, "Bea", YES), (4, "Bea", NOTHING),
        (5, "Bea", UNSURE), (5, "Ada", NO),
    ]  # fmt: skip
    for crop, reviewer, state in words:
        small_gallery.record_review(CropId(crop), state, reviewer=reviewer)
    found = find_agreement(small_gallery)
    assert (found.reviewed_twice, found.agreed) == (3, 1)
    assert [[(said.crop_id, said.who, said.state) for said in said_of] for said_of in found.disagreements] == [
        [(1, "Ada", YES), (1, "Bea", NO)],
        [(5, "Bea", UNSURE), (5, "Ada", NO)],
    ]
