"""The card of a model that was just trained."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from engine.datasets.dataset import Dataset, DatasetKind
from engine.datasets.search_split import SearchSplit
from engine.encoders.model import Model
from engine.registry.card import ModelCard
from engine.registry.store import model_at
from engine.registry.weights import model_id_of
from engine.training.recipe import Recipe, recipe_to_dict

PETA_NOTE = "Trained on PETA, which is licensed for research only: this model must not be used commercially."
OWN_NOTE = "Trained on labels of your own: what may be done with those pictures holds for this model too."
_NOTES = {
    DatasetKind.PETA: PETA_NOTE,
    DatasetKind.MARKET1501: "Trained on Market-1501, published for research: do not use this model for anything else.",
    DatasetKind.PA100K: "Trained on PA100K, published for research: this model must not be used commercially.",
}
_FACTS: Mapping[DatasetKind, Mapping[str, str]] = {
    DatasetKind.PETA: {
        "name": "PETA (Deng et al., ACM MM 2014)",
        "licence": "research only, not commercial",
        "split": "search split of the ASMR authors; 200 of its 1,890 training categories kept for validation",
    },
    DatasetKind.MARKET1501: {
        "name": "Market-1501 Attribute (Lin et al., Pattern Recognition 2019)",
        "licence": "research",
        "split": "the published one; a tenth of its training categories kept for validation",
    },
    DatasetKind.PA100K: {
        "name": "PA100K (Liu et al., ICCV 2017)",
        "licence": "research, not commercial",
        "split": "the published one, with its own validation part",
    },
}
_TITLES = {DatasetKind.PETA: "Street clothes (PETA)"}


def make_card(
    model: Model, recipe: Recipe, weights: Path, *, dataset: Dataset, used: SearchSplit, figures: Mapping[str, Any]
) -> ModelCard:
    """Return the card of a trained model.

    Args:
        model: trained.
        recipe: by this.
        weights: the file that they were written to.
        dataset: what it learned from.
        used: the parts of it that were on disk and complete.
        figures: measured.
    """
    card = ModelCard(
        name=recipe.name,
        title=_TITLES.get(dataset.kind, dataset.title),
        model_id="",  # known once the rest is
        schema=model.schema,
        backbone=recipe.backbone.value,
        input_px=recipe.input_px,
        flip_average=recipe.flip_average,
        data=_data_facts(dataset, used, recipe),
        recipe=recipe_to_dict(recipe),
        figures=figures,
        licence_notes=(_NOTES.get(dataset.kind, OWN_NOTE),),
        heads=model.heads.kind.value,
        hides_groups=model.hides_groups,
    )
    return replace(card, model_id=model_id_of(weights, card.preprocessing))


def _data_facts(dataset: Dataset, used: SearchSplit, recipe: Recipe) -> dict[str, Any]:
    own = {"name": dataset.title, "licence": "your own", "split": "as the labels say, or drawn by Bolo"}
    return {
        **_FACTS.get(dataset.kind, own),
        "train_images": len(used.train),
        "train_categories": len(used.train.complete().categories),
        "validation_images": len(used.validation),
        "validation_categories": len(used.validation.categories),
        "extra_images": _extra_images(dataset) if recipe.extra_data else 0,
        "started_from": model_at(recipe.start).card.model_id if recipe.start else None,
        "rendered_crops": sum(stage.rendered_crops for stage in recipe.stages),
        "trained_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _extra_images(dataset: Dataset) -> int:
    extra = dataset.split.extra
    return 0 if extra is None else int(extra.on_disk().sum())
