"""Which models a case uses: the one that searches it, and those that have embedded it."""

from dataclasses import dataclass
from pathlib import Path

from engine.errors import CaseError, ModelError
from engine.gallery.gallery import Gallery
from engine.registry.store import DEFAULT_MODEL, ModelStore


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedBy:
    """What a model has left in a case."""

    model_id: str
    crops: int
    size: int  # bytes, of its numbers and of the files derived from them


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseUse:
    """A case, and what models mean to it.

    Attributes:
        folder: of the case.
        title: its name; of a case that cannot be read that of its folder.
        active_id: of the model that it is searched with; "" where that is not known.
        active_name: of that model, as the log has it.
        former_id: of the model before; "" where there was none.
        crops: in all.
        embedded: by which models.
        problem: why it cannot be read; "" where it can.
    """

    folder: Path
    title: str
    active_id: str = ""
    active_name: str = ""
    former_id: str = ""
    crops: int = 0
    embedded: tuple[EmbeddedBy, ...] = ()
    problem: str = ""

    def by(self, model_id: str) -> EmbeddedBy | None:
        """Return what this model has left in the case, None where that is nothing."""
        return next((one for one in self.embedded if one.model_id == model_id), None)

    def is_searched_with(self, model_id: str) -> bool:
        """Whether this model answers in the case; the "" of a broken one never does."""
        return model_id != "" and self.active_id == model_id


def look_at_use(folder: Path, store: ModelStore) -> CaseUse:
    """Look which models a case uses; it is opened to be read alone."""
    try:
        with Gallery.open(folder, read_only=True) as gallery:
            return read_use(gallery, store)
    except CaseError as error:
        return CaseUse(folder=folder, title=folder.stem, problem=error.reason)
    except OSError as error:
        return CaseUse(folder=folder, title=folder.stem, problem=f"it cannot be read ({error.strerror}).")


def read_use(gallery: Gallery, store: ModelStore) -> CaseUse:
    """Return which models an open case uses."""
    usual = usual_id(store)
    switch, counts = gallery.last_switch(), gallery.counts()
    former = "" if switch is None else switch.was_id or usual
    return CaseUse(
        folder=gallery.folder,
        title=gallery.info().name,
        active_id=usual if switch is None else switch.model_id,
        active_name=DEFAULT_MODEL if switch is None else switch.name,
        former_id="" if switch is not None and former == switch.model_id else former,
        crops=counts.crops,
        embedded=tuple(
            EmbeddedBy(model_id=model_id, crops=crops, size=_size(gallery, model_id))
            for model_id, crops in sorted(counts.embedded.items())
        ),
    )


def usual_id(store: ModelStore) -> str:
    """Return the id of the model that comes with Bolo, "" where it is not there."""
    try:
        return store.get(DEFAULT_MODEL).card.model_id
    except ModelError:
        return ""


def _size(gallery: Gallery, model_id: str) -> int:
    return gallery.embedding_bytes(model_id) + sum(file.stat().st_size for file in gallery.derived_files(model_id))
