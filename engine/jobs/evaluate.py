"""Measuring a stored model on labelled data."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.peta import read_peta, split_peta
from engine.encoders.model import Embedded, Model
from engine.errors import ConfigError
from engine.evaluation.full_protocol import measure_full
from engine.evaluation.full_scores import cosine_scores, head_scores, scores_by_scorer
from engine.evaluation.recognition_figures import measure_recognition
from engine.imaging.stills import read_still
from engine.progress import Progress
from engine.registry.loading import load_model
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel

BATCH = 64
BEST_SCORER = "fused"  # for complete descriptions, on validation data (docs/benchmarks.md)


class Protocol(Enum):
    """What is measured."""

    FULL = "full"
    RECOGNITION = "recognition"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateSpec:
    """A model, and what to measure of it on what."""

    model: InstalledModel
    data: Path
    split: str = "test"
    protocol: Protocol = Protocol.FULL


def evaluate(spec: EvaluateSpec, progress: Progress) -> dict[str, Any]:
    """Return the figures of design §5.

    For `full` those of the best scorer and a row per scorer; for `recognition` mA and a row per attribute.

    Raises:
        ConfigError: if the split is unknown, or the model's schema is not the data's.
        DatasetError: if the data cannot be read, or none of the split's pictures is on disk.
    """
    images = _images(spec)
    model = load_model(spec.model)
    embedded = _embed(model, images, progress)
    logits = model.calibration.undone(embedded.logits)
    if spec.protocol is Protocol.RECOGNITION:
        figures = measure_recognition(images.schema, logits, images.vectors)
        rows = {row.attribute: [row.positives, row.balanced_accuracy] for row in figures.rows}
        return {"protocol": "recognition", "on": images.name, "ma": figures.ma, "attributes": rows}
    return {"protocol": "full", "on": images.name} | _full(spec.model, images, embedded.vectors, logits)


def _images(spec: EvaluateSpec) -> LabelledImages:
    if spec.model.card.schema.name != "peta":
        raise ConfigError("model", spec.model.name, "does not know PETA's attributes, on which models are measured")
    split = split_peta(read_peta(spec.data))
    parts = {"train": split.train, "validation": split.validation, "test": split.test}
    if spec.split not in parts:
        raise ConfigError("split", spec.split, f"must be one of {', '.join(parts)}")
    return parts[spec.split].present()


def _embed(model: Model, images: LabelledImages, progress: Progress) -> Embedded:
    starts = range(0, len(images), BATCH)
    batches = [
        model.embed_images([read_still(path).pixels for path in images.paths[start : start + BATCH]])
        for start in progress.track(starts, f"Embedding {images.name}")
    ]
    return Embedded(
        np.concatenate([batch.vectors for batch in batches]), np.concatenate([batch.logits for batch in batches])
    )


def _full(
    installed: InstalledModel, images: LabelledImages, embeddings: NDArray[np.float32], logits: NDArray[np.float32]
) -> dict[str, Any]:
    categories = images.categories
    cosine = cosine_scores(QueryModel.load(installed).encode_categories(categories.vectors), embeddings)
    heads = head_scores(categories.vectors, logits)
    scores = scores_by_scorer(cosine, heads, float(installed.card.figures["fusion_alpha"]))
    rows = {name: measure_full(values, categories.of_image, scorer=name).to_dict() for name, values in scores.items()}
    return rows[BEST_SCORER] | {"by_scorer": rows}
