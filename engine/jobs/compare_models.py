"""A new model beside the one that a case is searched with: on held-out pictures, and on the case's saved searches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Schema
from engine.datasets.labelled_images import LabelledImages
from engine.encoders.model import Embedded
from engine.errors import ConfigError
from engine.evaluation.bootstrap import interval_of, resampled_means
from engine.evaluation.recognition_figures import measure_recognition
from engine.evaluation.recognition_outcome import resampled_accuracies
from engine.jobs.embed_split import embed_pictures
from engine.progress import Progress
from engine.registry.loading import load_model
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel
from engine.search.labelled_crops import LabelledCrops
from engine.search.scorers import default_scorer
from engine.search.short_descriptions import FIGURES, draw_short_descriptions, measure_descriptions

MA = "ma"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePair:
    """One figure of both models, in percent; the interval is of the new less the old, paired, 95 %.

    What the old model does not know it has no figure for, and so no interval.
    """

    name: str
    new: float
    old: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributePair:
    """Recognition of one attribute by both models: balanced accuracy, in percent.

    Attributes:
        attribute: its id.
        label: for people.
        yes: held-out pictures that have it.
        no: that lack it.
        figure: None where all or none have it.
    """

    attribute: str
    label: str
    yes: int
    no: int
    figure: FigurePair | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelComparison:
    """Two models on the same pictures.

    Attributes:
        on: the name of the pictures.
        pictures: how many.
        descriptions: how many were asked.
        figures: mA over the attributes that both know, then mAP and Rank-k of the descriptions.
        attributes: in the order of the new model's schema.
    """

    on: str
    pictures: int
    descriptions: int
    figures: tuple[FigurePair, ...]
    attributes: tuple[AttributePair, ...]

    @property
    def is_worse(self) -> bool:
        """Whether the new model is behind in any figure that both have."""
        return any(pair.old is not None and pair.new < pair.old for pair in self.figures)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one model makes of the pictures, with its attributes in the places of the labels'."""

    model: QueryModel
    embedded: Embedded
    uncalibrated: NDArray[np.float32]  # (N, A of its own)
    there: Mapping[str, int]  # place in its own schema by attribute id


def compare_models(
    old: InstalledModel, new: InstalledModel, images: LabelledImages, progress: Progress
) -> ModelComparison:
    """Measure both models on labelled pictures that neither learned from.

    Labels may be partial: each attribute is measured on the pictures of which it is known.

    Raises:
        ConfigError: if there are no pictures.
        ModelError: if a model is damaged.
        ImageError: if a picture cannot be read.
    """
    if not len(images):
        raise ConfigError("images", images.name, "holds no picture to compare on")
    before, after = (_look(installed, images, progress) for installed in (old, new))
    shared = [str(name) for name in images.schema.attribute_ids if name in before.there and name in after.there]
    attributes = tuple(_pairs(images, before, after))
    descriptions = draw_short_descriptions(images, shared)
    figures = [*_recognition(images, shared, before, after)]
    if descriptions:
        scorer = default_scorer()
        values = [measure_descriptions(seen.model, _crops(seen), descriptions, scorer) for seen in (before, after)]
        figures += [_paired(name, values[0][:, k], values[1][:, k]) for k, name in enumerate(FIGURES)]
    return ModelComparison(
        on=images.name,
        pictures=len(images),
        descriptions=len(descriptions),
        figures=tuple(figures),
        attributes=attributes,
    )


def _look(installed: InstalledModel, images: LabelledImages, progress: Progress) -> _Seen:
    model = load_model(installed)
    embedded = embed_pictures(model, images, f"Embedding {images.name} with {installed.name}", progress)
    places = {str(name): place for place, name in enumerate(installed.card.schema.attribute_ids)}
    return _Seen(QueryModel.load(installed), embedded, model.calibration.undone(embedded.logits), places)


def _crops(seen: _Seen) -> LabelledCrops:
    nothing = np.zeros(seen.embedded.logits.shape, np.uint8)  # what fits, the descriptions say
    return LabelledCrops(embeddings=seen.embedded.vectors, logits=seen.embedded.logits, vectors=nothing)


def _logits(seen: _Seen, schema: Schema, names: list[str]) -> NDArray[np.float32]:
    """Return (N, A) uncalibrated logits in the places of the labels; −1, a no, where the model knows nothing."""
    logits = np.full((len(seen.uncalibrated), schema.size), -1.0, np.float32)
    for name in names:
        logits[:, schema.index(name)] = seen.uncalibrated[:, seen.there[name]]
    return logits


def _recognition(images: LabelledImages, shared: list[str], before: _Seen, after: _Seen) -> Iterator[FigurePair]:
    """Yield mA over the attributes that both know and that can be measured."""
    schema = images.schema
    known = np.zeros_like(images.vectors)
    places = [schema.index(name) for name in shared]
    known[:, places] = images.known_bits()[:, places]
    figures, rounds = [], []
    for seen in (before, after):
        logits = _logits(seen, schema, shared)
        figures.append(measure_recognition(schema, logits, images.vectors, known=known).ma)
        accuracies = resampled_accuracies(logits > 0, images.vectors.astype(np.bool_), known.astype(np.bool_))
        with np.errstate(invalid="ignore"):
            counted = ~np.isnan(accuracies)
            sums = np.where(counted, accuracies, 0).sum(axis=1)
        rounds.append(sums / np.maximum(counted.sum(axis=1), 1))
    if not np.isnan(figures).any():
        low, high = interval_of(rounds[1] - rounds[0])
        yield FigurePair(name=MA, old=figures[0], new=figures[1], low=low, high=high)


def _pairs(images: LabelledImages, before: _Seen, after: _Seen) -> Iterator[AttributePair]:
    """Yield the attributes that the new model knows, one after the other."""
    schema, true, known = images.schema, images.vectors.astype(np.bool_), images.known_bits().astype(np.bool_)
    seen = {"old": before, "new": after}
    said, rows, rounds = {}, {}, {}
    for which, model in seen.items():
        logits = _logits(model, schema, [name for name in schema.attribute_ids if name in model.there])
        said[which] = logits > 0
        rows[which] = measure_recognition(schema, logits, images.vectors, known=images.known).rows
        rounds[which] = resampled_accuracies(said[which], true, known)
    for place, attribute in enumerate(schema.attributes):
        if attribute.id not in after.there:
            continue
        accuracy = {which: rows[which][place].balanced_accuracy for which in seen}
        figure = None
        if accuracy["new"] is not None:
            figure = FigurePair(name=attribute.id, new=accuracy["new"])
            if attribute.id in before.there:
                differences = rounds["new"][:, place] - rounds["old"][:, place]
                low, high = interval_of(differences[~np.isnan(differences)])
                figure = FigurePair(name=attribute.id, new=accuracy["new"], old=accuracy["old"], low=low, high=high)
        yes = int((true & known)[:, place].sum())
        yield AttributePair(
            attribute=attribute.id,
            label=attribute.label,
            yes=yes,
            no=int(known[:, place].sum()) - yes,
            figure=figure,
        )


def _paired(name: str, old: NDArray[np.float64], new: NDArray[np.float64]) -> FigurePair:
    low, high = interval_of(resampled_means(new - old))
    return FigurePair(name=name, old=float(old.mean()), new=float(new.mean()), low=low, high=high)
