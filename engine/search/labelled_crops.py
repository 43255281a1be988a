"""Labelled pictures that a model embedded, searched as a case is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError
from engine.gallery.index import FaissIndex
from engine.gallery.logit_columns import LogitColumns
from engine.gallery.searchable import Searchable


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class LabelledCrops:
    """What a model makes of pictures whose labels are known.

    Attributes:
        embeddings: (N, D) float32, unit length.
        logits: (N, A) float32, calibrated.
        vectors: (N, A) uint8, the labels.
    """

    embeddings: NDArray[np.float32]
    logits: NDArray[np.float32]
    vectors: NDArray[np.uint8]

    def __post_init__(self) -> None:
        if self.logits.shape != self.vectors.shape or len(self.embeddings) != len(self.vectors):
            raise ShapeError(
                f"Embeddings {self.embeddings.shape}, logits {self.logits.shape} and labels {self.vectors.shape} "
                "are not of the same pictures."
            )

    def __len__(self) -> int:
        return len(self.vectors)

    def searchable(self, model_id: str) -> Searchable:
        """Return the pictures as crops 0 to N − 1 of one camera, rounded to half precision as a case keeps them."""
        ids = np.arange(len(self), dtype=np.int64)
        index = FaissIndex(self.embeddings.shape[1])
        index.add(ids, np.ascontiguousarray(self.embeddings, np.float32))
        return Searchable(
            model_id=model_id,
            revision=0,
            crop_ids=ids,
            times=np.full(len(self), np.nan),
            source_ids=np.zeros(len(self), np.int32),
            camera_codes=np.zeros(len(self), np.int16),
            cameras=("",),
            heights_px=np.zeros(len(self), np.uint16),  # nobody filters labelled pictures
            sharpness=np.zeros(len(self), np.float32),
            columns=LogitColumns((np.ascontiguousarray(self.logits.T.astype(np.float16)),)),
            _load_index=lambda: index,
        )
