"""Removing from a case what a model that it is no longer searched with has said of its crops."""

from dataclasses import dataclass

from engine.errors import CaseError
from engine.gallery.gallery import Gallery
from engine.gallery.writer_lock import PreparingLock
from engine.progress import Progress, StageMeter
from engine.registry.store import ModelStore
from engine.search.active_model import active_model_id

STAGE = "Removing what the model has said"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetSummary:
    """What was removed."""

    model_id: str
    crops: int  # whose embeddings went


def forget_model(gallery: Gallery, name: str, model_id: str, store: ModelStore, progress: Progress) -> ForgetSummary:
    """Remove a model's embeddings from a case; each step is in the log. Stopped half-way, it goes on the next time.

    Args:
        gallery: an open case that can be written.
        name: of the model, for the log; it may have gone from this machine.
        model_id: of its embeddings.
        store: knows the model that comes with Bolo.
        progress: told.

    Raises:
        CaseError: if the case is searched with it.
        CaseInUseError: if a job writes to the case, or prepares a model for it.
    """
    with PreparingLock(gallery.folder).held(), gallery.writer():
        if model_id == active_model_id(gallery, store):
            reason = f"the case is searched with the model {name}; activate another one first."
            raise CaseError(gallery.folder, reason)
        meter = StageMeter(progress, STAGE, gallery.counts().embedded.get(model_id, 0))
        removed = 0
        while count := gallery.remove_embeddings(model_id, name):
            removed += count
            meter.advance(count)
            progress.check()
        gallery.forget_model(model_id)
        for file in gallery.derived_files(model_id):
            file.unlink(missing_ok=True)
        meter.finish()
    return ForgetSummary(model_id=model_id, crops=removed)
