"""Embeddings and attribute scores in the catalog, by crop and model."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import ConfigError, ShapeError
from engine.gallery.catalog.catalog import Catalog
from engine.gallery.records import CropId

STORED = np.dtype("<f2")  # float16: what the index and the score columns keep; half the size of float32
LARGEST_FLOAT16 = float(np.finfo(np.float16).max)
UNIT_TOLERANCE = 2e-3  # float16 leaves a unit vector's length off by up to 5e-4
MODEL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")  # it names files of the index

Floats = NDArray[np.floating]
Logits = NDArray[np.float16]

LAST_ID = "SELECT IFNULL(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'embedding'"


@dataclass(frozen=True, slots=True)
class EmbeddingStamp:
    """Which embeddings of one model there are; what is derived from them carries the stamp it was made at.

    Ids are never used again: an embedding that is replaced changes `last_id`, one that goes `count`.
    """

    count: int
    last_id: int


HIGHEST_PX = int(np.iinfo(np.uint16).max)
SEARCH_ROW = np.dtype(  # held in memory a crop: as narrow as it can be
    [
        ("crop_id", np.int64),
        ("time", np.float64),
        ("source_id", np.int32),
        ("height_px", np.uint16),  # higher ones count as HIGHEST_PX
        ("sharpness", np.float32),
    ]
)


class Embeddings(Catalog):
    """What models have said of the crops. Vectors and logits are kept in float16."""

    def crops_without_embedding(self, model_id: str) -> list[CropId]:
        """Return the crops that this model has not embedded, by id."""
        sql = """SELECT id FROM crop WHERE NOT EXISTS
                 (SELECT 1 FROM embedding WHERE model_id = ? AND crop_id = crop.id) ORDER BY id"""
        return [CropId(crop_id) for (crop_id,) in self._database.rows(sql, [model_id])]

    def models(self) -> list[str]:
        """Return the ids of the models that have embedded something, sorted."""
        # Each step of the recursion is one look into the index: SELECT DISTINCT would read a million rows.
        sql = """WITH RECURSIVE model (id) AS (
                     SELECT MIN(model_id) FROM embedding
                     UNION ALL
                     SELECT (SELECT MIN(model_id) FROM embedding WHERE model_id > model.id) FROM model
                     WHERE model.id IS NOT NULL)
                 SELECT id FROM model WHERE id IS NOT NULL"""
        return [model_id for (model_id,) in self._database.rows(sql)]

    def _save_embeddings(self, model_id: str, crop_ids: Sequence[CropId], vectors: Floats, logits: Floats) -> None:
        """Save one batch in one transaction; what is there already stays as it is."""
        check_embeddings(model_id, crop_ids, vectors, logits)
        with self._search_change():
            self._check_widths(model_id, vectors.shape[1], logits.shape[1])
            known = self._embedded_among(model_id, crop_ids)
            new = [(row, int(crop_id)) for row, crop_id in enumerate(crop_ids) if int(crop_id) not in known]
            first_id = 1 + int(self._database.value(LAST_ID))
            stored_vectors, stored_logits = vectors.astype(STORED), _stored_logits(logits)
            self._database.write_many(
                "INSERT INTO embedding (id, crop_id, model_id, vector) VALUES (?, ?, ?, ?)",
                (
                    (id_, crop_id, model_id, stored_vectors[row].tobytes())
                    for id_, (row, crop_id) in enumerate(new, first_id)
                ),
            )
            self._database.write_many(
                "INSERT INTO attribute_score (embedding_id, logits) VALUES (?, ?)",
                ((id_, stored_logits[row].tobytes()) for id_, (row, _) in enumerate(new, first_id)),
            )

    def embedding_stamp(self, model_id: str) -> EmbeddingStamp:
        """Return which embeddings of this model there are; reads all their keys."""
        sql = "SELECT COUNT(*), IFNULL(MAX(id), 0) FROM embedding WHERE model_id = ?"
        ((count, last_id),) = self._database.rows(sql, [model_id])
        self._database.forget_pages()
        return EmbeddingStamp(count, last_id)

    def last_embedding_id(self) -> int:
        """Return the id of the newest embedding that there ever was, of whatever model; it never falls."""
        return int(self._database.value(LAST_ID) or 0)

    def embedded_crop_ids(self, model_id: str) -> NDArray[np.int64]:
        """Return the crops (n,) that this model has embedded, ascending; reads all their keys."""
        sql = "SELECT crop_id FROM embedding WHERE model_id = ? ORDER BY crop_id"
        return np.array([crop_id for (crop_id,) in self._database.rows(sql, [model_id])], np.int64)

    def stream_vectors(
        self, model_id: str, after_id: int = 0
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Yield crop ids (n,) and vectors (n, D) of the embeddings newer than the one with this id, oldest first."""
        sql = "SELECT crop_id, vector FROM embedding WHERE +model_id = ? AND id > ? ORDER BY id"  # see _newer
        for rows in self._database.stream(sql, [model_id, after_id]):
            crop_ids, blobs = zip(*rows, strict=True)
            yield np.array(crop_ids, np.int64), _matrix(blobs).astype(np.float32)

    def stream_logits(self, model_id: str, after_id: int = 0) -> Iterator[Logits]:
        """Yield attribute logits, (n, A) float16 at a time by crop id, of the embeddings newer than this one."""
        sql = f"""SELECT attribute_score.logits FROM embedding
                 JOIN attribute_score ON attribute_score.embedding_id = embedding.id
                 WHERE {_newer(after_id)} ORDER BY embedding.crop_id"""
        for rows in self._database.stream(sql, [model_id, after_id]):
            yield _matrix([blob for (blob,) in rows])

    def stream_search_rows(self, model_id: str, after_id: int = 0) -> Iterator[NDArray[np.void]]:
        """Yield crop id, time (nan: unknown), source and quality, (n,) SEARCH_ROW by crop id, of the newer ones."""
        sql = f"""SELECT embedding.crop_id, frame.time, frame.source_id, crop.height_px, crop.sharpness FROM embedding
                 JOIN crop ON crop.id = embedding.crop_id JOIN frame ON frame.id = crop.frame_id
                 WHERE {_newer(after_id)} ORDER BY embedding.crop_id"""
        for rows in self._database.stream(sql, [model_id, after_id]):
            crop_ids, times, source_ids, heights_px, sharpness = zip(*rows, strict=True)
            part = np.empty(len(rows), SEARCH_ROW)
            part["crop_id"], part["source_id"] = crop_ids, source_ids
            part["height_px"], part["sharpness"] = np.minimum(heights_px, HIGHEST_PX), sharpness
            part["time"] = np.array(times, np.float64)  # None becomes nan
            yield part

    def attribute_count(self, model_id: str) -> int:
        """Return A, the number of attribute logits of this model's crops; 0 where it has embedded none."""
        return self._stored_widths(model_id)[1]

    def _embedded_among(self, model_id: str, crop_ids: Sequence[CropId]) -> set[int]:
        sql = """SELECT crop_id FROM embedding
                 WHERE model_id = ? AND crop_id IN (SELECT value FROM json_each(?))"""
        ids = json.dumps([int(crop_id) for crop_id in crop_ids])
        return {crop_id for (crop_id,) in self._database.rows(sql, [model_id, ids])}

    def _check_widths(self, model_id: str, width: int, attributes: int) -> None:
        stored = self._stored_widths(model_id)
        if stored not in ((0, 0), (width, attributes)):
            raise ShapeError(
                f"The model {model_id} has embedded crops of this case with {stored[0]} numbers and {stored[1]} "
                f"attributes, and now gives {width} and {attributes}; a changed model needs an id of its own."
            )

    def _stored_widths(self, model_id: str) -> tuple[int, int]:
        sql = """SELECT LENGTH(vector), LENGTH(logits) FROM embedding
                 JOIN attribute_score ON embedding_id = embedding.id WHERE model_id = ? LIMIT 1"""
        rows = self._database.rows(sql, [model_id])
        return (rows[0][0] // STORED.itemsize, rows[0][1] // STORED.itemsize) if rows else (0, 0)


def check_embeddings(model_id: str, crop_ids: Sequence[CropId], vectors: Floats, logits: Floats) -> None:
    """Refuse what must not come into the catalog: other shapes, numbers that are none, vectors not of unit length.

    Args:
        model_id: letters, digits, dots, dashes and underlines.
        crop_ids: n of them.
        vectors: (n, D).
        logits: (n, A).

    Raises:
        ConfigError, ShapeError
    """
    check_model_id(model_id)
    for name, array in (("vectors", vectors), ("logits", logits)):
        if array.ndim != 2 or len(array) != len(crop_ids):
            raise ShapeError(f"The {name} must be ({len(crop_ids)}, width), one row a crop, not {array.shape}.")
        if not np.isfinite(array).all():
            raise ShapeError(f"The {name} of model {model_id} hold numbers that are not finite; the model is damaged.")
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=1)
    if np.any(np.abs(lengths - 1) > UNIT_TOLERANCE):
        worst = lengths[np.argmax(np.abs(lengths - 1))]
        raise ShapeError(f"The vectors of model {model_id} must be of unit length, and one has length {worst:.4g}.")


def check_model_id(model_id: str) -> None:
    """Refuse an id that could not name a file."""
    if not MODEL_ID.fullmatch(model_id):
        raise ConfigError("model_id", model_id, "may hold letters, digits, dots, dashes and underlines only")


def _newer(after_id: int) -> str:
    """Return the condition for a model's embeddings newer than this one.

    All of them are read along the index of the models' crops; a few new ones along their ids, for which the plus keeps
    SQLite from that index.
    """
    return f"{'+' if after_id else ''}embedding.model_id = ? AND embedding.id > ?"


def _stored_logits(logits: Floats) -> Logits:
    return np.clip(logits, -LARGEST_FLOAT16, LARGEST_FLOAT16).astype(STORED)


def _matrix(blobs: Sequence[bytes]) -> NDArray[np.float16]:
    width = len(blobs[0]) // STORED.itemsize
    return np.frombuffer(b"".join(blobs), STORED).reshape(len(blobs), width)
