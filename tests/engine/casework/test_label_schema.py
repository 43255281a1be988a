"""A case's own attributes: added, renamed, retired, and what was labelled stays."""

import sqlite3
from contextlib import closing

import pytest

from engine.attributes.schema import Attribute, Combine, Group, GroupKind
from engine.attributes.schema_file import shipped_schema
from engine.casework.label_schema import LabelSchema, keep_label_schema, read_label_schema
from engine.errors import SchemaError, UnknownAttributeError


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


@pytest.mark.parametrize("text", ["no JSON", "[]", '{"schema": {}, "retired": []}', '{"retired": 5}'])
def test_damaged_attributes_are_told(small_gallery, peta, text):
    keep_label_schema(small_gallery, peta, "kept")
    with closing(sqlite3.connect(small_gallery.folder / "case.db")) as database, database:
        database.execute("UPDATE case_info SET value = ? WHERE key = 'label_schema'", [text])
    with pytest.raises(SchemaError):
        read_label_schema(small_gallery, peta.schema)
