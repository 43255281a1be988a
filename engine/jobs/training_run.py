"""A whole training as the window orders it: learn, add the model once it is whole, compare it with the old one."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from filelock import Timeout

from engine.errors import EngineError, ModelError, TrainingError
from engine.gallery.gallery import Gallery
from engine.jobs.chosen_data import read_in_kept_parts
from engine.jobs.compare_models import compare_models
from engine.jobs.compare_searches import compare_searches
from engine.jobs.train import CACHE, PICTURES, TrainSpec, train
from engine.progress import Noted, Progress
from engine.registry.store import InstalledModel, ModelStore
from engine.training.plan import (
    COMPARISON_FILE,
    MODEL_FILE,
    PARTS_FILE,
    TrainingPlan,
    plan_in,
    read_outcome,
    read_plan,
    write_outcome,
)
from engine.training.training_lock import training_lock
from engine.whole_file import sweep

BETWEEN = " — "  # two sentences, each of which is put into the user's language
ENDING_S = 30.0  # that a run whose window was killed may take until it notices
LOOK_S = 0.2
CHECKPOINTS = ("checkpoint", "checkpoint.previous", "checkpoint.partial")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRunSummary:
    """What a training made.

    Attributes:
        training: its name, and the model's.
        model_id: of the model, which is among the user's models now; nothing of one of an older Bolo that has gone.
    """

    training: str
    model_id: str


def run_training(folder: Path, store: ModelStore, progress: Progress, *, case: Path) -> TrainingRunSummary:
    """Do what is left of a training; stopped or killed at any moment, it goes on from there the next time.

    Args:
        folder: of the training, with its plan.
        store: the models of this machine; the new one is added to the user's once it is whole.
        progress: told.
        case: in which it was ordered, where that lies now.

    Raises:
        TrainingError: if the plan cannot be read or is of another case, another process does it, or the losses diverge.
        DatasetError: if the data cannot be read, or does not suffice.
        ModelError: if there is another model of that name by now.
        Cancelled: when the user stops.
    """
    sweep(folder.parent)
    with _alone_in(folder, progress):
        plan = plan_in(read_plan(folder), case)
        found = read_outcome(folder, COMPARISON_FILE)
        if found is None:
            made = _made(plan, folder, store, progress)
            found = _compared(plan, folder, made.model, store, progress)
            found |= {"model_id": made.model.card.model_id, "was_there": made.was_there}
            write_outcome(folder, COMPARISON_FILE, found)
        _tidy(folder, plan)
    model_id = found.get("model_id")
    if not model_id:  # an older Bolo noted none
        model = store.find(plan.name)
        model_id = "" if model is None else model.card.model_id
    return TrainingRunSummary(training=plan.name, model_id=model_id)


@contextmanager
def _alone_in(folder: Path, progress: Progress) -> Iterator[None]:
    """Let one process at a time work on a training; wait a moment for one that is ending."""
    lock, until, waits = training_lock(folder), monotonic() + ENDING_S, False
    while not lock.is_locked:
        progress.check()
        try:
            read_plan(folder)  # or it was discarded meanwhile, and the lock would make the folder anew
            lock.acquire(timeout=0)
        except Timeout as error:
            if monotonic() > until:
                raise TrainingError(
                    f"The training “{folder.name}” is being done by another Bolo, or a run of it is still ending; try "
                    "again in a minute, or cancel it there."
                ) from error
            if not waits:
                progress.tell(Noted(text="Waiting for a run of this training that is ending"))
            waits = True
            sleep(LOOK_S)
    try:
        yield
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class _Made:
    """What a training made, and whether the very same model was among the user's before."""

    model: InstalledModel
    was_there: bool


def _made(plan: TrainingPlan, folder: Path, store: ModelStore, progress: Progress) -> _Made:
    """Return the trained model, from the store where it was added before, whatever it is called there now."""
    noted = read_outcome(folder, MODEL_FILE) or {}
    known = store.find(noted.get("model_id", ""))
    if known is not None:
        return _Made(known, bool(noted.get("was_there")))
    store.refuse_taken(plan.name)  # before hours are spent
    first, *more = plan.data.places
    spec = TrainSpec(
        recipe=plan.recipe,
        data=first,
        more_cases=tuple(more),
        split_by=plan.data.split_by,
        out=folder,
        resume=True,
        keeps_parts=True,
    )
    trained = train(spec, progress)
    known = store.find(trained.model_id)
    write_outcome(folder, MODEL_FILE, {"model_id": trained.model_id, "was_there": known is not None})
    return _Made(known or store.add(trained.model), known is not None)


def _compared(
    plan: TrainingPlan, folder: Path, new: InstalledModel, store: ModelStore, progress: Progress
) -> dict[str, Any]:
    """Return the comparison as plain values: "models" None where there is nothing to compare on."""
    if not plan.compared_with:
        return {"problem": "The case had no model to compare with.", "models": None, "searches": None}
    try:
        old = store.get(plan.compared_with)
    except ModelError as error:
        return {"problem": str(error), "models": None, "searches": None}
    models, no_models = _tried(lambda: _compared_models(plan, folder, old, new, progress))
    searches, no_searches = _tried(lambda: _compared_searches(plan, old, new, progress))
    notes = [Noted(text=no_models)] if no_models else []
    if no_searches:
        notes.append(Noted(text=f"The saved searches could not be compared: {no_searches}"))
    for note in notes:
        progress.tell(note)
    return {
        "problem": BETWEEN.join(note.text for note in notes),
        "old": old.name,
        "new": new.name,
        "models": models,
        "searches": searches,
    }


def _tried(compared: Callable[[], dict[str, Any]]) -> tuple[dict[str, Any] | None, str]:
    """Return a half of the comparison, or why it could not be made: the training is not lost on it."""
    try:
        return compared(), ""
    except EngineError as error:
        return None, str(error)


def _compared_models(
    plan: TrainingPlan, folder: Path, old: InstalledModel, new: InstalledModel, progress: Progress
) -> dict[str, Any]:
    test = read_in_kept_parts(plan.data, folder / PICTURES, folder, progress).split.test.present()
    compared = compare_models(old, new, test, progress)
    return asdict(compared) | {"is_worse": compared.is_worse}


def _compared_searches(
    plan: TrainingPlan, old: InstalledModel, new: InstalledModel, progress: Progress
) -> dict[str, Any]:
    with Gallery.open(plan.case) as gallery:
        return asdict(compare_searches(gallery, old, new, progress))


def _tidy(folder: Path, plan: TrainingPlan) -> None:
    """Remove what is needed no more; people's pictures are not to lie outside their case for longer than they must."""
    for name in (*CHECKPOINTS, CACHE, PICTURES, plan.name):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in (PARTS_FILE, MODEL_FILE):
        (folder / name).unlink(missing_ok=True)
