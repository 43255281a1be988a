import numpy as np
import pytest
import torch

from engine.attributes.schema_file import shipped_schema
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.category_encoder import CategoryEncoder, embedding_mlp
from engine.encoders.head_kind import HeadKind
from engine.encoders.model import Model, Preprocessing
from engine.errors import ShapeError


def crops(count: int) -> list[np.ndarray]:
    generator = np.random.default_rng(1)
    return [generator.integers(0, 255, (40 + 3 * i, 20 + i, 3), dtype=np.uint8) for i in range(count)]


def test_embeddings_are_of_unit_length_and_logits_one_per_attribute(random_model):
    embedded = random_model.embed_images(crops(5))
    assert embedded.vectors.shape == (5, 128)
    assert embedded.logits.shape == (5, 105)
    assert np.linalg.norm(embedded.vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)


def test_a_batch_gives_what_its_crops_give_alone(random_model):
    together = random_model.embed_images(crops(4))
    alone = np.concatenate([random_model.embed_images([crop]).vectors for crop in crops(4)])
    assert together.vectors == pytest.approx(alone, abs=1e-4)


def test_a_mirrored_crop_is_the_same_person(random_model):
    [crop] = crops(1)
    there, back = random_model.embed_images([crop]), random_model.embed_images([crop[:, ::-1].copy()])
    assert there.vectors == pytest.approx(back.vectors, abs=1e-4)


def test_no_crops_give_no_embeddings(random_model):
    assert random_model.embed_images([]).vectors.shape == (0, 128)


def test_crops_of_another_size_are_refused_where_they_must_fit(random_model):
    with pytest.raises(ShapeError):
        random_model.embed_resized(np.zeros((1, 10, 10, 3), np.uint8))


def test_a_model_with_the_papers_heads_gives_probabilities_that_sum_to_one_in_exclusive_groups():
    torch.manual_seed(0)
    schema = shipped_schema("peta")
    model = Model(
        schema,
        BackboneKind.EFFICIENTNET_LITE0,
        Preprocessing(input_px=(32, 32)),
        weights=Weights.RANDOM,
        dropout=0.0,
        heads=HeadKind.PAPER,
    )
    model.calibration.scale.fill_(0.7)
    model.calibration.bias.copy_(torch.linspace(-1, 1, schema.size))
    probabilities = torch.from_numpy(model.embed_images(crops(3)).logits).sigmoid()
    for group in schema.groups:
        sums = probabilities[:, schema.slice_of(group)].sum(dim=1).tolist()
        assert (sums == pytest.approx([1.0] * 3, abs=1e-5)) == group.exclusive


def test_category_encoder_is_the_papers_mlp():
    shapes = [tuple(layer.weight.shape) for layer in embedding_mlp(105, 128) if isinstance(layer, torch.nn.Linear)]
    assert shapes == [(512, 105), (128, 512), (128, 128)]
    embeddings = CategoryEncoder(105)(torch.eye(105))
    assert embeddings.norm(dim=1).tolist() == pytest.approx([1.0] * 105, abs=1e-5)
