"""Embedding a picture from disk, to search for people who look like it."""

from pathlib import Path

from engine.imaging.stills import Still, read_still
from engine.registry.store import InstalledModel
from engine.search.examples import Example


def embed_picture(installed: InstalledModel, path: Path) -> Example:
    """Return a picture of one person, cut out as crops are, as an example to search by.

    Raises:
        ImageError: if the picture cannot be read; before the model is loaded, which takes seconds.
        MissingPathError: if it is not there.
        ModelError: if the model is damaged.
    """
    return embed_still(installed, read_still(path), path.name)


def embed_still(installed: InstalledModel, still: Still, name: str) -> Example:
    """Return a picture that has been read as an example, under the name of its file; raises as `embed_picture`."""
    from engine.registry.loading import load_model  # brings torch

    vector = load_model(installed).embed_images([still.pixels]).vectors[0]
    return Example(name=name, sha256=still.sha256, model_id=installed.card.model_id, vector=vector)
