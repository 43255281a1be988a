"""A new model beside the one that a case is searched with: on held-out pictures, and on the case's saved searches."""

from collections.abc import Iterator, Mapping, Sequence, Set
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
    recognised = [_recognised(images, seen) for seen in (before, after)]
    attributes = tuple(_pairs(images, *recognised))
    descriptions = draw_short_descriptions(images, shared)
    figures = [*_recognition(images.schema, shared, *recognised)]
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


@dataclass(frozen=True, slots=True)
class _Recognised:
    """How well one model tells each attribute, in the places of the labels'; of what it does not know nothing is told.

    Attributes:
        there: the attributes that it knows.
        accuracies: balanced, in percent; None where all or none have it.
        rounds: (R, A) those of every round of a bootstrap; NaN where there is none.
    """

    there: Set[str]
    accuracies: tuple[float | None, ...]
    rounds: NDArray[np.float64]


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


def _recognised(images: LabelledImages, seen: _Seen) -> _Recognised:
    schema, known = images.schema, images.known_bits()
    logits = _logits(seen, schema, [str(name) for name in schema.attribute_ids if name in seen.there])
    rows = measure_recognition(schema, logits, images.vectors, known=known).rows
    rounds = resampled_accuracies(logits > 0, images.vectors.astype(np.bool_), known.astype(np.bool_))
    return _Recognised(seen.there.keys(), tuple(row.balanced_accuracy for row in rows), rounds)


def _recognition(
    schema: Schema, shared: Sequence[str], before: _Recognised, after: _Recognised
) -> Iterator[FigurePair]:
    """Yield mA over the attributes that both know and that can be measured."""
    places = [schema.index(name) for name in shared]
    measured = [place for place in places if after.accuracies[place] is not None]  # so it can of either model
    if not measured:
        return
    old, new = (float(np.mean([which.accuracies[place] for place in measured])) for which in (before, after))
    low, high = interval_of(_means(after.rounds[:, places]) - _means(before.rounds[:, places]))
    yield FigurePair(name=MA, old=old, new=new, low=low, high=high)


def _means(rounds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (R,) the means over what each round could measure; 0 where it could measure nothing."""
    counted = ~np.isnan(rounds)
    means: NDArray[np.float64] = np.where(counted, rounds, 0).sum(axis=1) / np.maximum(counted.sum(axis=1), 1)
    return means


def _pairs(images: LabelledImages, before: _Recognised, after: _Recognised) -> Iterator[AttributePair]:
    """Yield the attributes that the new model knows, one after the other."""
    true, known = images.vectors.astype(np.bool_), images.known_bits().astype(np.bool_)
    for place, attribute in enumerate(images.schema.attributes):
        if attribute.id not in after.there:
            continue
        old, new = before.accuracies[place], after.accuracies[place]
        figure = None if new is None else FigurePair(name=attribute.id, new=new)
        if new is not None and attribute.id in before.there:
            differences = after.rounds[:, place] - before.rounds[:, place]
            low, high = interval_of(differences[~np.isnan(differences)])
            figure = FigurePair(name=attribute.id, new=new, old=old, low=low, high=high)
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
