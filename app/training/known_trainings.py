"""The trainings and models of this machine, read and changed in the case's thread."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.case.trouble import TROUBLE
from app.engine_words import say_in_language
from app.training.decision import Decision
from app.translate import tr
from engine import paths
from engine.errors import CaseError, EngineError, ReadOnlyCaseError
from engine.gallery.gallery import Gallery
from engine.registry.card import ModelCard
from engine.registry.store import InstalledModel, ModelStore, default_store
from engine.search.active_model import active_model_id
from engine.training.plan import (
    COMPARISON_FILE,
    DECISION_FILE,
    TrainingPlan,
    read_made,
    read_outcome,
    training_folder,
    trainings_of,
    write_outcome,
)
from engine.training.training_lock import held_still
from engine.whole_file import removed_whole, sweep


@dataclass(frozen=True, slots=True)
class Known:
    """What the wizard has to know before it opens: the models, names that are taken, trainings that wait."""

    cards: tuple[ModelCard, ...]
    taken: frozenset[str]
    waiting: tuple[TrainingPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What came of a decision.

    Attributes:
        name: of the model, as it is called now.
        model_id: of the model; nothing where there is none.
        forgets: whether what the model has said of the case's people is to go too.
        problem: why the decision could not be carried out, in the user's language; else nothing.
    """

    name: str
    model_id: str = ""
    forgets: bool = False
    problem: str = ""


def decide_training(
    gallery: Gallery, training: str, decision: Decision, reason: str, activating: frozenset[str]
) -> Decided:
    """Carry a decision out, then note it in the training's folder and in the case's log.

    Where it cannot be carried out nothing tells of it, and it can be tried again. A model that is discarded is deleted,
    unless the very same model was among the user's before it was trained again; it stays where the case is searched
    with it, or is about to be, for its id is among those of `activating`.
    """
    try:
        return _decide(gallery, training, decision, reason, activating)
    except TROUBLE as error:
        return Decided(name=training, problem=_say_problem(error))


def discard_training(gallery: Gallery, training: str, activating: frozenset[str]) -> Decided:
    """Delete a training that was never compared, and tell it in the case's log.

    The model goes too where it was added before the comparison was stopped, unless the very same one was among the
    user's before. Neither goes where the case is searched with the model, or is about to be, for its id is among those
    of `activating`. Where all this cannot be done it can be tried again.
    """
    try:
        return _discard(gallery, training, activating)
    except TROUBLE as error:
        return Decided(name=training, problem=_say_problem(error))


def _say_problem(error: Exception) -> str:
    if isinstance(error, EngineError):
        return say_in_language(str(error))
    problem = tr("The decision could not be kept ({reason}); make room or check the drive, and decide again.")
    return problem.format(reason=error)


def _discard(gallery: Gallery, training: str, activating: frozenset[str]) -> Decided:
    _refuse_read_only(gallery)
    folder = training_folder(training)
    sweep(folder.parent)
    if not folder.exists():
        gallery.log("training discarded", {"training": training})
        return Decided(name=training)
    with held_still(folder) as lock:
        made = read_made(folder)
        model_id, goes = made.get("model_id") or "", not made.get("was_there")
        store = default_store()
        model = store.find(model_id)
        if goes and model is not None:
            _refuse_used(gallery, model, store, activating)
            store.remove(model.name)
        name = training if model is None else model.name
        if os.name == "nt":
            lock.release()  # Windows moves no folder with an open file in it
        with removed_whole(folder):
            facts = {"training": training, **_facts_of_model(name, model_id), **_facts_of_stay(model, goes=goes)}
            gallery.log("training discarded", facts)
    return Decided(name=name, model_id=model_id, forgets=goes and model_id in gallery.models())


def _facts_of_model(name: str, model_id: str) -> dict[str, str]:
    return {"model": name, "model_id": model_id} if model_id else {}


def _facts_of_stay(model: InstalledModel | None, *, goes: bool) -> dict[str, bool]:
    return {} if goes or model is None else {"model_stays": True}


def _decide(gallery: Gallery, training: str, decision: Decision, reason: str, activating: frozenset[str]) -> Decided:
    _refuse_read_only(gallery)
    store, folder = default_store(), training_folder(training)
    compared = read_outcome(folder, COMPARISON_FILE) or {}
    model = store.find(compared.get("model_id", training))  # an older Bolo noted no id
    model_id = compared.get("model_id", "") if model is None else model.card.model_id
    goes = decision is Decision.DISCARD and not compared.get("was_there")
    if decision is not Decision.DISCARD:
        store.get(model_id or training)  # or it says what there is
    elif goes and model is not None:
        _refuse_used(gallery, model, store, activating)
        store.remove(model.name)
    name = training if model is None else model.name
    facts = {"training": training, "model": name, "model_id": model_id, **_figures(compared)}
    if decision is Decision.DISCARD:
        facts |= _facts_of_stay(model, goes=goes)
    _note(gallery, folder, decision, reason, facts)
    return Decided(name=name, model_id=model_id, forgets=goes and model_id in gallery.models())


def _refuse_read_only(gallery: Gallery) -> None:
    if gallery.read_only:
        raise ReadOnlyCaseError(
            gallery.folder, "the case was opened read-only; open it for writing, or work on a copy."
        )


def _refuse_used(gallery: Gallery, model: InstalledModel, store: ModelStore, activating: frozenset[str]) -> None:
    if model.card.model_id in activating:
        reason = tr("the case is about to be searched with the model {name}; cancel that first.")
        raise CaseError(gallery.folder, reason.format(name=model.name))
    if model.card.model_id == active_model_id(gallery, store):
        reason = f"the case is searched with the model {model.name}; activate another one first."
        raise CaseError(gallery.folder, reason)


def _figures(compared: Mapping[str, Any]) -> dict[str, Any]:
    models = compared.get("models") or {}
    return {"is_worse": models.get("is_worse"), "figures": models.get("figures")}


def _note(gallery: Gallery, folder: Path, decision: Decision, reason: str, facts: dict[str, Any]) -> None:
    """Write a decision down in both places, or in neither."""
    said = {"decision": decision.value, "reason": reason}
    write_outcome(folder, DECISION_FILE, said | {"at": datetime.now(UTC).isoformat(timespec="seconds")})
    try:
        gallery.log("training decided", facts | said)
    except TROUBLE:
        (folder / DECISION_FILE).unlink(missing_ok=True)
        raise


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
