"""Embedding what a model has not embedded yet, and bringing its index up to date."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from engine.errors import CaseError, ShapeError
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.imaging.jpeg import decode_jpeg
from engine.imaging.pixels import Pixels
from engine.jobs.stage_clock import StageClock
from engine.progress import Progress, StageMeter

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

    def embed_images(self, crops: Sequence[Pixels]) -> "Embedded":
        """Return vectors and logits of n crops, (h, w, 3) each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedSummary:
    """What embedding changed."""

    model_id: str
    embedded: int  # crops, now
    indexed: int  # crops in the index, in all


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
    clock = clock or StageClock()
    waiting = gallery.crops_without_embedding(model.id)
    meter = StageMeter(progress, STAGE, len(waiting))
    for start in range(0, len(waiting), BATCH):
        progress.check()
        batch = waiting[start : start + BATCH]
        with clock.measure("embed"):
            embed_batch(gallery, model, batch)
        meter.advance(len(batch))
    meter.finish()
    with clock.measure("index"):
        indexed = gallery.index(model.id).count if gallery.counts().embedded.get(model.id) else 0
    return EmbedSummary(model_id=model.id, embedded=len(waiting), indexed=indexed)


def embed_batch(gallery: Gallery, model: Embedder, crop_ids: Sequence[CropId]) -> None:
    """Embed a few crops from the pictures that the case keeps, in one transaction.

    The kept pictures are taken even where the frame is at hand, so that embedding again gives the same vectors.
    """
    jpegs = gallery.crop_jpegs(crop_ids)
    embedded = model.embed_images([_decoded(gallery, crop_id, jpegs[crop_id]) for crop_id in crop_ids])
    gallery.save_embeddings(model.id, crop_ids, embedded.vectors, embedded.logits)


def _decoded(gallery: Gallery, crop_id: CropId, jpeg: bytes) -> Pixels:
    try:
        return decode_jpeg(jpeg)
    except ShapeError as error:
        reason = f"the picture of crop {crop_id} is damaged; “bolo case verify” lists what is lost."
        raise CaseError(gallery.folder, reason) from error
