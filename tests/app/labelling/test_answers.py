"""What a key says: radio in exclusive groups, yes, no and unsure in the others."""

from dataclasses import replace

import pytest

from app.labelling.answers import (
    confirm_guesses,
    is_answered,
    say_rest_no,
    say_unsure,
    say_value,
    words_in_common,
)
from app.labelling.value_keys import VALUE_KEYS, keys_of
from engine.attributes.schema_file import shipped_schema
from engine.casework.label_schema import LabelSchema
from engine.gallery.records import Said

YES, NO, UNSURE = Said(True), Said(False), Said(None)
GUESS_YES, GUESS_NO = Said(True, is_guess=True), Said(False, is_guess=True)


@pytest.fixture
def sex():
    return shipped_schema("peta").group("gender")


@pytest.fixture
def wear():
    return shipped_schema("peta").group("accessory")


def after(words, change):
    return {name: word for name, word in {**words, **change}.items() if word is not None}


def test_in_an_exclusive_group_one_value_rules_the_others_out(sex):
    words = after({}, say_value(sex, "personalFemale", {}))
    assert words == {"personalFemale": YES, "personalMale": NO}
    words = after(words, say_value(sex, "personalMale", words))
    assert words == {"personalFemale": NO, "personalMale": YES}
    assert after(words, say_value(sex, "personalMale", words)) == {}


def test_elsewhere_a_value_goes_from_yes_to_no_to_unsure_to_nothing(wear):
    words, seen = {}, []
    for _press in range(4):
        words = after(words, say_value(wear, "accessoryHat", words))
        seen.append(words.get("accessoryHat"))
    assert seen == [YES, NO, UNSURE, None] and words == {}


@pytest.mark.parametrize("guess", [GUESS_YES, GUESS_NO])
def test_a_guess_gives_way_to_the_first_press(sex, wear, guess):
    assert say_value(wear, "accessoryHat", {"accessoryHat": guess}) == {"accessoryHat": YES}
    assert say_value(sex, "personalMale", {"personalMale": guess})["personalMale"] == YES


def test_no_to_the_rest_leaves_what_was_said(wear):
    words = after(
        {}, say_rest_no(wear, {"accessoryHat": YES, "accessoryMuffler": UNSURE, "accessoryNothing": GUESS_YES})
    )
    assert "accessoryHat" not in words and "accessoryMuffler" not in words
    assert set(words.values()) == {NO} and len(words) == len(wear.attributes) - 2


def test_nothing_holds_beside_the_value_that_says_nothing_does():
    carrying = replace(shipped_schema("market1501").group_of("carryingNothing"), exclusive=False)
    others = [attribute.id for attribute in carrying.attributes if attribute.id != "carryingNothing"]
    words = after({}, say_value(carrying, "carryingNothing", {}))
    assert words == {"carryingNothing": YES, **dict.fromkeys(others, NO)}
    words = after({}, say_value(carrying, others[0], {}))
    assert words == {"carryingNothing": NO, others[0]: YES}
    assert say_rest_no(carrying, {})["carryingNothing"] == YES
    assert say_rest_no(carrying, words).get("carryingNothing") is None


def test_unsure_is_said_and_not_nothing(sex, wear):
    assert say_unsure(sex, {"personalMale": YES}) == {"personalFemale": UNSURE, "personalMale": UNSURE}
    change = say_unsure(wear, {"accessoryHat": YES})
    assert "accessoryHat" not in change and set(change.values()) == {UNSURE}
    everything = {attribute.id: NO for attribute in wear.attributes}
    assert set(say_unsure(wear, everything).values()) == {UNSURE}  # said again of all: all is unsure


def test_a_group_is_answered_by_words_and_not_by_guesses(sex, wear):
    assert is_answered(sex, {"personalMale": YES})
    assert not is_answered(sex, {"personalMale": NO})
    assert is_answered(sex, {"personalMale": NO, "personalFemale": UNSURE})
    assert not is_answered(sex, {"personalMale": GUESS_YES, "personalFemale": GUESS_NO})
    assert is_answered(wear, after({"accessoryHat": YES}, say_rest_no(wear, {"accessoryHat": YES})))


def test_guesses_are_confirmed_as_they_stand(sex, wear):
    words = {"personalMale": GUESS_YES, "personalFemale": NO, "accessoryHat": GUESS_NO, "lowerBodyRed": GUESS_YES}
    assert confirm_guesses([sex, wear], words) == {"personalMale": YES, "accessoryHat": NO}


def test_words_in_common_are_the_same_on_all():
    assert words_in_common([]) == {}
    assert words_in_common([{"hat": YES, "bag": NO}, {"hat": YES, "bag": YES}, {"hat": YES}]) == {"hat": YES}


def test_keys_stay_when_a_value_is_retired():
    peta = shipped_schema("peta")
    whole = peta.group("upperColour")
    retired = LabelSchema(schema=peta).with_retired("upperBodyWhite").asked.group("upperColour")
    keys = keys_of(whole)
    assert [keys[attribute.id] for attribute in whole.attributes[:3]] == ["1", "2", "3"]
    assert "upperBodyWhite" not in [attribute.id for attribute in retired.attributes]
    assert keys[retired.attributes[1].id] == "3"


def test_every_group_has_keys_for_all_its_values():
    longest = max(
        len(group.attributes) for name in ("peta", "market1501", "pa100k") for group in shipped_schema(name).groups
    )
    assert longest <= len(VALUE_KEYS) == len(set(VALUE_KEYS))
    assert not set(VALUE_KEYS) & set("0SUGTW")
