"""Switching a case to another model: it embeds the whole case while the one before answers, then they are swapped."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property

from engine.errors import CaseInUseError
from engine.gallery.gallery import Gallery
from engine.gallery.writer_lock import PreparingLock
from engine.jobs.embed_gallery import Embedder, embed_crops
from engine.jobs.look_for_new import look_for_new
from engine.progress import Noted, Progress
from engine.registry.store import InstalledModel, check_weights
from engine.search.active_model import activate_model
from engine.search.saved_searches import SearchAlert

SECONDS_BETWEEN_TRIES = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivateSummary:
    """What switching to a model changed."""

    model: str
    model_id: str
    embedded: int  # crops, now
    indexed: int  # crops that it can search, in all
    alerts: tuple[SearchAlert, ...] = ()


def activate_in_case(
    gallery: Gallery, installed: InstalledModel, load: Callable[[InstalledModel], Embedder], progress: Progress
) -> ActivateSummary:
    """Embed what the model has not embedded yet, then let the case be searched with it.

    The model before answers until then. Imports may run meanwhile; what they bring is embedded before the swap. Stopped
    half-way, it goes on from there the next time. A model that has embedded all of it before is back at once.

    Args:
        gallery: an open case that can be written.
        installed: the model.
        load: makes it ready to embed; called only where something is to be embedded.
        progress: told of every batch; between batches it may stop the job.

    Raises:
        ModelError: if its weights are missing, damaged or another model's.
        CaseInUseError: if another model is being prepared for the case.
    """
    check_weights(installed)
    model_id = installed.card.model_id
    rest = _Rest(gallery, installed, load, progress)
    with PreparingLock(gallery.folder).held():
        embedded = rest.embed()
        with _once_alone(gallery, progress):
            embedded += rest.embed()
            indexed = _write_derived(gallery, model_id)
            activate_model(gallery, installed)
            alerts = look_for_new(gallery, progress)
    return ActivateSummary(model=installed.name, model_id=model_id, embedded=embedded, indexed=indexed, alerts=alerts)


class _Rest:
    """What the model has not embedded yet."""

    def __init__(
        self,
        gallery: Gallery,
        installed: InstalledModel,
        load: Callable[[InstalledModel], Embedder],
        progress: Progress,
    ) -> None:
        self._gallery, self._installed, self._load, self._progress = gallery, installed, load, progress

    @cached_property
    def _model(self) -> Embedder:
        return self._load(self._installed)

    def embed(self) -> int:
        """Embed it; return how many crops that were."""
        waiting = self._gallery.crops_without_embedding(self._installed.card.model_id)
        return embed_crops(self._gallery, self._model, waiting, self._progress).embedded if waiting else 0


@contextmanager
def _once_alone(gallery: Gallery, progress: Progress) -> Iterator[None]:
    """Wait until no other job writes to the case, and keep them off while the block runs."""
    has_told = False
    with ExitStack() as stack:
        while True:
            progress.check()
            try:
                stack.enter_context(gallery.writer())
            except CaseInUseError as error:
                if not has_told:
                    progress.tell(Noted(text=f"All is prepared; waiting for another job. {error.reason}"))
                    has_told = True
                time.sleep(SECONDS_BETWEEN_TRIES)
            else:
                break
        yield


def _write_derived(gallery: Gallery, model_id: str) -> int:
    """Have the files written that a search reads, so that the first one need not wait; return the crops in them."""
    if not gallery.counts().crops:
        return 0
    return gallery.searchable(model_id).index.count
