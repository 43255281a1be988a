"""The labelled data that was chosen for a training, read."""

from pathlib import Path

from engine.datasets.dataset import Dataset, DatasetKind
from engine.datasets.read_dataset import read_dataset
from engine.jobs.case_dataset import dataset_of_labels
from engine.progress import Progress
from engine.training.plan import DataChoice


def read_chosen(data: DataChoice, pictures: Path, progress: Progress) -> Dataset:
    """Read labelled data.

    Args:
        data: where it is, and how it is parted.
        pictures: a folder for the pictures of cases' crops.
        progress: told.

    Raises:
        CaseError: if a case cannot be opened.
        DatasetError: if the data cannot be read, or there is none.
        MissingPathError: if there is no such folder.
    """
    if data.kind is DatasetKind.CASES:
        return dataset_of_labels(data.places, pictures, progress, data.split_by)
    return read_dataset(data.places[0], data.kind, split_by=data.split_by)
