"""Fitting what a search needs of a trained model, on the validation part of its data, into the model's folder."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.datasets.search_split import VALIDATION, SearchSplit
from engine.evaluation.embedded_split import EmbeddedSplit
from engine.evaluation.evidence_thresholds import fit_thresholds, measure_marks
from engine.evaluation.full_protocol import measure_full
from engine.evaluation.full_scores import fused_scores
from engine.gallery.records import Quality
from engine.imaging.box import Box
from engine.imaging.quality import measure_quality
from engine.imaging.stills import read_still
from engine.jobs.embed_split import embed_split, hubness_of
from engine.jobs.training_validation import FUSION_ALPHAS
from engine.progress import Progress
from engine.registry.card import write_card
from engine.registry.known_categories import KnownCategories, read_known_categories, write_known_categories
from engine.registry.query_model import QueryModel
from engine.registry.store import InstalledModel
from engine.search.fit_scorers import fit_scorers
from engine.search.labelled_crops import LabelledCrops
from engine.search.legibility import legibility
from engine.search.search_fit import EVIDENCE_FIGURE, FIGURE


@dataclass(frozen=True, slots=True, kw_only=True)
class FitSummary:
    """What was chosen, as the card has it now."""

    model: Path
    figures: dict[str, Any]


def fit_search(installed: InstalledModel, split: SearchSplit, progress: Progress) -> FitSummary:
    """Store the training categories beside the weights, and choose the scorers' weights and the evidence limits.

    Weights and model id stay as they are; the card says on what was chosen.

    Args:
        installed: the model.
        split: of the data that it was trained on.
        progress: told.

    Raises:
        DatasetError: if none of the validation part's pictures is on disk.
        ModelError: if the model is damaged.
    """
    embedded = embed_split(installed, split, VALIDATION, progress)
    training = split.training(extra=bool(installed.card.recipe.get("extra_data")))
    known = KnownCategories.of(training.complete().vectors)
    crops = LabelledCrops(embeddings=embedded.embeddings, logits=embedded.calibrated, vectors=embedded.images.vectors)
    model = QueryModel.load(installed).knowing(known)
    fit = fit_scorers(model, crops, progress)
    near_all = hubness_of(embedded.embeddings, model.with_figures({FIGURE: fit.to_dict()}))
    fit = replace(fit, cosine_weight=_best_weight(embedded, near_all))
    figures = {
        FIGURE: {**fit.to_dict(), "chosen_on": f"{embedded.images.name}: {len(crops)} images"},
        EVIDENCE_FIGURE: _evidence(embedded, read_qualities(embedded.images.paths, progress)),
    }
    write_known_categories(known, installed.folder, installed.card.model_id)
    write_card(replace(installed.card, figures={**installed.card.figures, **figures}), installed.folder)
    return FitSummary(model=installed.folder, figures=figures)


def take_over_fit(installed: InstalledModel, start: InstalledModel, split: SearchSplit) -> None:
    """Give a model the search's constants of the one it started from, and the categories that either was trained on.

    Args:
        installed: the model.
        start: where it started.
        split: of the data that it was trained on.

    Raises:
        ModelError: if what is stored with the starting model cannot be read.
    """
    schema, before = installed.card.schema, start.card.schema
    old = read_known_categories(start.folder, start.card.model_id, before.size)
    vectors = [split.train.complete().vectors]
    if old is not None:
        here, there = schema.shared_with(before)
        carried = np.zeros((len(old.vectors), schema.size), np.uint8)
        carried[:, here] = old.vectors[:, there]
        vectors.append(np.repeat(carried, old.counts, axis=0))
    known = np.concatenate(vectors)
    if len(known):
        write_known_categories(KnownCategories.of(known), installed.folder, installed.card.model_id)
    figures = {name: start.card.figures[name] for name in (FIGURE, EVIDENCE_FIGURE) if name in start.card.figures}
    write_card(replace(installed.card, figures={**installed.card.figures, **figures}), installed.folder)


def _best_weight(embedded: EmbeddedSplit, near_all: NDArray[np.float32] | None) -> float:
    """Return the weight of the cosine with the best mAP over whole descriptions."""
    of_image = embedded.images.categories.of_image

    def mean_average_precision(weight: float) -> float:
        scores = fused_scores(*embedded.cosine_and_heads, weight, near_all)
        return measure_full(scores, of_image, scorer="fused", rounds=1).map

    return max(FUSION_ALPHAS, key=mean_average_precision)


def read_qualities(paths: Sequence[Path], progress: Progress) -> list[Quality]:
    """Return the quality of pictures that are person crops already, whole ones.

    Raises:
        ImageError: if a picture cannot be read.
    """
    qualities = []
    for path in progress.track(paths, "Measuring the pictures"):
        pixels = read_still(path).pixels
        height, width = pixels.shape[:2]
        measured = measure_quality(pixels, Box(0, 0, width, height), (width, height))
        qualities.append(Quality(height_px=height, sharpness=measured.sharpness, truncated=0.0))
    return qualities


def _evidence(embedded: EmbeddedSplit, qualities: Sequence[Quality]) -> dict[str, Any]:
    """Return the evidence limits and how the marks fare with them, on the very crops that they were chosen on."""
    schema, vectors = embedded.images.schema, embedded.images.vectors
    probabilities = shown_probabilities(embedded.calibrated, qualities)
    thresholds = fit_thresholds(schema, probabilities, vectors)
    marks = measure_marks(schema, probabilities, vectors, thresholds)
    return {**thresholds.to_dict(), "chosen_on": embedded.images.name, "marks": marks.to_dict()}


def shown_probabilities(calibrated: NDArray[np.float32], qualities: Sequence[Quality]) -> NDArray[np.float32]:
    """Return the probabilities (n, A) as a search shows them: weakened where a crop is small or blurred."""
    logits = calibrated * legibility(qualities)[:, None]
    return np.asarray(np.exp(-np.logaddexp(np.float32(0), -logits)), np.float32)
