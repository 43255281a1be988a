"""What fine-tuning on few labels teaches, and what it costs: an attribute that the starting model lacks.

python tests/benchmarks/fine_tuning.py OUT [--set KEY=VALUE]…

Rendered people pass one camera that the model has never seen; three in ten wear a reflective vest, which no model of
Bolo's knows. 400 labelled crops are learned from (`bolo train fine-tune`), a tenth of them kept for validation; 400
others, of other people, are measured on: average precision of the vest, and the mean average precision of all other
attributes that ten crops or more have and lack, before and after. Prints a Markdown table.
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
from engine.demo import crops as rendering
from engine.demo import tops
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


def precisions(installed: InstalledModel, made) -> dict[str, float]:
    """Return the average precision, in percent, of each attribute that enough crops show and lack."""
    model = load_model(installed)
    logits = model.embed_images([crop.pixels for crop in made]).logits
    found = {}
    for place, name in enumerate(model.schema.attribute_ids):
        shown = np.array([name not in crop.hidden for crop in made])
        truth = np.array([name in crop.attributes for crop in made])
        if min((truth & shown).sum(), (~truth & shown).sum()) >= FEWEST:
            found[name] = 100 * float(average_precision_score(truth[shown], logits[shown, place]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", dest="settings")
    arguments = parser.parse_args()
    tops.TRIMMINGS = (*tops.TRIMMINGS, ReflectiveVest())
    data = arguments.out / "crops"
    if not data.exists():
        write(data, render(LEARNED, 1))
    held_out = render(MEASURED, 2)
    share = np.mean([VEST in crop.attributes for crop in held_out])
    recipe = read_recipe("fine-tune", dict(setting.split("=", 1) for setting in arguments.settings))
    started = time.monotonic()
    summary = train(TrainSpec(recipe=recipe, data=data, out=arguments.out / "run"), Progress())
    seconds = time.monotonic() - started
    start = default_store().get(recipe.start)
    before = precisions(start, held_out)
    after = precisions(InstalledModel(folder=summary.model, card=read_card(summary.model)), held_out)
    others = [name for name in before if name in after]
    rows = {
        "starting model": (100 * share, np.mean([before[name] for name in others])),
        "fine-tuned": (after[VEST], np.mean([after[name] for name in others])),
    }
    sys.stdout.write(f"| | vest, average precision | {len(others)} other attributes, mean |\n|---|---|---|\n")
    for name, (vest, mean) in rows.items():
        sys.stdout.write(f"| {name} | {vest:.1f}{' (chance)' if name == 'starting model' else ''} | {mean:.1f} |\n")
    sys.stdout.write(f"\n{seconds:.0f} s of training; validation: {summary.figures}\n")


if __name__ == "__main__":
    main()
