"""The labelled data that was chosen for a training, read."""

from pathlib import Path

from engine.datasets.dataset import Dataset, DatasetKind
from engine.datasets.kept_parts import KeptParts
from engine.datasets.read_dataset import read_dataset
from engine.datasets.readiness import check_ready
from engine.datasets.search_split import PARTS
from engine.errors import TrainingError
from engine.jobs.case_dataset import dataset_of_labels
from engine.progress import Progress
from engine.training.plan import PARTS_FILE, DataChoice, read_outcome, write_outcome


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


def read_in_kept_parts(data: DataChoice, pictures: Path, training: Path, progress: Progress) -> Dataset:
    """Read the labelled data of a training, in the parts in which it was read for it first.

    Who is held out is to stay so, whatever is labelled while it runs: what has come since stands in no part.

    Args:
        data: where it is, and how it is parted the first time.
        pictures: a folder for the pictures of cases' crops.
        training: the training's folder, in which the parts are kept.
        progress: told.

    Raises:
        DatasetError: if it does not suffice to train on; then nothing is kept.
        TrainingError: if the parts were kept and cannot be read.
        EngineError: as `read_chosen` says.
    """
    dataset = read_chosen(data, pictures, progress)
    folder = pictures if data.kind is DatasetKind.CASES else data.places[0]
    if not (training / PARTS_FILE).exists():
        check_ready(dataset)  # where it does not suffice, nothing is kept: more may be labelled
        write_outcome(training, PARTS_FILE, dict(KeptParts.of(dataset, folder).pictures))
        return dataset
    return _kept_parts(training).parted(dataset, folder)


def _kept_parts(training: Path) -> KeptParts:
    parts = read_outcome(training, PARTS_FILE) or {}
    if not all(isinstance(parts.get(name), list) for name in PARTS):
        raise TrainingError(f"{training / PARTS_FILE} is damaged, so that nobody knows who is held out; train anew.")
    return KeptParts(parts)
