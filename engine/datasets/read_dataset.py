"""Any data set by the folder it lies in: what it is, its parts, and what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from engine.attributes.schema import Schema
from engine.datasets.case_labels import LabelledCrop, read_case_labels
from engine.datasets.dataset import Dataset, DatasetKind
from engine.datasets.folder_csv import UNITS, read_folder_csv
from engine.datasets.labelled_images import find_categories
from engine.datasets.market1501 import pictures_of, read_market1501_labels
from engine.datasets.official_counts import MARKET1501_COUNTS, PA100K_COUNTS, SplitCounts, count_split, count_unseen
from engine.datasets.own_split import split_own
from engine.datasets.pa100k import read_pa100k_parts
from engine.datasets.peta import read_peta_mat, split_peta
from engine.datasets.peta_folders import label_files, read_peta_folders
from engine.datasets.picture_files import first_folder
from engine.datasets.row_problem import RowProblem
from engine.datasets.search_split import MissingPictures, SearchSplit, hold_out_categories
from engine.datasets.split_unit import SplitUnit
from engine.errors import DatasetError, MissingPathError

PETA_FILE = "PETA.mat"
MARKET1501_FILE = "market_attribute.mat"
PA100K_FILES = "annotation*.mat"
PA100K_PICTURES = ("data", "release_data/release_data", "release_data", "images")


def read_dataset(
    folder: Path,
    kind: DatasetKind | None = None,
    *,
    schema: Schema | None = None,
    split_by: SplitUnit = SplitUnit.PERSON,
) -> Dataset:
    """Read the labelled data of a folder; pictures that are not on disk are counted, not asked for.

    Args:
        folder: as the data set comes; see `kind_of`.
        kind: what it is; else it is told by what the folder holds.
        schema: what the columns of a CSV mean; the others have their own.
        split_by: what is kept together where a CSV does not say which part a picture belongs to.

    Raises:
        MissingPathError: if there is no such folder, or the file of labels is not in it.
        DatasetError: if it is no data set, or nothing in its annotation can be used.
        SchemaError: if the schema of a CSV cannot be read or made.
    """
    found = kind or kind_of(folder)
    if found is DatasetKind.CSV:
        return _read_csv(folder, schema, split_by)
    if found not in _READERS:
        raise DatasetError(f"{folder}: labels of cases are read out of the cases, not out of a folder.")
    return _READERS[found](folder)


def kind_of(folder: Path) -> DatasetKind:
    """Return what a folder holds, by its files of labels.

    Raises:
        MissingPathError: if there is no such folder.
        DatasetError: if it holds none, or several.
    """
    if not folder.is_dir():
        raise MissingPathError(folder)
    found = [kind for kind, holds in _SIGNS.items() if holds(folder)]
    if not found:
        raise DatasetError(
            f"{folder} holds no labelled data: neither {PETA_FILE} or PETA's ten folders with archive/Label.txt, nor "
            f"{MARKET1501_FILE}, nor PA100K's annotation.mat, nor a CSV of labels; choose another folder."
        )
    if len(found) > 1:
        names = " and ".join(kind.value for kind in found)
        raise DatasetError(f"{folder} holds labels of several kinds, {names}; say which is meant, or part them.")
    return found[0]


def dataset_of_cases(schema: Schema, crops: Sequence[LabelledCrop], split_by: SplitUnit = SplitUnit.TRACK) -> Dataset:
    """Return the data set of crops that were labelled in cases; raises DatasetError as `read_case_labels`.

    Of people nothing more is known than their tracks: parted by person is parted by track.
    """
    reading = read_case_labels(schema, crops)
    cameras = {crop.picture: f"{crop.case}/{crop.camera}" for crop in crops}
    by_camera = split_by is SplitUnit.CAMERA
    units = [cameras[path] for path in reading.images.paths] if by_camera else None
    split = split_own(reading.images, None, reading.images.name, units)
    return _finished(DatasetKind.CASES, reading.images.name, split, reading.problems)


def _read_peta(folder: Path) -> Dataset:
    reading = read_peta_mat(folder) if (folder / PETA_FILE).is_file() else read_peta_folders(folder)
    return _finished(DatasetKind.PETA, "PETA", split_peta(reading.images), reading.problems)


def _read_market1501(folder: Path) -> Dataset:
    labels = read_market1501_labels(_market1501_file(folder))
    training, of_train = pictures_of(labels["train"], folder, "train")
    test, of_test = pictures_of(labels["test"], folder, "test")
    fitting, validating = hold_out_categories(training)
    split = SearchSplit(
        train=training.subset(fitting, training.name),
        validation=training.subset(validating, "Market-1501 validation"),
        test=test,
    )
    train_categories, test_categories = (find_categories(labels[part].vectors) for part in ("train", "test"))
    counts = SplitCounts(
        train_categories=len(train_categories),
        test_categories=len(test_categories),
        unseen_categories=count_unseen(train_categories, test_categories),
    )
    missing = (
        _missing_of("train and validation", len(training), MARKET1501_COUNTS.train_images),
        _missing_of("test", len(test), MARKET1501_COUNTS.test_images),
    )
    return Dataset(
        kind=DatasetKind.MARKET1501,
        title="Market-1501 Attribute",
        split=split,
        problems=(*of_train, *of_test),
        missing=missing,
        notes=_notes(MARKET1501_COUNTS.differences(counts)),
    )


def _missing_of(part: str, there: int, published: int | None) -> MissingPictures:
    """Count against the published number, for the annotation names people, not pictures."""
    total = max(published or 0, there)
    return MissingPictures(part=part, missing=total - there, total=total)


def _read_pa100k(folder: Path) -> Dataset:
    """Read PA100K; its own validation part is kept, which shares categories with the training as the test does."""
    annotation = _pa100k_files(folder)[0] if _pa100k_files(folder) else folder / "annotation.mat"
    parts = read_pa100k_parts(annotation, first_folder(folder, PA100K_PICTURES))
    train, validation, test = (parts[part].images for part in ("train", "val", "test"))
    split = SearchSplit(train=train, validation=validation, test=test)
    problems = tuple(problem for reading in parts.values() for problem in reading.problems)
    return _finished(
        DatasetKind.PA100K, "PA100K", split, problems, _notes(PA100K_COUNTS.differences(count_split(train, test)))
    )


def _read_csv(folder: Path, schema: Schema | None, split_by: SplitUnit) -> Dataset:
    found = read_folder_csv(folder, schema)
    title = folder.resolve().name
    if split_by is not SplitUnit.PERSON and split_by not in found.units and found.part_of is None:
        raise DatasetError(
            f"{title} has no column “{UNITS[split_by]}” to part the pictures by; add one, or part them by person."
        )
    split = split_own(found.reading.images, found.part_of, title, found.units.get(split_by))
    return _finished(DatasetKind.CSV, title, split, found.reading.problems)


def _finished(
    kind: DatasetKind, title: str, split: SearchSplit, problems: tuple[RowProblem, ...], notes: tuple[str, ...] = ()
) -> Dataset:
    empty = tuple(f"The part “{name}” has no picture." for name, images in split.parts.items() if not len(images))
    missing = split.missing()
    return Dataset(kind=kind, title=title, split=split, problems=problems, missing=missing, notes=(*notes, *empty))


def _notes(differences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"This is not the published split: {difference}." for difference in differences)


def _market1501_file(folder: Path) -> Path:
    places = (folder, folder / "attribute", folder / "Market-1501_Attribute")
    return next(
        (place / MARKET1501_FILE for place in places if (place / MARKET1501_FILE).is_file()), folder / MARKET1501_FILE
    )


def _pa100k_files(folder: Path) -> list[Path]:
    return sorted(folder.glob(PA100K_FILES), key=lambda path: (path.name != "annotation.mat", path.name))


_READERS: Mapping[DatasetKind, Callable[[Path], Dataset]] = {
    DatasetKind.PETA: _read_peta,
    DatasetKind.MARKET1501: _read_market1501,
    DatasetKind.PA100K: _read_pa100k,
}
_SIGNS: Mapping[DatasetKind, Callable[[Path], bool]] = {
    DatasetKind.PETA: lambda folder: (folder / PETA_FILE).is_file() or bool(label_files(folder)),
    DatasetKind.MARKET1501: lambda folder: _market1501_file(folder).is_file(),
    DatasetKind.PA100K: lambda folder: bool(_pa100k_files(folder)),
    DatasetKind.CSV: lambda folder: any(folder.glob("*.csv")),
}
