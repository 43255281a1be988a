"""Trains the rows of a plan, each with several seeds, and prints what became of them on the validation split.

    python tests/benchmarks/ablations.py tests/benchmarks/plans/paper_table.toml --data PETA --out runs

A plan is a TOML file: the recipe, the seeds, settings that all rows share, and the rows, each with its own settings
and perhaps the row that it starts from. A row that was trained already, with the same settings, is not trained again,
so a plan can be stopped, gone on with, and added to. The figures are those of the last epoch, in percent, the fused
ones with a fixed weight: nothing is chosen on the data that they are measured on. Prints a Markdown table.
"""

import argparse
import json
import statistics
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.cli.progress_line import shown_progress
from engine.jobs.train import TrainSpec, train
from engine.progress import Progress
from engine.registry.card import read_card
from engine.training.recipe import Recipe, read_recipe, recipe_from_dict

FIGURES = ("cosine_rank1", "cosine_map", "heads_map", "fused_rank1", "fused_map")


@dataclass(frozen=True)
class Row:
    name: str
    settings: dict[str, Any] = field(default_factory=dict)
    start: str = ""
    seeds: tuple[int, ...] = ()
    hidden: bool = False  # only started from

    def folder(self, out: Path, seed: int) -> Path:
        slug = "".join(sign if sign.isalnum() else "-" for sign in self.name.lower()).strip("-")
        return out / f"{slug}-{seed}"


@dataclass(frozen=True)
class Plan:
    recipe: str
    seeds: tuple[int, ...]
    settings: dict[str, Any]
    rows: tuple[Row, ...]

    def runs(self) -> Iterator[tuple[Row, int]]:
        """Yield a whole seed after the other, so that a plan that is stopped has comparable rows."""
        for seed in sorted({seed for row in self.rows for seed in row.seeds}):
            yield from ((row, seed) for row in self.rows if seed in row.seeds)

    def recipe_of(self, row: Row, seed: int, out: Path) -> Recipe:
        settings = self.settings | row.settings | {"seed": seed, "name": row.folder(out, seed).name}
        if row.start:
            folder = next(other for other in self.rows if other.name == row.start).folder(out, seed)
            settings["start"] = str(folder / folder.name)
        return read_recipe(self.recipe, {name: _toml(value) for name, value in settings.items()})


def read_plan(path: Path) -> Plan:
    fields = tomllib.loads(path.read_text(encoding="utf-8"))
    seeds = fields["seeds"]
    rows = tuple(
        Row(
            name=row["name"],
            settings=row.get("set", {}),
            start=row.get("start", ""),
            seeds=tuple(row.get("seeds", seeds)),
            hidden=row.get("hidden", False),
        )
        for row in fields["rows"]
    )
    return Plan(recipe=fields["recipe"], seeds=tuple(seeds), settings=fields.get("set", {}), rows=rows)


def is_trained(recipe: Recipe, model: Path) -> bool:
    """Return whether the model is there, by these very settings."""
    return (model / "card.json").is_file() and recipe_from_dict(read_card(model).recipe) == recipe


def last_epoch(recipe: Recipe, folder: Path, data: Path, progress: Progress) -> dict[str, float]:
    """Return the figures after the recipe's last epoch, training it where it was not yet."""
    model = folder / folder.name
    if not is_trained(recipe, model):
        cache = folder.parent / "cache"
        train(TrainSpec(recipe=recipe, data=data, out=folder, resume=True, cache=cache, fit=False), progress)
    history = read_card(model).figures["history"]
    return {name: float(history[-1][name]) for name in FIGURES}


def table(rows: tuple[Row, ...], measured: dict[str, list[dict[str, float]]]) -> str:
    lines = [f"| | {' | '.join(FIGURES)} | seeds |", f"|{'---|' * (len(FIGURES) + 2)}"]
    for row in rows:
        runs = measured.get(row.name, [])
        if not runs or row.hidden:
            continue
        cells = []
        for name in FIGURES:
            values = [run[name] for run in runs]
            spread = f" ± {statistics.stdev(values):.1f}" if len(values) > 1 else ""
            cells.append(f"{statistics.mean(values):.1f}{spread}")
        lines.append(f"| {row.name} | {' | '.join(cells)} | {len(runs)} |")
    return "\n".join(lines)


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("runs"))
    parser.add_argument("--trained-only", action="store_true", help="print what there is, and train nothing")
    arguments = parser.parse_args()
    plan, measured = read_plan(arguments.plan), {}
    with shown_progress(quiet=not sys.stderr.isatty()) as progress:
        for row, seed in plan.runs():
            folder, recipe = row.folder(arguments.out, seed), plan.recipe_of(row, seed, arguments.out)
            if arguments.trained_only and not is_trained(recipe, folder / folder.name):
                continue
            figures = last_epoch(recipe, folder, arguments.data, progress)
            measured.setdefault(row.name, []).append(figures)
            sys.stderr.write(f"{row.name}, seed {seed}: {figures}\n")
    sys.stdout.write(table(plan.rows, measured) + "\n")


if __name__ == "__main__":
    main()
