"""Embedding a labelled split with a stored model, for the protocols and the pictures."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.datasets.read_dataset import read_dataset
from engine.datasets.search_split import SearchSplit
from engine.encoders.model import Embedded, Model
from engine.errors import ConfigError
from engine.evaluation.category_density import hubness
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.imaging.stills import read_still
from engine.progress import Progress
from engine.registry.loading import load_model
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel
from engine.search.search_fit import TRAINING_FIGURE, SearchFit

BATCH = 64


def read_split(data: Path, *models: InstalledModel) -> SearchSplit:
    """Read the labelled data of a folder; what the columns of a CSV mean, the first model's schema says.

    Raises:
        ConfigError: if a model knows other attributes than the data's.
        DatasetError: if the data cannot be read.
        MissingPathError: if there is no such folder.
    """
    dataset = read_dataset(data, schema=models[0].card.schema)
    for installed in models:
        if installed.card.schema.attribute_ids != dataset.schema.attribute_ids:
            raise ConfigError("model", installed.name, f"does not know the attributes of {dataset.title}")
    return dataset.split


def part_of(split: SearchSplit, name: str) -> LabelledImages:
    """Return the pictures of a part that are on disk and of which every attribute is known.

    Raises:
        ConfigError: if there is no such part.
        DatasetError: if none of its pictures is on disk.
    """
    if name not in split.parts:
        raise ConfigError("split", name, f"must be one of {', '.join(split.parts)}")
    return split.parts[name].complete().present()


def embed_split(installed: InstalledModel, split: SearchSplit, name: str, progress: Progress) -> EmbeddedSplit:
    """Embed a part of the labelled data.

    Raises:
        ConfigError: if there is no such part.
        DatasetError: if none of its pictures is on disk.
        ModelError: if the model cannot be loaded.
        ImageError: if a picture cannot be read.
    """
    images = part_of(split, name)
    model = load_model(installed)
    embedded = embed_pictures(model, images, f"Embedding {images.name} with {installed.name}", progress)
    query_side, fit = QueryModel.load(installed), SearchFit.of(installed.card)
    return EmbeddedSplit(
        model=installed.name,
        images=images,
        training=split.train,
        embeddings=embedded.vectors,
        logits=model.calibration.undone(embedded.logits),
        calibrated=embedded.logits,
        encode_categories=query_side.encode_categories,
        fusion_alpha=fit.cosine_weight if TRAINING_FIGURE in installed.card.figures else None,
        hubness=hubness_of(embedded.vectors, query_side),
    )


def hubness_of(embeddings: NDArray[np.float32], model: QueryModel) -> NDArray[np.float32] | None:
    """Return how near embeddings (n, D) are to the categories that a model knows, (n,); None if it knows none."""
    if model.known is None:
        return None
    return hubness(embeddings, model.known_embeddings, SearchFit.of(model.card).sharpness)


def embed_pictures(model: Model, images: LabelledImages, stage: str, progress: Progress) -> Embedded:
    """Embed n pictures, with calibrated logits; raises ImageError if one cannot be read."""
    starts = range(0, len(images), BATCH)
    batches = [
        model.embed_images([read_still(path).pixels for path in images.paths[start : start + BATCH]])
        for start in progress.track(starts, stage)
    ]
    vectors, logits = zip(*batches, strict=True)
    return Embedded(np.concatenate(vectors), np.concatenate(logits))
