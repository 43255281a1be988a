"""The crops that were labelled in a case, as a data set to train on."""

from pathlib import Path

from engine.casework.label_schema import read_label_schema
from engine.casework.labelling import settle_labels
from engine.datasets.case_labels import LabelledCrop
from engine.datasets.dataset import Dataset
from engine.datasets.read_dataset import dataset_of_cases
from engine.errors import DatasetError
from engine.gallery.gallery import Gallery
from engine.progress import Progress
from engine.registry.store import default_store
from engine.search.active_model import active_model


def dataset_of_case(case: Path, pictures: Path, progress: Progress) -> Dataset:
    """Return the crops of which somebody has said something, with the case's attributes but for the retired.

    Where labellers contradict each other nothing is known; a model's guesses that nobody looked at do not count. The
    crops of a track are one person, so that none stands in two parts.

    Args:
        case: its folder.
        pictures: a folder for the crops' pictures, which are written there once.
        progress: told.

    Raises:
        CaseError: if the case cannot be opened.
        DatasetError: if nothing in it is labelled.
    """
    with Gallery.open(case, read_only=True) as gallery:
        schema = read_label_schema(gallery, active_model(gallery, default_store()).card.schema).asked
        settled = settle_labels(gallery.labels())
        if not settled:
            raise DatasetError(f"{case} has no labels; label some crops, or take some in with bolo labels import.")
        pictures.mkdir(parents=True, exist_ok=True)
        crops, name = [], gallery.info().name
        for record in progress.track(gallery.crops(sorted(settled)), "Writing the labelled crops"):
            path = pictures / f"{record.id}.jpg"
            path.write_bytes(gallery.crop_jpeg(record.id))
            crops.append(
                LabelledCrop(
                    case=name,
                    crop_id=record.id,
                    track_id=record.track_id,
                    picture=path,
                    labels=settled[record.id],
                )
            )
    return dataset_of_cases(schema, crops)
