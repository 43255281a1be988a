"""Opening a case for a command that looks something up, and finding the model for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import ReadOnlyCaseError

if TYPE_CHECKING:
    from engine.gallery.gallery import Gallery
    from engine.registry.store import InstalledModel


def open_to_search(folder: Path) -> "Gallery":
    """Open a case so that the search can be logged; one that cannot be written is opened read-only.

    Raises:
        CaseError: if it cannot be opened at all.
    """
    from engine.gallery.gallery import Gallery

    try:
        return Gallery.open(folder)
    except ReadOnlyCaseError:
        return Gallery.open(folder, read_only=True)


def chosen_model(gallery: "Gallery", name: str | None) -> "InstalledModel":
    """Return the model that the user named, else the one that is active in the case.

    Raises:
        ModelError: if it is not on this machine.
    """
    from engine.registry.store import default_store
    from engine.search.active_model import active_model

    store = default_store()
    return active_model(gallery, store) if name is None else store.get(name)
