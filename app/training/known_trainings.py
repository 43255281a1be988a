"""The trainings and models of this machine, read and changed in the case's thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.training.decision import Decision
from engine import paths
from engine.gallery.gallery import Gallery
from engine.registry.card import ModelCard
from engine.registry.store import default_store
from engine.training.plan import (
    COMPARISON_FILE,
    DECISION_FILE,
    TrainingPlan,
    read_outcome,
    training_folder,
    trainings_of,
    write_outcome,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the wizard has to know before it opens: the models, names that are taken, trainings that wait."""

    cards: tuple[ModelCard, ...]
    taken: frozenset[str]
    waiting: tuple[TrainingPlan, ...]


def decide_training(gallery: Gallery, name: str, decision: Decision, reason: str) -> str:
    """Note a decision in the case's log and in the training's folder, and delete a model that is discarded.

    Return the model's id; nothing where there is no such model any more.

    Raises:
        ModelError: if the model that is to be deleted came with Bolo.
        OSError: if nothing can be written.
    """
    store, folder = default_store(), training_folder(name)
    model_id = store.get(name).card.model_id if name in store.names() else ""
    compared = read_outcome(folder, COMPARISON_FILE) or {}
    models = compared.get("models") or {}
    facts = {
        "training": name,
        "model_id": model_id,
        "decision": decision.value,
        "reason": reason,
        "is_worse": models.get("is_worse"),
        "figures": models.get("figures"),
    }
    gallery.log("training decided", facts)
    if decision is Decision.DISCARD and model_id:
        store.remove(name)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    write_outcome(folder, DECISION_FILE, {"decision": decision.value, "reason": reason, "at": at})
    return model_id


def gather_known(case: Path) -> Known:
    """Return what there is on this machine, and which trainings of a case run or wait for a decision."""
    store = default_store()
    cards = tuple(model.card for model in store.models())
    plans = tuple(trainings_of(case))
    waiting = tuple(plan for plan in plans if read_outcome(training_folder(plan.name), DECISION_FILE) is None)
    return Known(cards, frozenset(name.casefold() for name in (*store.names(), *_names_of_trainings())), waiting)


def _names_of_trainings() -> Iterator[str]:
    root = paths.user_trainings_dir()
    yield from (folder.name for folder in root.iterdir()) if root.is_dir() else ()
