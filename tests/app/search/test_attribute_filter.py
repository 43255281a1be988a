import pytest

from app.search.attribute_filter import matching_attributes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("back", {"carryingBackpack"}),
        ("red to", {"upperBodyRed"}),
        ("t-sh", {"upperBodyTshirt"}),
        ("no such thing", set()),
    ],
)
def test_letters_find_the_attributes_whose_words_begin_with_them(peta, text, found):
    assert matching_attributes(peta, text) == found


def test_a_group_is_found_by_its_title(peta):
    colours = next(group for group in peta.groups if group.title == "Top colour")
    assert {attribute.id for attribute in colours.attributes} <= matching_attributes(peta, "top col")


def test_no_letters_find_everything(peta):
    assert matching_attributes(peta, "  ") == set(peta.attribute_ids)
