"""Embedding a picture for the window, which has no image encoder of its own."""

from dataclasses import dataclass
from pathlib import Path

from engine.gallery.gallery import Gallery
from engine.imaging.stills import read_still
from engine.jobs.embed_picture import embed_still
from engine.progress import Progress
from engine.registry.store import default_store
from engine.search.active_model import active_model


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedPicture:
    """A picture as an example: what `Example.from_log` reads."""

    name: str
    sha256: str
    vector: tuple[float, ...]  # (D,), of unit length
    model_id: str


def embed_picture_for(case: Path, picture: Path, progress: Progress) -> EmbeddedPicture:
    """Return a picture of one person as the case's model sees it.

    Raises:
        ImageError, MissingPathError: if the picture cannot be read; before the model is loaded, which takes seconds.
        ModelError: if the case's model is missing or damaged.
        CaseError: if the case cannot be read.
    """
    still = read_still(picture)
    with Gallery.open(case, read_only=True) as gallery:
        installed = active_model(gallery, default_store())
    progress.check()
    example = embed_still(installed, still, picture.name)
    assert example.vector is not None  # a picture always has one
    vector = tuple(float(number) for number in example.vector)
    return EmbeddedPicture(name=example.name, sha256=example.sha256, vector=vector, model_id=installed.card.model_id)
