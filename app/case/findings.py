"""What the model thinks of every attribute of one crop."""

import numpy as np

from app.case.records import CropFindings
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.registry.query_model import QueryModel
from engine.search.evidence import evidence_on_all


def find_all(gallery: Gallery, model: QueryModel, crop_id: CropId) -> CropFindings | None:
    """Return the findings on all attributes, or None where the model has not seen the crop yet."""
    searchable = gallery.searchable(model.id)
    rows = np.flatnonzero(searchable.crop_ids == crop_id)
    if not len(rows):
        return None
    quality = gallery.crops([crop_id])[0].quality
    return CropFindings(crop_id=crop_id, evidence=evidence_on_all(searchable, model, int(rows[0]), quality))
