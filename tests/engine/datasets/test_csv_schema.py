import pytest

from engine.attributes.schema import GroupKind
from engine.attributes.schema_file import schema_from_dict, schema_to_dict
from engine.datasets.csv_schema import schema_of_columns
from engine.datasets.refused_traits import names_refused_trait
from engine.errors import DatasetError, SchemaError


def test_flags_and_groups_become_attributes():
    columns = {
        "backpack": ["1", "0", ""],
        "top colour": ["red;white", "Red", "none"],
        "age": ["young", "old", ""],
        "empty": ["", "", ""],
    }
    schema = schema_of_columns("mine", columns)

    assert schema.attribute_ids == ("backpack", "topColourRed", "topColourWhite", "ageOld", "ageYoung")
    assert [group.exclusive for group in schema.groups] == [True, False, True]
    assert [group.kind for group in schema.groups] == [GroupKind.CARRYING, GroupKind.COLOURS, GroupKind.AGE]
    assert schema.attribute("topColourRed").swatch and schema.attribute("topColourRed").label == "Top colour: Red"
    assert schema_from_dict(schema_to_dict(schema)) == schema


@pytest.mark.parametrize(
    "columns",
    [
        {"a": ["", ""]},
        {"---": ["x", "y"]},
        {"a": ["%%", "b"]},
        {"a": ["none", "none"]},
        {"time": [str(n) for n in range(300)]},
    ],
)
def test_columns_that_are_no_attributes_are_refused(columns):
    with pytest.raises(DatasetError, match="column"):
        schema_of_columns("mine", columns)


def test_columns_that_come_to_one_name_are_refused():
    with pytest.raises(SchemaError, match="twice"):
        schema_of_columns("mine", {"red top": ["1"], "red_top": ["0"]})


@pytest.mark.parametrize("name", ["race", "Skin_Tone", "personalRace", "ETHNICITY", "religious group"])
def test_some_traits_have_no_attribute(name):
    assert names_refused_trait(name)


@pytest.mark.parametrize("name", ["upperBodyLongSleeve", "bracelet", "gender", "hairLong", "skinnyJeans", "traceable"])
def test_clothes_and_looks_have(name):
    assert not names_refused_trait(name)
