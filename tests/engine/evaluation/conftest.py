"""A small labelled split that a made-up model has embedded."""

from pathlib import Path

import numpy as np
import pytest

from engine.attributes.schema_file import shipped_schema
from engine.datasets.labelled_images import LabelledImages
from engine.evaluation.embedded_split import EmbeddedSplit

CATEGORIES, IMAGES, WIDTH = 12, 60, 8


def made_split(seed: int = 1, *, alpha: float | None = 20.0, seen: int = 4) -> EmbeddedSplit:
    """Return a split of 12 categories, `seen` of them in training; the model gets about half of it right."""
    random = np.random.default_rng(seed)
    schema = shipped_schema("pa100k")
    labels = np.random.default_rng(0)
    vectors = (labels.random((CATEGORIES, schema.size)) < 0.3).astype(np.uint8)
    of_image = np.concatenate([np.arange(CATEGORIES), labels.integers(CATEGORIES, size=IMAGES - CATEGORIES)])
    bits = vectors[of_image]
    projection = labels.normal(size=(schema.size, WIDTH)).astype(np.float32)

    def encode(categories):
        values = categories.astype(np.float32) @ projection
        return values / np.linalg.norm(values, axis=1, keepdims=True)

    embeddings = encode(bits) + random.normal(0, 0.3, (IMAGES, WIDTH)).astype(np.float32)
    logits = (2.0 * bits - 1 + random.normal(0, 1.5, bits.shape)).astype(np.float32)
    return EmbeddedSplit(
        model="made",
        images=LabelledImages("made test", schema, tuple(Path(f"{n}.jpg") for n in range(IMAGES)), bits),
        training=LabelledImages("made train", schema, tuple(map(Path, "abcdefghij"[:seen])), vectors[:seen]),
        embeddings=(embeddings / np.linalg.norm(embeddings, axis=1, keepdims=True)).astype(np.float32),
        logits=logits,
        calibrated=logits * 1.5,
        encode_categories=encode,
        fusion_alpha=alpha,
    )


@pytest.fixture(scope="session")
def split() -> EmbeddedSplit:
    """Return one such split."""
    return made_split()


@pytest.fixture(scope="session")
def another_models_split() -> EmbeddedSplit:
    """Return the same pictures as another model embeds them."""
    return made_split(2)
