"""What the model thinks of every attribute of one crop."""

import numpy as np

from app.case.records import CropFindings
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId
from engine.registry.query_model import QueryModel
from engine.search.clause import Clause
from engine.search.evidence import find_evidence
from engine.search.query import Query


def find_all(gallery: Gallery, model: QueryModel, crop_id: CropId) -> CropFindings | None:
    """Return the findings on all attributes, or None where the model has not seen the crop yet."""
    searchable = gallery.searchable(model.id)
    rows = np.flatnonzero(searchable.crop_ids == crop_id)
    if not len(rows):
        return None
    qualities = [crop.quality for crop in gallery.crops([crop_id])]
    findings = find_evidence(_every_attribute(model), searchable, model, rows, qualities)
    return CropFindings(crop_id=crop_id, evidence=findings[0].evidence)


def _every_attribute(model: QueryModel) -> Query:
    """Return a query with a clause for each attribute; nobody fits it, and it asks after everything."""
    return Query(
        clauses=tuple(
            Clause(group_id=group.id, allowed=frozenset({attribute.id}))
            for group in model.schema.groups
            for attribute in group.attributes
        )
    )
