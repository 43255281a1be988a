"""A description: how ticks become clauses, what is refused, and that text brings it back."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.attributes.schema import Attribute, Combine, Group, GroupKind, Schema
from engine.attributes.schema_file import shipped_schema
from engine.errors import QueryError, ShapeError, UnknownAttributeError
from engine.search.clause import Clause
from engine.search.query import Query

PETA = shipped_schema("peta")
MARKET = shipped_schema("market1501")


def values_of(query: Query) -> list[set[str]]:
    return [set(clause.allowed) for clause in query.clauses]


def test_ticks_of_one_colour_group_are_alternatives_and_other_groups_are_added():
    query = Query.build(PETA, has=["upperBodyRed", "carryingBackpack", "upperBodyPink"])

    assert values_of(query) == [{"upperBodyRed", "upperBodyPink"}, {"carryingBackpack"}]
    assert query.clauses[0].combine is Combine.EITHER


def test_ticks_of_one_group_of_things_carried_must_all_hold():
    query = Query.build(PETA, has=["carryingBackpack", "carryingUmbrella"])

    assert query.clauses == (
        Clause(group_id="carrying", allowed=frozenset({"carryingBackpack", "carryingUmbrella"}), combine=Combine.BOTH),
    )


def test_any_makes_alternatives_where_the_group_would_ask_for_both():
    query = Query.build(PETA, any_of=[["carryingBackpack", "carryingUmbrella"]])

    assert query.clauses[0].combine is Combine.EITHER


def test_what_must_hold_comes_before_what_must_not_and_preferences_come_last():
    query = Query.build(PETA, has=["footwearBoots"], not_=["personalMale"], prefer=["personalFemale"])

    assert [(clause.negated, clause.preferred) for clause in query.clauses] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_an_unknown_attribute_is_refused_with_the_near_name():
    with pytest.raises(UnknownAttributeError, match="did you mean upperBodyRed"):
        Query.build(PETA, has=["upperbodyRed"])


def test_wanting_and_excluding_one_value_is_refused():
    with pytest.raises(QueryError, match="both wants and excludes accessoryHat"):
        Query.build(PETA, has=["accessoryHat"], not_=["accessoryHat"])


def test_preferring_what_is_excluded_is_refused():
    with pytest.raises(QueryError, match="both wants and excludes accessoryHat"):
        Query.build(PETA, prefer=["accessoryHat"], not_=["accessoryHat"])


def test_two_values_of_an_exclusive_group_may_be_alternatives_but_not_both():
    assert len(Query.build(PETA, has=["hairLong", "hairShort"]).clauses) == 1
    with pytest.raises(QueryError, match="Nobody is both hairLong and hairShort"):
        Query.parse("has:hairLong&hairShort", PETA)


def test_two_demands_that_leave_no_value_of_an_exclusive_group_are_refused():
    with pytest.raises(QueryError, match="Nobody is both"):
        Query.build(PETA, has=["hairBald"], any_of=[["hairLong", "hairShort"]])


def test_alternatives_that_span_groups_are_refused():
    with pytest.raises(QueryError, match="alternatives must be of one group"):
        Query.build(PETA, any_of=[["upperBodyRed", "carryingBackpack"]])


@pytest.mark.parametrize("text", ["upperBodyRed", "want:upperBodyRed", "has:upperBodyRed|upperBodyPink&upperBodyBlue"])
def test_text_that_is_no_description_is_refused(text):
    with pytest.raises(QueryError, match="“"):
        Query.parse(text, PETA)


def test_a_clause_without_values_is_refused():
    with pytest.raises(QueryError, match="names no attribute"):
        Clause(group_id="carrying", allowed=frozenset())


def test_the_empty_description_is_empty_both_ways():
    assert Query.build(PETA).is_empty
    assert Query.parse("", PETA) == Query()
    assert Query().to_text() == ""


def test_a_category_vector_comes_back_from_its_complete_description():
    vector = np.zeros(PETA.size, dtype=np.float32)
    vector[[PETA.index(name) for name in ("personalMale", "upperBodyBlack", "upperBodyWhite", "hairShort")]] = 1

    query = Query.complete(PETA, vector)

    assert query.is_complete
    assert np.array_equal(query.vector(PETA), vector)
    assert Query.parse(query.to_text(), PETA) == query


def test_a_complete_description_settles_every_value():
    query = Query.complete(PETA, np.zeros(PETA.size))

    assert sum(len(clause.allowed) for clause in query.clauses) == PETA.size


def test_a_vector_of_another_width_is_refused():
    with pytest.raises(ShapeError, match=r"\(105,\)"):
        Query.complete(PETA, np.zeros(104))


def test_a_description_is_complete_once_every_group_is_settled():
    one_of_each = [group.attributes[0].id for group in MARKET.groups]

    assert Query.build(MARKET, has=one_of_each).is_complete
    assert not Query.build(MARKET, has=one_of_each[1:]).is_complete
    assert not Query.build(MARKET, has=one_of_each[1:], prefer=one_of_each[:1]).is_complete


def test_alternatives_do_not_settle_a_group():
    one_of_each = [group.attributes[0].id for group in MARKET.groups]
    two_genders = ["personalMale", "personalFemale"]

    assert not Query.build(MARKET, has=[*one_of_each[1:], *two_genders]).is_complete


def test_the_vector_has_ones_where_values_are_demanded_and_nowhere_else():
    query = Query.build(PETA, has=["upperBodyRed"], not_=["accessoryHat"], prefer=["personalFemale"])

    assert [PETA.attribute_ids[i] for i in np.flatnonzero(query.vector(PETA))] == ["upperBodyRed"]


def test_ids_with_signs_of_the_text_form_survive_it():
    clause = Clause(group_id="g", allowed=frozenset({"red & blue|x: y", "naïve%20"}), combine=Combine.BOTH)
    query = Query(clauses=(clause,))

    word = query.to_text()

    assert len(word.split()) == 1
    assert word.count("&") == 1 and "|" not in word


@st.composite
def queries(draw):
    """Any description without contradiction: each value is ticked in one way at most."""
    chosen = draw(st.lists(st.sampled_from(PETA.attribute_ids), unique=True, max_size=12))
    ways = [draw(st.sampled_from(["has", "not_", "prefer"])) for _ in chosen]
    ticks = {
        way: [value for value, w in zip(chosen, ways, strict=True) if w == way] for way in ("has", "not_", "prefer")
    }
    return Query.build(PETA, **ticks)


@st.composite
def clauses(draw):
    """Any clause that a group allows, in any of the four ways and either combination."""
    group = draw(st.sampled_from(PETA.groups))
    values = draw(st.sets(st.sampled_from([attribute.id for attribute in group.attributes]), min_size=1, max_size=4))
    return Clause(
        group_id=group.id,
        allowed=frozenset(values),
        combine=draw(st.sampled_from(Combine)),
        negated=draw(st.booleans()),
        preferred=draw(st.booleans()),
    )


@given(st.lists(clauses(), max_size=4))
def test_text_brings_back_whatever_clauses_do_not_contradict_each_other(drawn):
    text = " ".join(Query(clauses=(clause,)).to_text() for clause in drawn)
    try:
        query = Query.parse(text, PETA)
    except QueryError as refused:
        assert str(refused).endswith(".")
        return

    assert query.clauses == tuple(dict.fromkeys(drawn))
    assert Query.parse(query.to_text(), PETA) == query
    flipped = [query.flipped(PETA, clause.group_id) for clause in drawn if not _is_exclusive(clause)]
    assert all(Query.parse(other.to_text(), PETA) == other for other in flipped)


def _is_exclusive(clause):
    return PETA.group(clause.group_id).exclusive


@given(st.text(alphabet="hasnotprefer-:|&% uB", max_size=40))
def test_any_other_text_is_refused_in_a_sentence_or_read(text):
    try:
        Query.parse(text, PETA)
    except (QueryError, UnknownAttributeError) as refused:
        assert str(refused).endswith((".", "?"))


def test_the_issues_example_is_read_and_written_alike():
    text = "has:upperBodyPink|upperBodyRed not:accessoryHat prefer:personalFemale"

    query = Query.parse(text, PETA)

    assert query.to_text() == text
    assert query.in_words(PETA) == "Red or pink top, no hat — preferably a woman"


def test_ticks_of_a_group_can_be_combined_the_other_way_and_back():
    query = Query.build(PETA, has=["upperBodyRed", "upperBodyBlack", "carryingBackpack", "carryingUmbrella"])

    flipped = query.flipped(PETA, "upperColour")

    assert [clause.combine for clause in query.clauses] == [Combine.EITHER, Combine.BOTH]
    assert [clause.combine for clause in flipped.clauses] == [Combine.BOTH, Combine.BOTH]
    assert flipped.flipped(PETA, "upperColour") == query


def test_two_hair_lengths_cannot_be_flipped_to_both():
    with pytest.raises(QueryError, match="Nobody is both"):
        Query.build(PETA, has=["hairLong", "hairShort"]).flipped(PETA, "hairLength")


def test_one_value_and_an_absence_have_nothing_to_flip():
    query = Query.build(PETA, has=["upperBodyRed"], not_=["upperBodyBlack", "upperBodyBlue"])

    assert query.flipped(PETA, "upperColour") == query


def test_what_is_said_twice_is_kept_once():
    assert len(Query.parse("has:upperBodyRed has:upperBodyRed", PETA).clauses) == 1


def test_nothing_and_something_of_a_group_exclude_each_other():
    group = Group(
        id="bag",
        title="Bag",
        kind=GroupKind.CARRYING,
        exclusive=False,
        combine=Combine.BOTH,
        attributes=tuple(
            Attribute(id=name, label=name, short=name, swatch=None, none=name == "noBag", sources={})
            for name in ("rucksack", "suitcase", "noBag")
        ),
    )
    schema = Schema("own", "Own", (group,))

    assert len(Query.build(schema, any_of=[["rucksack", "noBag"]]).clauses) == 1
    with pytest.raises(QueryError, match="noBag leaves no room for rucksack"):
        Query.build(schema, has=["rucksack", "noBag"])


def test_some_groups_of_a_vector_are_settled_and_the_others_left_open():
    vector = np.zeros(PETA.size, np.uint8)
    vector[[PETA.index("upperBodyRed"), PETA.index("hairLong")]] = 1

    query = Query.of_groups(PETA, vector, ["upperColour", "sleeve"])

    assert not query.is_complete
    assert {clause.group_id for clause in query.clauses} == {"upperColour", "sleeve"}
    assert [PETA.attribute_ids[i] for i in np.flatnonzero(query.vector(PETA))] == ["upperBodyRed"]


@settings(deadline=None)
@given(queries())
def test_text_brings_every_description_back(query):
    assert Query.parse(query.to_text(), PETA) == query


@settings(deadline=None)
@given(queries())
def test_every_description_has_words_and_ends_neatly(query):
    words = query.in_words(PETA)

    assert words[0].isupper() or words[0].isdigit()
    assert ", ," not in words and not words.endswith((",", " ")) and "  " not in words
