import pytest

from engine.attributes.schema import Combine, GroupKind
from engine.attributes.schema_file import SHIPPED, read_schema, schema_from_dict, schema_to_dict, shipped_schema
from engine.errors import MissingPathError, SchemaError, UnknownAttributeError


@pytest.mark.parametrize(("name", "groups", "bits"), [("peta", 17, 105), ("market1501", 10, 39), ("pa100k", 15, 26)])
def test_shipped_schemas_have_the_papers_groups_and_bits(name, groups, bits):
    schema = shipped_schema(name)
    assert (len(schema.groups), schema.size) == (groups, bits)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_schema_survives_the_way_into_a_card_and_back(name):
    schema = shipped_schema(name)
    assert schema_from_dict(schema_to_dict(schema)) == schema


@pytest.mark.parametrize("name", SHIPPED)
def test_ticks_combine_as_the_design_says(name):
    for group in shipped_schema(name).groups:
        either = group.exclusive or group.kind is GroupKind.COLOURS
        assert (group.combine is Combine.EITHER) == either, group.id


def test_colours_carry_a_swatch():
    schema = shipped_schema("peta")
    for group in schema.groups:
        if group.kind is GroupKind.COLOURS:
            assert all(attribute.swatch for attribute in group.attributes)


def test_slices_tile_the_category_vector_in_display_order():
    schema = shipped_schema("peta")
    places = [place for group in schema.groups for place in range(*schema.slice_of(group).indices(schema.size))]
    assert places == list(range(105))


def test_an_unknown_attribute_is_answered_with_the_nearest_name():
    with pytest.raises(UnknownAttributeError, match="upperBodyRed"):
        shipped_schema("peta").index("upperBodyRedd")


def test_a_missing_or_broken_file_is_one_sentence(tmp_path):
    with pytest.raises(MissingPathError):
        read_schema(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("name = ")
    with pytest.raises(SchemaError, match=r"bad\.toml"):
        read_schema(tmp_path / "bad.toml")


def test_an_attribute_named_twice_is_refused():
    fields = schema_to_dict(shipped_schema("pa100k"))
    fields["group"].append(fields["group"][0])
    with pytest.raises(SchemaError, match="twice"):
        schema_from_dict(fields)


def test_two_schemas_share_what_both_know_each_in_its_own_place():
    peta, market = shipped_schema("peta"), shipped_schema("market1501")
    here, there = peta.shared_with(market)
    assert [peta.attribute_ids[place] for place in here] == [market.attribute_ids[place] for place in there]
    assert {peta.attribute_ids[place] for place in here} == {*peta.attribute_ids} & {*market.attribute_ids}
    every = list(range(peta.size))
    assert peta.shared_with(peta) == (every, every)
