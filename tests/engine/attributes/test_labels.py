import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.attributes.labels import UNKNOWN, CodedLabels, decode_labels, encode_labels
from engine.attributes.schema_file import shipped_schema
from engine.errors import SchemaError, ShapeError

SCHEMA = shipped_schema("peta")


@st.composite
def some_labels(draw):
    labels = {}
    for group in SCHEMA.groups:
        ids = st.frozensets(st.sampled_from([attribute.id for attribute in group.attributes]))
        labels[group.id] = draw(st.one_of(st.just(UNKNOWN), ids))
    return labels


@given(some_labels())
def test_labels_read_back_as_they_were(labels):
    assert decode_labels(SCHEMA, encode_labels(SCHEMA, labels)) == labels


def test_unknown_is_not_the_same_as_none():
    unknown = encode_labels(SCHEMA, {"carrying": UNKNOWN})
    none = encode_labels(SCHEMA, {"carrying": frozenset()})
    assert (unknown.bits == none.bits).all()
    assert not unknown.known.any()
    assert none.known.sum() == 11
    assert decode_labels(SCHEMA, none)["carrying"] == frozenset()
    assert decode_labels(SCHEMA, unknown)["carrying"] is UNKNOWN


def test_an_attribute_of_another_group_is_refused():
    with pytest.raises(SchemaError, match="upperBodyRed"):
        encode_labels(SCHEMA, {"carrying": frozenset({"upperBodyRed"})})


def test_bits_of_another_length_are_refused():
    with pytest.raises(ShapeError):
        decode_labels(SCHEMA, CodedLabels(np.zeros(3, np.uint8), np.zeros(3, np.bool_)))
