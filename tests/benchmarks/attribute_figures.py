"""Adds to the card of a model that was trained before how often it saw each attribute, and how well it tells it.

    python tests/benchmarks/attribute_figures.py peta-lite0 --data PETA --write

A training of today writes these figures itself. Here the validation part is embedded with the model and measured by the
training's own code, and what its training learned from is counted. The card's figures must come out again, or the data
is not that of the training, and nothing is written. They were measured before the weights were rounded to half
precision, which moves logits by some hundredths: the ranking hardly changes, but an attribute that two pictures have
goes up or down by 25 points when one of them crosses the threshold, and `recognition_ma` by 0.3 with it. Only the card
changes: weights and model id stay as they are. Prints a Markdown table.
"""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.cli.models_commands import installed_or_folder
from engine.datasets.pixel_cache import cached_pixels
from engine.errors import DatasetError
from engine.evaluation.markdown_table import markdown_table, percent
from engine.jobs.embed_split import read_split
from engine.jobs.training_validation import Validation
from engine.progress import Progress
from engine.registry.attribute_figures import ATTRIBUTES_FIGURE, attribute_figures
from engine.registry.card import ModelCard, write_card
from engine.registry.loading import load_model
from engine.registry.store import InstalledModel, check_weights

MEAN, RANKED = "recognition_ma", "cosine"  # figures of a card
MOST_APART, MOST_RANKED_APART = 0.5, 0.1  # in points; by rounding, see above


def measure(installed: InstalledModel, data: Path) -> dict[str, Any]:
    """Return the figures that the end of the model's training would write today."""
    card = installed.card
    check_weights(installed)
    split = read_split(data, installed)
    learned_from = split.training(extra=bool(card.recipe.get("extra_data"))).present()
    images = split.validation.present()
    counted = (len(learned_from), len(images))
    if counted != (card.data.get("train_images"), card.data.get("validation_images")):
        raise DatasetError(f"{data} has {counted} pictures to train on and to validate, the card speaks of others.")
    with TemporaryDirectory() as folder:
        pixels = cached_pixels(images, card.input_px, Path(folder), progress=Progress())
        return Validation(images, pixels[:]).final_figures(load_model(installed), learned_from)


def came_out_again(measured: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Return whether the figures are those of the card, and say both."""
    pairs = [(MEAN, measured[MEAN], told[MEAN], MOST_APART)]
    if RANKED in measured:
        pairs.append((f"{RANKED}, mAP", measured[RANKED]["map"], told[RANKED]["map"], MOST_RANKED_APART))
    for name, now, before, _ in pairs:
        sys.stderr.write(f"{name}: {now!r} now, {before!r} on the card\n")
    return all(abs(now - before) <= most for _, now, before, most in pairs)


def table_of(card: ModelCard) -> str:
    rows = [
        [name, str(one.support), str(one.known), percent(one.ma), str(one.tested)]
        for name, one in attribute_figures(card).items()
    ]
    return markdown_table(["attribute", "have it", "known", "mA", "rarer answer tested on"], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    installed = installed_or_folder(arguments.model)
    measured, figures = measure(installed, arguments.data), installed.card.figures
    if not came_out_again(measured, figures):
        sys.exit("This is not what the model was validated on; the card stays as it is.")
    card = replace(installed.card, figures={**figures, ATTRIBUTES_FIGURE: measured[ATTRIBUTES_FIGURE]})
    sys.stdout.write(table_of(card) + "\n")
    if arguments.write:
        write_card(card, installed.folder)


if __name__ == "__main__":
    main()
