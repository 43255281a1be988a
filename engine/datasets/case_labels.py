"""Labels made in cases, handed in as plain records by whoever may open a case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.attributes.schema import Group, Schema
from engine.datasets.label_conflicts import take_out_contradictions
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.repeated_rows import settle_repeated
from engine.datasets.row_problem import Reading, RowProblem, read_something


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledCrop:
    """One crop of a case, and what a person said of it.

    Attributes:
        case: the case's name, which tells its tracks from those of another.
        crop_id: the crop's number in the case.
        track_id: the track it belongs to; None where it belongs to none.
        camera: that saw it.
        picture: the file that the crop was written to.
        labels: by attribute: True holds, False does not, None cannot be told. An attribute that is absent is unknown.
    """

    case: str
    crop_id: int
    track_id: int | None
    picture: Path
    labels: Mapping[str, bool | None]
    camera: str = ""


def read_case_labels(schema: Schema, crops: Sequence[LabelledCrop], name: str = "Labels of cases") -> Reading:
    """Return the crops of which something is known.

    In an exclusive group one attribute that holds rules out the others; where several are said to hold, nothing is
    known of the group. An attribute marked `none` rules out the rest of its group. The crops of a track are one person.
    Rows count from 1, in the order given.

    Raises:
        DatasetError: if there are crops, and nothing usable is known of any of them.
    """
    problems: list[RowProblem] = []
    bits = np.zeros((len(crops), schema.size), np.uint8)
    known = np.zeros_like(bits)
    for row, crop in enumerate(crops):
        problems += [RowProblem(row + 1, what) for what in _fill(schema, crop, bits[row], known[row])]
        contradictions = take_out_contradictions(schema, bits[row], known[row])
        problems += [RowProblem(row + 1, f"(crop {crop.crop_id} of {crop.case}) {what}") for what in contradictions]
    pictures = [str(crop.picture) for crop in crops]
    said = [bits[row].tobytes() + known[row].tobytes() for row in range(len(crops))]
    keep, repeated = settle_repeated(pictures, said, range(1, len(crops) + 1))
    silent = ~known.any(axis=1)
    problems += [RowProblem(int(row) + 1, "says nothing that the schema knows") for row in np.flatnonzero(silent)]
    people = tuple(f"{crop.case}/{crop.track_id}" if crop.track_id is not None else "" for crop in crops)
    images = LabelledImages(name, schema, tuple(crop.picture for crop in crops), bits, known, people)
    return read_something(images.subset(keep & ~silent, name), [*problems, *repeated])


def _fill(schema: Schema, crop: LabelledCrop, bits: NDArray[np.uint8], known: NDArray[np.uint8]) -> Iterable[str]:
    """Write the crop's labels into (A,) bits and (A,) known; yield a clause for each that the schema does not know."""
    for attribute_id, value in crop.labels.items():
        if attribute_id not in schema:
            yield f"labels {attribute_id}, which the schema {schema.name} does not know"
        elif value is not None:
            bits[schema.index(attribute_id)] = value
            known[schema.index(attribute_id)] = 1
    for group in schema.groups:
        if _is_settled(schema, group, bits):
            known[schema.slice_of(group)] = 1


def _is_settled(schema: Schema, group: Group, bits: NDArray[np.uint8]) -> bool:
    """Return whether what holds in the group says that nothing else in it does."""
    held = [attribute for attribute, bit in zip(group.attributes, bits[schema.slice_of(group)], strict=True) if bit]
    return any(attribute.none for attribute in held) or (group.exclusive and bool(held))
