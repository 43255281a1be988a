"""PA100K (Liu et al., ICCV 2017): labels per picture."""

from pathlib import Path

import numpy as np

from engine.attributes.schema_file import shipped_schema
from engine.attributes.source_columns import vectors_from_columns
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.mat_file import read_mat, strings
from engine.errors import DatasetError

PARTS = ("train", "val", "test")


def read_pa100k(annotation: Path, pictures: Path) -> dict[str, LabelledImages]:
    """Read a PA100K annotation file; return "train", "val" and "test".

    A picture whose label is all zeros has none, as every person has an age and a view, and is left out.

    Raises:
        MissingPathError: if there is no such file.
        DatasetError: if it does not hold what annotation.mat holds.
    """
    content = read_mat(annotation)
    schema = shipped_schema("pa100k")
    parts = {}
    try:
        names = strings(content["attributes"])
        for part in PARTS:
            labels = np.asarray(content[f"{part}_label"], np.int64)
            files = tuple(pictures / name for name in strings(content[f"{part}_images_name"]))
            columns = {name: labels[:, place] for place, name in enumerate(names)}
            images = LabelledImages(f"PA100K {part}", schema, files, vectors_from_columns(schema, "pa100k", columns))
            parts[part] = images.subset(np.asarray(labels.any(axis=1)), images.name)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise DatasetError(f"{annotation} does not hold what PA100K's annotation.mat holds ({error}).") from error
    return parts
