"""Switch a case to another model: how long it takes, what searching costs meanwhile, and what kills of −9 leave.

python tests/benchmarks/switch_model.py CASE --kills 8

Works on copies of CASE, beside a model that is the shipped one with a little noise on its image encoder, in a home of
its own. One copy is switched undisturbed, while the model before is searched with again and again, and back. The other
is killed at random moments and gone on with; after each kill the old model must answer for every crop, or the new one.
At the end both must hold the same embeddings, bit by bit. Prints JSON.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread

import numpy as np
from safetensors.numpy import load_file, save_file

from engine import paths
from engine.gallery.gallery import Gallery
from engine.registry.card import write_card
from engine.registry.query_model import QueryModel
from engine.registry.store import DEFAULT_MODEL, InstalledModel, default_store
from engine.registry.weights import WEIGHTS_FILE, model_id_of
from engine.search.active_model import active_model
from engine.search.query import Query
from engine.search.searcher import Searcher

NOISE = 0.003
SECONDS_BETWEEN_SEARCHES = 0.05


def make_model(name: str) -> InstalledModel:
    """Put a model beside the shipped one that sees almost the same."""
    shipped, folder = default_store().get(DEFAULT_MODEL), paths.user_models_dir() / name
    folder.mkdir(parents=True)
    tensors, random = load_file(shipped.weights), np.random.default_rng(1)
    for key, tensor in tensors.items():
        if key.startswith("image_encoder.mlp") and tensor.ndim == 2:
            tensors[key] = (tensor + random.normal(0, NOISE, tensor.shape)).astype(tensor.dtype)
    save_file(tensors, folder / WEIGHTS_FILE)
    card = replace(shipped.card, name=name, model_id=model_id_of(folder / WEIGHTS_FILE, shipped.card.preprocessing))
    write_card(card, folder)
    return InstalledModel(folder=folder, card=card)


class Switch:
    """The window's job, in a child; all that it tells is read as it comes, so that no full pipe holds it up."""

    def __init__(self, case: Path, model: str) -> None:
        command = [sys.executable, "-m", "engine.cli", "job", "activate", "--", str(case), model]
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.has_told = Event()  # something, or its end
        self._last = ""
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        for line in self.child.stdout:
            self._last = line
            self.has_told.set()
        self.has_told.set()

    def last_line(self) -> str:
        """Wait for the end of the job; return the last line that it told."""
        self._reader.join()
        self.child.wait()
        self.child.stdin.close()
        self.child.stdout.close()
        return self._last

    def summary(self) -> dict[str, object]:
        """Wait for the end of the job; return its summary."""
        last = self.last_line()
        if self.child.returncode:
            sys.exit(f"the switch failed: {last}")
        return json.loads(last)["summary"]


def searches_until(is_over, case: Path) -> list[float]:
    """Search with the case's model again and again; return the milliseconds that each took."""
    found = []
    with Gallery.open(case) as gallery:
        model = QueryModel.load(active_model(gallery, default_store()))
        searcher = Searcher(gallery, model)
        queries = [Query.build(model.schema, has=[name]) for name in ("upperBodyRed", "accessoryHat", "upperBodyBlue")]
        while not is_over(len(found)):
            began = time.perf_counter()
            searcher.search(queries[len(found) % len(queries)])
            found.append(1000 * (time.perf_counter() - began))
            time.sleep(SECONDS_BETWEEN_SEARCHES)
    return found


def check(case: Path, people: int) -> str:
    """Return which model answers, once it is sure that it does for everybody."""
    with Gallery.open(case) as gallery:
        active = active_model(gallery, default_store())
        indexed = gallery.searchable(active.card.model_id).index.count
        if indexed != people or not gallery.verify_audit().is_whole or gallery.damage():
            sys.exit(f"after a kill {active.name} answers for {indexed} of {people}")
        return active.name


def embeddings(case: Path, model_id: str) -> list[np.ndarray]:
    """Return what a case keeps of a model, by crop."""
    with Gallery.open(case) as gallery:
        ids, vectors = map(np.concatenate, zip(*gallery.stream_vectors(model_id), strict=True))
        order = np.argsort(ids)
        return [ids[order], vectors[order], np.concatenate(list(gallery.stream_logits(model_id)))]


def measure(case: Path, kills: int, folder: Path) -> dict[str, object]:
    """Switch, search meanwhile, kill, compare; return what to print."""
    new = make_model("other")
    calm, killed = (shutil.copytree(case, folder / f"{name}.bolo") for name in ("calm", "killed"))
    before = searches_until(lambda done: done == 60, calm)
    began, switch = time.monotonic(), Switch(calm, new.name)
    during = searches_until(lambda _done: switch.child.poll() is not None, calm)
    taken, summary = time.monotonic() - began, switch.summary()
    people = int(summary["indexed"])
    began = time.monotonic()
    Switch(calm, DEFAULT_MODEL).summary()
    back, random, answered = time.monotonic() - began, Random(7), []
    while len(answered) < kills and "other" not in answered:
        switch = Switch(killed, new.name)
        switch.has_told.wait()
        time.sleep(random.uniform(0, taken / 4))
        switch.child.kill()
        switch.last_line()
        answered.append(check(killed, people))
    Switch(killed, new.name).summary()
    pairs = zip(embeddings(calm, new.card.model_id), embeddings(killed, new.card.model_id), strict=True)
    return {
        "people": people,
        "switch_s": round(taken, 1),
        "back_s": round(back, 1),
        "search_ms_before": round(statistics.median(before), 2),
        "search_ms_during": round(statistics.median(during), 2),
        "slowest_ms_during": round(max(during), 1),
        "answered_after_kills": answered,
        "equal": all(np.array_equal(ours, theirs) for ours, theirs in pairs),
    }


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path)
    parser.add_argument("--kills", type=int, default=8)
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ["BOLO_HOME"] = str(Path(folder) / "home")
        sys.stdout.write(json.dumps(measure(args.case, args.kills, Path(folder)), indent=1) + "\n")


if __name__ == "__main__":
    main()
