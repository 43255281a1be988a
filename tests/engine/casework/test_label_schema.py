"""A case's own attributes: added, renamed, retired, and what was labelled stays."""

import sqlite3
from contextlib import closing

import pytest

from engine.attributes.schema import Attribute, Combine, Group, GroupKind
from engine.attributes.schema_file import shipped_schema
from engine.casework.label_schema import LabelSchema, keep_label_schema, read_case_schema, read_label_schema
from engine.errors import SchemaError, UnknownAttributeError
from engine.registry.store import ModelStore


def group(group_id="vest", *ids, title="Vest"):
    attributes = tuple(
        Attribute(id=attribute_id, label=attribute_id, short=attribute_id, swatch=None, none=False, sources={})
        for attribute_id in ids or ("reflectiveVest",)
    )
    return Group(
        id=group_id,
        title=title,
        kind=GroupKind.ACCESSORIES,
        exclusive=False,
        combine=Combine.EITHER,
        attributes=attributes,
    )


@pytest.fixture
def peta():
    return LabelSchema(schema=shipped_schema("peta"))


def test_what_is_added_stands_behind(peta):
    longer = peta.with_group(group())
    assert longer.schema.attribute_ids == (*peta.schema.attribute_ids, "reflectiveVest")


def test_an_id_is_never_used_again(peta):
    retired = peta.with_group(group()).with_retired("reflectiveVest")
    with pytest.raises(SchemaError, match="reflectiveVest twice"):
        retired.with_group(group("other"))


def test_a_trait_that_is_refused_is_refused_here(peta):
    with pytest.raises(SchemaError, match="keeps no attribute"):
        peta.with_group(group("faith", "religion"))
    with pytest.raises(SchemaError, match="cannot be an attribute's label"):
        peta.renamed("personalMale", "Religion")


def test_a_label_is_renamed_and_the_id_stays(peta):
    renamed = peta.renamed("accessoryHat", "Headwear")
    assert renamed.schema.attribute("accessoryHat").label == "Headwear"
    assert renamed.schema.attribute_ids == peta.schema.attribute_ids
    with pytest.raises(UnknownAttributeError):
        peta.renamed("accessoryHalo", "Halo")


def test_what_is_retired_is_not_asked_for_and_comes_back(peta):
    retired = peta.with_retired("accessoryHat")
    assert "accessoryHat" in retired.schema and "accessoryHat" not in retired.asked
    assert retired.with_retired("accessoryHat", is_retired=False) == peta


def test_the_last_attribute_cannot_be_retired():
    small = LabelSchema(schema=shipped_schema("peta"))
    *others, last = small.schema.attribute_ids
    for attribute_id in others:
        small = small.with_retired(attribute_id)
    with pytest.raises(SchemaError, match="the last attribute"):
        small.with_retired(last)


def test_a_case_keeps_its_attributes_and_logs_the_change(small_gallery, peta):
    assert read_label_schema(small_gallery, peta.schema) == peta
    changed = peta.with_group(group()).with_retired("accessoryHat")
    keep_label_schema(small_gallery, changed, "added vest")
    assert read_label_schema(small_gallery, shipped_schema("market1501")) == changed
    assert [entry.facts for entry in small_gallery.audit_entries()][-1] == '{"what":"added vest"}'


def test_without_a_model_the_attributes_of_peta_are_asked_for_and_the_cases_own_stay(small_gallery, peta):
    nothing = ModelStore(())
    assert read_case_schema(small_gallery, nothing) == peta
    changed = peta.with_group(group())
    keep_label_schema(small_gallery, changed, "added vest")
    assert read_case_schema(small_gallery, nothing) == changed


@pytest.mark.parametrize("text", ["no JSON", "[]", '{"schema": {}, "retired": []}', '{"retired": 5}'])
def test_damaged_attributes_are_told(small_gallery, peta, text):
    keep_label_schema(small_gallery, peta, "kept")
    with closing(sqlite3.connect(small_gallery.folder / "case.db")) as database, database:
        database.execute("UPDATE case_info SET value = ? WHERE key = 'label_schema'", [text])
    with pytest.raises(SchemaError):
        read_label_schema(small_gallery, peta.schema)


def test_a_group_of_a_users_words_gets_ids_of_its_own(peta):
    made = peta.new_group(" Weste ", ["Rückseite groß", "", "Rot/Grün", "Weste"], exclusive=False)
    assert [attribute.id for attribute in made.attributes] == ["westeRuckseiteGross", "westeRotGrun", "weste"]
    assert (made.id, made.title, made.combine) == ("westeGroup", "Weste", Combine.BOTH)
    longer = peta.with_group(made)
    again = longer.new_group("Weste", ["Weste"], exclusive=True)
    assert (again.id, again.attributes[0].id) == ("westeGroup2", "weste2")
    assert longer.with_group(again).schema.size == peta.schema.size + 4


def test_an_id_is_found_for_words_without_latin_letters(peta):
    made = peta.new_group("背心", ["反光", "黑"], exclusive=True)
    assert [attribute.id for attribute in made.attributes] == ["attribute", "attribute2"]


@pytest.mark.parametrize(("title", "labels"), [("", ["Red"]), ("Vest", []), ("Vest", [" "]), ("Vest", ["Red", "Red "])])
def test_a_group_without_words_or_with_one_twice_is_refused(peta, title, labels):
    with pytest.raises(SchemaError):
        peta.new_group(title, labels, exclusive=True)
