"""PA100K's sample by the Train wizard's Standard recipe, from the shipped model: recognition on its test pictures.

python tests/benchmarks/pa100k_wizard.py OUT --data PA100K [--preset standard] [--set key=value]

Nothing is chosen on the test pictures: the best epoch is chosen on the validation part. A second call with the same
OUT goes on where the first was stopped; a model that is there already is only measured.
"""

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

from app.training.recipe_fields import changed_recipe
from engine.datasets.dataset import DatasetKind
from engine.datasets.read_dataset import read_dataset
from engine.evaluation.recognition_figures import measure_recognition
from engine.jobs.compare_models import compare_models
from engine.jobs.embed_split import embed_pictures
from engine.jobs.train import TrainSpec, train
from engine.progress import Event, Progress
from engine.registry.card import read_card
from engine.registry.loading import load_model
from engine.registry.store import InstalledModel, default_store
from engine.training.events import EpochFinished
from engine.training.preset import Preset, Start, preset_recipe

START = "peta-lite0"


def tell(event: Event) -> None:
    """Print a line for each epoch."""
    if isinstance(event, EpochFinished):
        figures = " ".join(f"{name} {value:.1f}" for name, value in event.validation.items())
        sys.stdout.write(f"{event.label}: loss {sum(event.losses.values()):.3f}, validation {figures}\n")
        sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True, metavar="PA100K")
    parser.add_argument("--preset", default="standard", choices=[preset.value for preset in Preset])
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    arguments = parser.parse_args()
    split = read_dataset(arguments.data, DatasetKind.PA100K).split
    pictures = len(split.train.present())
    recipe = preset_recipe(Preset(arguments.preset), Start.MODEL, DatasetKind.PA100K, pictures, model=START)
    changes = dict(setting.split("=", 1) for setting in arguments.settings)
    recipe = changed_recipe(replace(recipe, name="pa100k-wizard"), changes)
    made = arguments.out / recipe.name
    if not (made / "card.json").exists():
        began = time.monotonic()
        train(TrainSpec(recipe=recipe, data=arguments.data, out=arguments.out, resume=True), Progress(tell))
        sys.stdout.write(f"{pictures} pictures, {time.monotonic() - began:.0f} s of training\n\n")
    start, new = default_store().get(START), InstalledModel(folder=made, card=read_card(made))
    test = split.test.present()
    model = load_model(new)
    logits = model.calibration.undone(embed_pictures(model, test, "Embedding", Progress()).logits)
    whole = measure_recognition(test.schema, logits, test.vectors).ma
    compared = compare_models(start, new, test, Progress())
    sys.stdout.write(f"chosen: {new.card.figures['epoch']}; {len(test)} test pictures, recognition in percent\n\n")
    sys.stdout.write(f"mA of the new model, all {test.schema.size} attributes: {whole:.1f}\n\n")
    shared = sum(pair.figure is not None and pair.figure.old is not None for pair in compared.attributes)
    sys.stdout.write("| figure | before | after | after less before, 95 % |\n|---|---|---|---|\n")
    for pair in compared.figures:
        name = f"mA, {shared} attributes that both know" if pair.name == "ma" else pair.name
        sys.stdout.write(
            f"| {name} | {pair.old:.1f} | {pair.new:.1f} "
            f"| {pair.new - pair.old:+.1f} ({pair.low:+.1f} to {pair.high:+.1f}) |\n"
        )
    sys.stdout.write("\n| attribute | have it | before | after |\n|---|---|---|---|\n")
    for attribute in compared.attributes:
        if attribute.figure is not None:
            old = "" if attribute.figure.old is None else f"{attribute.figure.old:.1f}"
            sys.stdout.write(f"| {attribute.label} | {attribute.yes} | {old} | {attribute.figure.new:.1f} |\n")


if __name__ == "__main__":
    main()
