"""The crops that were labelled in cases, as a data set to train on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from engine.attributes.schema import Schema
from engine.casework.label_schema import models_schema, read_case_schema
from engine.casework.labelling import settle_labels
from engine.datasets.case_labels import LabelledCrop
from engine.datasets.dataset import Dataset
from engine.datasets.read_dataset import dataset_of_cases
from engine.datasets.split_unit import SplitUnit
from engine.errors import DatasetError
from engine.gallery.gallery import Gallery
from engine.progress import Progress
from engine.registry.store import default_store


def dataset_of_labels(
    cases: Sequence[Path], pictures: Path, progress: Progress, split_by: SplitUnit = SplitUnit.TRACK
) -> Dataset:
    """Return the crops of which somebody has said something, with the cases' attributes but for the retired.

    Where labellers contradict each other nothing is known; a model's guesses that nobody looked at do not count. The
    crops of a track are one person, so that none stands in two parts.

    Args:
        cases: their folders; one or more.
        pictures: a folder for the crops' pictures, which are written there once.
        progress: told.
        split_by: what stays together.

    Raises:
        CaseError: if a case cannot be opened.
        DatasetError: if nothing in them is labelled, or a label's attribute is known to a model alone that is not here.
    """
    schemas: list[Schema] = []
    crops: list[LabelledCrop] = []
    for number, case in enumerate(cases):
        with Gallery.open(case, read_only=True) as gallery:
            schemas.append(_schema_of(gallery))
            crops += _labelled(gallery, pictures / str(number), progress)
    if not crops:
        named = ", ".join(str(case) for case in cases)
        raise DatasetError(f"{named} has no labels; label some crops, or take some in with bolo labels import.")
    return dataset_of_cases(joined_schema(schemas), crops, split_by)


def _schema_of(gallery: Gallery) -> Schema:
    kept = read_case_schema(gallery, default_store())
    unknown = gallery.label_counts().keys() - set(kept.schema.attribute_ids)
    if unknown and models_schema(gallery, default_store()) is None:
        raise DatasetError(
            f"{gallery.folder} has labels of “{min(unknown)}”, which its model knows and that is not here; add that "
            "model first, or choose other cases."
        )
    return kept.asked


def joined_schema(schemas: Sequence[Schema]) -> Schema:
    """Return the first schema with those groups of the others behind it of which it knows nothing."""
    first, *others = schemas
    for other in others:
        known = {group.id for group in first.groups}
        new = (group for group in other.groups if group.id not in known)
        groups = (group for group in new if not any(attribute.id in first for attribute in group.attributes))
        first = replace(first, groups=(*first.groups, *groups))
    return first


def _labelled(gallery: Gallery, pictures: Path, progress: Progress) -> Iterator[LabelledCrop]:
    """Yield the labelled crops of a case, their pictures written."""
    settled = settle_labels(gallery.labels())
    records = list(gallery.crops(sorted(settled))) if settled else []
    pictures.mkdir(parents=True, exist_ok=True)
    name = gallery.info().name
    for record in progress.track(records, "Writing the labelled crops"):
        path = pictures / f"{record.id}.jpg"
        _write_once(path, gallery.crop_jpeg(record.id))
        yield LabelledCrop(
            case=name,
            crop_id=record.id,
            track_id=record.track_id,
            picture=path,
            labels=settled[record.id],
            camera=record.camera,
        )


def _write_once(path: Path, data: bytes) -> None:
    """Write a picture that is not there yet; one that stays has its time, by which decoded pictures are found again."""
    if path.is_file() and path.stat().st_size == len(data):
        return
    draft = path.with_suffix(".partial")
    draft.write_bytes(data)
    draft.replace(path)
