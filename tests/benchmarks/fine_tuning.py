"""What fine-tuning on few labels teaches, and what it costs: an attribute that the starting model lacks.

python tests/benchmarks/fine_tuning.py OUT [--data PETA] [--set KEY=VALUE]…

Rendered people pass one camera that the model has never seen; three in ten wear a reflective vest, which no model of
Bolo's knows. 400 labelled crops are learned from (`bolo train fine-tune`), a tenth of them kept for validation; 400
others, of other people, are measured on: average precision of the vest, and the mean average precision of all other
attributes that ten crops or more have and lack, before and after. With --data the latter is measured on PETA's
validation part too, pictures of real people. A model that stands in OUT is measured again, not trained again. Prints a
Markdown table.
"""

import argparse
import csv
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image
from sklearn.metrics import average_precision_score

from engine.attributes.schema_file import shipped_schema
from engine.datasets.dataset import DatasetKind
from engine.datasets.read_dataset import read_dataset
from engine.demo import crops as rendering
from engine.demo import tops
from engine.imaging.stills import read_still
from engine.jobs.train import TrainSpec, train
from engine.progress import Progress
from engine.registry.card import read_card
from engine.registry.loading import load_model
from engine.registry.store import InstalledModel, default_store
from engine.training.recipe import read_recipe

VEST = "reflectiveVest"
SHARE = 0.3  # of the people
LEARNED, MEASURED = 400, 400
FEWEST = 10  # crops with and without an attribute, for its precision to mean something
LIME, SILVER = (0.62, 0.85, 0.05), (0.75, 0.77, 0.8)  # linear RGB
SCHEMA = """
[[group]]
id = "vest"
title = "Vest"
kind = "accessories"
exclusive = false
combine = "either"
attributes = [{ id = "reflectiveVest", label = "Reflective vest" }]
"""


class ReflectiveVest:
    """A lime vest over whatever is worn, with two silver bands."""

    def is_worn(self, person):
        return person.has(VEST)

    def draw(self, person, spots):
        bands = (np.abs(spots.height - 1.05) < 0.03) | (np.abs(spots.height - 1.22) < 0.03)
        colour = np.where(bands[:, None], np.float32(SILVER), np.float32(LIME)).astype(np.float32)
        worn = (spots.height > 0.88) & ~(spots.front & (np.abs(spots.x) < 0.015))  # a zip in the middle
        return colour, worn.astype(np.float32)


def render(count: int, seed: int):
    """Return crops of one camera, with the vest on some; the camera is the same for every seed."""
    scene = rendering._scene(np.random.default_rng(77_001))
    rng = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        person = rendering._stranger(rng)
        if rng.random() < SHARE:
            person = replace(person, attributes=person.attributes | {VEST})
        made.append(rendering._crop(person, scene, rng))
    return made


def write(folder: Path, made) -> None:
    """Write the crops and what can be told of them as a folder with a CSV."""
    schema = shipped_schema("peta")
    names = [*schema.attribute_ids, VEST]
    folder.mkdir(parents=True)
    toml = Path(__file__).parents[2] / "resources" / "attributes" / "peta.toml"
    (folder / "schema.toml").write_text(toml.read_text(encoding="utf-8") + SCHEMA, encoding="utf-8")
    with (folder / "labels.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["image", *names])
        for number, crop in enumerate(made):
            Image.fromarray(crop.pixels).save(folder / f"{number:04}.png")
            cells = ["" if name in crop.hidden else str(int(name in crop.attributes)) for name in names]
            writer.writerow([f"{number:04}.png", *cells])


def precisions(installed: InstalledModel, pictures, truths, shown) -> dict[str, float]:
    """Return the average precision, in percent, of each attribute that enough pictures show and lack.

    Args:
        installed: the model.
        pictures: n crops.
        truths: by attribute, (n,) bool.
        shown: by attribute, (n,) bool, whether it can be told.
    """
    model = load_model(installed)
    logits = np.concatenate([model.embed_images(pictures[at : at + 64]).logits for at in range(0, len(pictures), 64)])
    found = {}
    for place, name in enumerate(model.schema.attribute_ids):
        if name in truths:
            held, counted = truths[name], shown[name]
            if min((held & counted).sum(), (~held & counted).sum()) >= FEWEST:
                found[name] = 100 * float(average_precision_score(held[counted], logits[counted, place]))
    return found


def of_crops(made):
    """Return pictures, truths and what is shown of rendered crops."""
    names = [*shipped_schema("peta").attribute_ids, VEST]
    truths = {name: np.array([name in crop.attributes for crop in made]) for name in names}
    shown = {name: np.array([name not in crop.hidden for crop in made]) for name in names}
    return [crop.pixels for crop in made], truths, shown


def of_peta(folder: Path):
    """Return the same of PETA's validation part."""
    images = read_dataset(folder, DatasetKind.PETA).split.validation.present()
    truths = {name: images.vectors[:, place] == 1 for place, name in enumerate(images.schema.attribute_ids)}
    shown = {name: np.ones(len(images), np.bool_) for name in truths}
    return [read_still(path).pixels for path in images.paths], truths, shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, metavar="PETA")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    arguments = parser.parse_args()
    tops.TRIMMINGS = (*tops.TRIMMINGS, ReflectiveVest())
    data = arguments.out / "crops"
    if not data.exists():
        write(data, render(LEARNED, 1))
    held_out = render(MEASURED, 2)
    share = np.mean([VEST in crop.attributes for crop in held_out])
    recipe = read_recipe("fine-tune", dict(setting.split("=", 1) for setting in arguments.settings))
    made = arguments.out / "run" / recipe.name
    if not (made / "card.json").exists():
        started = time.monotonic()
        train(TrainSpec(recipe=recipe, data=data, out=arguments.out / "run"), Progress())
        sys.stdout.write(f"{time.monotonic() - started:.0f} s of training\n\n")
    start, tuned = default_store().get(recipe.start), InstalledModel(folder=made, card=read_card(made))
    parts = {"new camera": of_crops(held_out)}
    if arguments.data is not None:
        parts["PETA validation"] = of_peta(arguments.data)
    sys.stdout.write(f"chosen: {tuned.card.figures['epoch']}; chance for the vest: {100 * share:.1f}\n\n")
    sys.stdout.write("| measured on | vest | other attributes | mean before | mean after |\n|---|---|---|---|---|\n")
    for name, part in parts.items():
        before, after = precisions(start, *part), precisions(tuned, *part)
        others = [attribute for attribute in before if attribute in after]
        old, new = (np.mean([found[attribute] for attribute in others]) for found in (before, after))
        vest = f"{after[VEST]:.1f}" if VEST in after else ""
        sys.stdout.write(f"| {name} | {vest} | {len(others)} | {old:.1f} | {new:.1f} |\n")


if __name__ == "__main__":
    main()
