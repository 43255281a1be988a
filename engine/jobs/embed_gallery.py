"""Embedding what a model has not embedded yet, and bringing its index up to date."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from engine.errors import Cancelled, CaseError, ShapeError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.imaging.jpeg import decode_jpeg
from engine.imaging.pixels import Pixels
from engine.jobs.stage_clock import StageClock
from engine.jobs.workers import Workers
from engine.progress import Progress, StageMeter
from engine.search.saved_searches import SearchAlert

if TYPE_CHECKING:
    from engine.encoders.model import Embedded

BATCH = 64
STAGE = "Embedding crops"


class Embedder(Protocol):
    """What embeds crops: `engine.encoders.model.Model`, which takes torch to load."""

    @property
    def id(self) -> str:
        """Return the model id."""

    @property
    def device(self) -> object:
        """Return the device that it runs on."""

    def embed_images(self, crops: Iterable[Pixels]) -> "Embedded":
        """Return vectors and logits of n crops, (h, w, 3) each; several threads may ask at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedSummary:
    """What embedding changed."""

    model_id: str
    embedded: int  # crops, now
    indexed: int  # crops in the index, in all
    alerts: tuple[SearchAlert, ...] = ()  # saved searches with new hits, where they were asked for


def embed_gallery(
    gallery: Gallery, model: Embedder, progress: Progress, clock: StageClock | None = None
) -> EmbedSummary:
    """Embed what this model has not embedded yet. Stopped half-way, it goes on from there next time.

    Args:
        gallery: an open case that can be written.
        model: embeds the crops.
        progress: told of every batch; between batches it may stop the job.
        clock: counts the stages "embed" and "index".
    """
    return embed_crops(gallery, model, gallery.crops_without_embedding(model.id), progress, clock)


def embed_crops(
    gallery: Gallery,
    model: Embedder,
    waiting: Sequence[CropId],
    progress: Progress,
    clock: StageClock | None = None,
) -> EmbedSummary:
    """Do the same where one knows already what this model has not embedded yet.

    Args:
        gallery: an open case that can be written.
        model: embeds the crops.
        waiting: the crops.
        progress: told of every batch; between batches it may stop the job.
        clock: counts the stages "embed" and "index".
    """
    clock = clock or StageClock()
    meter = StageMeter(progress, STAGE, len(waiting))
    with Workers() as workers:
        ahead = EmbeddingAhead(gallery, model, workers, clock)
        with ahead.keeping_what_is_begun():
            for start in range(0, len(waiting), BATCH):
                progress.check()
                meter.advance(ahead.add(waiting[start : start + BATCH]))
        meter.advance(ahead.finish())
    meter.finish()
    with clock.measure("index"):
        indexed = gallery.index(model.id).count if gallery.counts().embedded.get(model.id) else 0
    return EmbedSummary(model_id=model.id, embedded=len(waiting), indexed=indexed)


class EmbeddingAhead:
    """Embeds crops by workers while others come, and saves them batch by batch, each in one transaction.

    The pictures that the case keeps are embedded, even where the frame is at hand, so that embedding again gives the
    same vectors. What is not saved yet when a job is stopped is embedded by the next one.

    Args:
        gallery: an open case that can be written, in this thread.
        model: embeds the crops; several threads ask it at once.
        workers: do the work.
        clock: counts the stage "embed".
    """

    def __init__(self, gallery: Gallery, model: Embedder, workers: Workers, clock: StageClock) -> None:
        self._gallery = gallery
        self._model = model
        self._workers = workers
        self._clock = clock
        self._waiting: list[CropId] = []  # until they fill a batch
        self._begun: deque[tuple[list[CropId], Future[Embedded]]] = deque()

    def add(self, crop_ids: Sequence[CropId]) -> int:
        """Take crops that the case has; return how many, of these or earlier ones, were saved meanwhile."""
        self._waiting += crop_ids
        while len(self._waiting) >= BATCH:
            self._begin(self._waiting[:BATCH])
            del self._waiting[:BATCH]
        return self._save(lambda: self._begun[0][1].done() or len(self._begun) > self._workers.count)

    def finish(self) -> int:
        """Embed and save all that is left; return how many were saved."""
        if self._waiting:
            self._begin(self._waiting)
            self._waiting = []
        return self._save(lambda: True)

    @contextmanager
    def keeping_what_is_begun(self) -> Iterator[None]:
        """Where the block is cancelled, still save the batches that workers have in hand."""
        try:
            yield
        except Cancelled:
            self._save(lambda: True)
            raise

    def _begin(self, crop_ids: list[CropId]) -> None:
        jpegs = self._gallery.crop_jpegs(crop_ids)
        pictures = [(crop_id, jpegs[crop_id]) for crop_id in crop_ids]
        self._begun.append((crop_ids, self._workers.submit(self._embed, pictures)))

    def _embed(self, pictures: Sequence[tuple[CropId, bytes]]) -> "Embedded":
        """Embed crops from their JPEGs; runs in a worker."""
        with self._clock.measure("embed", len(pictures)):
            return self._model.embed_images(self._decoded(crop_id, jpeg) for crop_id, jpeg in pictures)

    def _save(self, is_wanted: Callable[[], bool]) -> int:
        """Save the first batches that were begun, one after the other as long as it is wanted; return their crops."""
        saved = 0
        while self._begun and is_wanted():
            crop_ids, future = self._begun.popleft()
            embedded = future.result()
            self._gallery.save_embeddings(self._model.id, crop_ids, embedded.vectors, embedded.logits)
            saved += len(crop_ids)
        return saved

    def _decoded(self, crop_id: CropId, jpeg: bytes) -> Pixels:
        try:
            return decode_jpeg(jpeg)
        except ShapeError as error:
            reason = f"the picture of crop {crop_id} is damaged; “bolo case verify” lists what is lost."
            raise CaseError(self._gallery.folder, reason) from error
