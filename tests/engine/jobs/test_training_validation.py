from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.encoders.backbone_kind import BackboneKind, Weights
from engine.encoders.model import Model, Preprocessing
from engine.jobs.training_validation import Validation


@pytest.fixture
def model():
    torch.manual_seed(1)
    schema = shipped_schema("pa100k")
    preprocessing = Preprocessing(input_px=(64, 64))
    return Model(schema, BackboneKind.EFFICIENTNET_LITE0, preprocessing, weights=Weights.RANDOM, dropout=0.0)


@pytest.fixture
def validation(model):
    generator = np.random.default_rng(2)
    vectors = (generator.random((6, model.schema.size)) < 0.3).astype(np.uint8)
    images = LabelledImages("six", model.schema, tuple(Path(f"{row}.png") for row in range(6)), vectors)
    blocks = generator.integers(0, 256, (6, 32, 32, 3), dtype=np.uint8)
    return Validation(images, blocks.repeat(2, axis=1).repeat(2, axis=2))


def seen_by(model, measure):
    seen = []
    hook = model.image_encoder.register_forward_pre_hook(lambda _, given: seen.append(given[0].clone()))
    measure()
    hook.remove()
    return seen


def test_a_stage_at_a_smaller_input_is_measured_at_it(model, validation):
    seen = seen_by(model, lambda: validation.figures_while_training(model, (32, 32)))
    assert seen[0].shape == (6, 3, 32, 32)
    mean = torch.from_numpy(validation.pixels).permute(0, 3, 1, 2).float().mean(dim=(2, 3))
    assert torch.allclose(seen[0].float().mean(dim=(2, 3)), mean, atol=2.0)  # the same pictures


@pytest.mark.parametrize("size", [(), (64, 64), (128, 128)])
def test_else_it_is_measured_at_the_models_own_input(model, validation, size):
    seen = seen_by(model, lambda: validation.figures_while_training(model, size))
    assert torch.equal(seen[0], torch.from_numpy(validation.pixels).permute(0, 3, 1, 2))


def partly_known(validation, whole):
    """Return the same pictures, of which only the first `whole` are labelled whole."""
    known = np.ones_like(validation.images.vectors)
    known[whole:, ::2] = 0
    return Validation(replace(validation.images, known=known), validation.pixels)


def test_what_is_known_of_every_picture_counts_for_recognition_and_whole_ones_are_searched(model, validation):
    alone = Validation(validation.images.subset(np.arange(6) < 4, "four"), validation.pixels[:4])
    partial = partly_known(validation, 4).figures_while_training(model)
    searched, all_known = alone.figures_while_training(model), validation.figures_while_training(model)
    names = [name for name in searched if name != "ma"]
    assert {name: partial[name] for name in names} == {name: searched[name] for name in names}
    assert partial["ma"] not in (searched["ma"], all_known["ma"])


def test_without_two_whole_pictures_nothing_is_searched(model, validation):
    few = partly_known(validation, 1)
    assert few.figures_while_training(model).keys() == {"ma"}
    assert few.final_figures(model, few.images).keys() == {"measured_on", "recognition_ma", "attributes"}


def slow_accuracy(said, images, place):
    """Return the mean of the shares of yes and of no found, in percent, one picture at a time; None without either."""
    found = {0: [], 1: []}
    for row in range(len(images)):
        if images.known_bits()[row, place]:
            true = int(images.vectors[row, place])
            found[true].append(int(said[row, place]) == true)
    if not found[0] or not found[1]:
        return None
    return 100 * sum(sum(rights) / len(rights) for rights in found.values()) / 2


def test_each_attribute_is_counted_on_what_was_learned_from_and_measured_on_what_was_not(model, validation):
    partial = partly_known(validation, 4)
    generator = np.random.default_rng(6)
    vectors, known = (generator.random((2, 20, model.schema.size)) < 0.4).astype(np.uint8)
    learned_from = LabelledImages(
        "twenty", model.schema, tuple(Path(f"{row}.png") for row in range(20)), vectors, known
    )
    model.calibration.scale.fill_(0.5)
    model.calibration.bias.normal_(0, 2)  # which must not move the threshold

    figures = partial.final_figures(model, learned_from)
    said = model.calibration.undone(model.embed_resized(validation.pixels).logits) > 0
    told = figures["attributes"]
    assert tuple(told) == model.schema.attribute_ids
    for place, name in enumerate(model.schema.attribute_ids):
        labelled = [row for row in range(20) if known[row, place]]
        assert told[name]["support"] == sum(int(vectors[row, place]) for row in labelled)
        assert told[name]["known"] == len(labelled)
        assert told[name]["ma"] == pytest.approx(slow_accuracy(said, partial.images, place))
        bits = [int(partial.images.vectors[row, place]) for row in range(6) if partial.images.known_bits()[row, place]]
        assert told[name]["tested"] == min(bits.count(0), bits.count(1))
    measured = [one["ma"] for one in told.values() if one["ma"] is not None]
    assert 0 < len(measured) < len(told)
    assert figures["recognition_ma"] == pytest.approx(sum(measured) / len(measured))
