"""Embedding a picture from disk, to search for people who look like it."""

from pathlib import Path

from engine.imaging.stills import read_still
from engine.registry.loading import load_model
from engine.registry.store import InstalledModel
from engine.search.examples import Example


def embed_picture(installed: InstalledModel, path: Path) -> Example:
    """Return a picture of one person, cut out as crops are, as an example to search by.

    Raises:
        ImageError: if the picture cannot be read.
        MissingPathError: if it is not there.
        ModelError: if the model is damaged.
    """
    still = read_still(path)
    vector = load_model(installed).embed_images([still.pixels]).vectors[0]
    return Example(name=path.name, sha256=still.sha256, vector=vector)
