"""A model of more attributes, filled from one of fewer: what both know stays as it was."""

import pytest
import torch

from engine.attributes.schema import Attribute, Combine, Group, GroupKind, Schema
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.head_kind import HeadKind
from engine.encoders.model import Model, Preprocessing
from engine.encoders.other_attributes import fitted_to


def group(group_id, *names, exclusive=False):
    attributes = tuple(
        Attribute(id=name, label=name, short=name, swatch=None, none=False, sources={}) for name in names
    )
    return Group(
        id=group_id,
        title=group_id,
        kind=GroupKind.ACCESSORIES,
        exclusive=exclusive,
        combine=Combine.EITHER,
        attributes=attributes,
    )


OLD = Schema("old", "Old", (group("hat", "cap", "helmet"), group("bag", "rucksack", "case", exclusive=True)))
NEW = Schema(
    "new",
    "New",
    (group("bag", "rucksack", "case", exclusive=True), group("hat", "helmet", "hood", "cap"), group("vest", "vest")),
)


def model_of(schema, heads=HeadKind.LINEAR, *, hides_groups=False):
    torch.manual_seed(len(schema.name))
    made = Model(
        schema,
        BackboneKind.RESNET18,
        Preprocessing(input_px=(32, 32)),
        weights=Weights.RANDOM,
        dropout=0.0,
        heads=heads,
        hides_groups=hides_groups,
    )
    return made.eval()


def without_calibration(model):
    return {name: value for name, value in model.state_dict().items() if not name.startswith("calibration.")}


@pytest.fixture
def pixels():
    return torch.randint(0, 255, (3, 3, 32, 32), generator=torch.Generator().manual_seed(1)).float()


def test_crops_and_categories_are_embedded_as_before(pixels):
    old, new = model_of(OLD), model_of(NEW)
    new.load_state_dict(fitted_to(new, without_calibration(old), old), strict=False)
    with torch.inference_mode():
        assert torch.equal(old.image_encoder(pixels).embeddings, new.image_encoder(pixels).embeddings)
        bits = torch.eye(4)
        there = torch.zeros(4, NEW.size)
        for place, name in enumerate(OLD.attribute_ids):
            there[:, NEW.index(name)] = bits[:, place]
        assert torch.allclose(old.category_encoder(bits), new.category_encoder(there), atol=1e-6)
        there[:, NEW.index("vest")] = 1  # not read yet
        assert torch.allclose(old.category_encoder(bits), new.category_encoder(there), atol=1e-6)


def test_linear_heads_keep_the_rows_of_what_both_know(pixels):
    old, new = model_of(OLD), model_of(NEW)
    new.load_state_dict(fitted_to(new, without_calibration(old), old), strict=False)
    with torch.inference_mode():
        before, after = (model.heads(model.image_encoder(pixels).features) for model in (old, new))
    for name in OLD.attribute_ids:
        assert torch.allclose(before[:, OLD.index(name)], after[:, NEW.index(name)], atol=1e-5)


def test_other_heads_keep_only_groups_that_are_the_same(pixels):
    old, new = model_of(OLD, HeadKind.PAPER), model_of(NEW, HeadKind.PAPER)
    fitted = fitted_to(new, without_calibration(old), old)
    kept = {name.split(".")[2] for name in fitted if name.startswith("heads.heads.")}
    assert kept == {"bag"}


def test_heads_of_another_kind_are_not_taken():
    old, new = model_of(OLD, HeadKind.LINEAR), model_of(NEW, HeadKind.PAPER)
    assert not [name for name in fitted_to(new, without_calibration(old), old) if name.startswith("heads.")]


def test_the_bits_of_hidden_groups_go_with_their_groups():
    old, new = model_of(OLD, hides_groups=True), model_of(NEW, hides_groups=True)
    new.load_state_dict(fitted_to(new, without_calibration(old), old), strict=False)
    hidden_here, hidden_there = torch.tensor([[1.0, 0.0]]), torch.tensor([[0.0, 1.0, 0.0]])  # the hats
    bits = torch.zeros(1, OLD.size)
    bits[0, OLD.index("case")] = 1
    there = torch.zeros(1, NEW.size)
    there[0, NEW.index("case")] = 1
    with torch.inference_mode():
        assert torch.allclose(
            old.category_encoder(bits, hidden_here), new.category_encoder(there, hidden_there), atol=1e-6
        )


def test_a_schema_that_shares_nothing_takes_the_image_encoder_alone(pixels):
    other = Schema("other", "Other", (group("shoes", "boots"),))
    old, new = model_of(OLD), model_of(other)
    fitted = fitted_to(new, without_calibration(old), old)
    assert not fitted["category_encoder.mlp.0.weight"].any()
    new.load_state_dict(fitted, strict=False)
    with torch.inference_mode():
        assert torch.equal(old.image_encoder(pixels).embeddings, new.image_encoder(pixels).embeddings)
