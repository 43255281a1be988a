import numpy as np
import pytest

from app.search.description import Description, Tick
from engine.demo.queries import QUERIES
from engine.errors import QueryError, UnknownAttributeError
from engine.gallery.records import CropId
from engine.search.examples import Example, Examples
from engine.search.filters import Filters
from engine.search.query import Query
from engine.search.question import Question


def test_a_new_description_says_nothing(peta):
    description = Description(peta)
    assert description.is_empty
    assert description.tick_of("upperBodyRed") is Tick.ANY
    assert description.query() == Query.build(peta)


def test_ticks_go_from_any_to_has_to_has_not_and_back(peta):
    description = Description(peta)
    seen = []
    for _ in range(3):
        description = description.cycled("upperBodyRed")
        seen.append(description.tick_of("upperBodyRed"))
    assert seen == [Tick.HAS, Tick.NOT, Tick.ANY]
    assert description.is_empty


def test_a_preference_is_taken_back_by_the_same_key_and_by_a_click(peta):
    preferred = Description(peta).with_preference("personalFemale")
    assert preferred.tick_of("personalFemale") is Tick.PREFERS
    assert preferred.with_preference("personalFemale").is_empty
    assert preferred.cycled("personalFemale").is_empty


def test_the_query_has_every_tick_in_its_place(peta):
    description = (
        Description(peta)
        .with_tick("upperBodyRed", Tick.HAS)
        .with_tick("upperBodyPink", Tick.HAS)
        .with_tick("accessoryHat", Tick.NOT)
        .with_tick("personalFemale", Tick.PREFERS)
    )
    red_or_pink = ["upperBodyPink", "upperBodyRed"]
    expected = Query.build(peta, has=red_or_pink, not_=["accessoryHat"], prefer=["personalFemale"])
    assert description.query() == expected


def test_phrases_say_the_query_clause_by_clause(peta):
    description = (
        Description(peta)
        .with_tick("upperBodyRed", Tick.HAS)
        .with_tick("upperBodyPink", Tick.HAS)
        .with_tick("accessoryHat", Tick.NOT)
    )
    said = [(phrase.words, phrase.tick) for phrase in description.phrases()]
    assert said == [("red or pink top", Tick.HAS), ("no hat", Tick.NOT)]


def test_taking_a_phrase_away_clears_its_ticks_and_no_other(peta):
    description = Description(peta).with_tick("upperBodyRed", Tick.HAS).with_tick("accessoryHat", Tick.NOT)
    colour = description.phrases()[0]
    assert dict(description.without(colour).ticks) == {"accessoryHat": Tick.NOT}


def test_an_edit_leaves_the_description_it_came_from_as_it_was(peta):
    before = Description(peta).with_tick("upperBodyRed", Tick.HAS)
    before.with_tick("upperBodyRed", Tick.NOT)
    assert before.tick_of("upperBodyRed") is Tick.HAS


def test_an_attribute_that_the_schema_lacks_is_refused(peta):
    with pytest.raises(UnknownAttributeError, match="upperBodyRed"):
        Description(peta).with_tick("upperBodyRedd", Tick.HAS)


def test_a_crop_is_an_example_once_and_goes_with_its_phrase(peta):
    description = Description(peta).with_tick("upperBodyRed", Tick.HAS).with_example(CropId(7), like=True)
    assert [phrase.words for phrase in description.phrases()] == ["red top", "like crop 7"]
    turned = description.with_example(CropId(7), like=False)
    assert (turned.examples.like, turned.examples.mark_of(CropId(7))) == ((), False)
    assert turned.with_example(CropId(7), like=False).examples.is_empty
    assert description.without(description.phrases()[1]).examples.is_empty
    assert description.without(description.phrases()[0]).examples == description.examples
    assert description.cleared().is_empty and not description.without(description.phrases()[0]).is_empty


def test_a_picture_is_an_example_that_goes_with_its_phrase(peta):
    picture = Example(name="her.jpg", sha256="ab" * 32, vector=np.ones(8, np.float32) / np.sqrt(8))
    description = Description(peta).with_picture(picture)
    assert [phrase.words for phrase in description.phrases()] == ["like her.jpg"]
    assert description.with_picture(picture) == description  # the same picture counts once
    assert description.without(description.phrases()[0]).is_empty


@pytest.mark.parametrize(
    "text",
    [
        "",
        "has:upperBodyRed not:accessoryHat prefer:hairLong",
        "has:upperBodyPink|upperBodyRed has:carryingBackpack",
        "has:lowerBodyLongSkirt|lowerBodyShortSkirt",  # the schema would have both
        "has:upperBodyPink&upperBodyRed has:accessoryHat|accessorySunglasses not:carryingBackpack",
    ],
)
def test_a_saved_question_comes_back_as_ticks(peta, text):
    examples = Examples(like=(Example(crop_id=CropId(4)),))
    asked = Question(query=Query.parse(text, peta), examples=examples, scorer="fused", learns=True)
    description = Description.of(asked, peta)
    again = description.question(Filters())
    assert frozenset(again.query.clauses) == frozenset(asked.query.clauses)
    assert (again.examples, again.scorer, again.learns) == (examples, "fused", True)
    assert [phrase.words for phrase in description.phrases()][-2:] == ["like crop 4", "scored by fused"]
    assert description.without(description.phrases()[-1]).scorer is None


def test_every_description_of_the_demo_can_be_opened(peta):
    for _, text in QUERIES:
        query = Query.parse(text, peta)
        again = Description.of(Question(query=query), peta).query()
        assert frozenset(again.clauses) == frozenset(query.clauses)


@pytest.mark.parametrize(
    "text", ["prefer-not:accessoryHat", "has:accessoryHat has:accessorySunglasses|accessoryMuffler prefer:hairLong"]
)
def test_a_question_that_ticks_cannot_ask_is_refused(peta, text):
    with pytest.raises(QueryError, match="run it with bolo searches run"):
        Description.of(Question(query=Query.parse(text, peta)), peta)
