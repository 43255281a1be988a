"""What is in a data set, and what is wrong with it, before anything is trained on it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.datasets.dataset import Dataset
from engine.datasets.label_conflicts import LISTED, GroupConflict, SamePicture, group_conflicts, same_pictures
from engine.datasets.label_counts import PartCounts, count_parts
from engine.datasets.labelled_images import LabelledImages
from engine.datasets.labels_wanted import LabelsWanted, labels_wanted
from engine.datasets.near_duplicates import NearDuplicates, find_near_duplicates
from engine.datasets.readiness import Finding, find_unready
from engine.datasets.row_problem import RowProblem
from engine.datasets.search_split import MissingPictures, SearchSplit
from engine.datasets.shared_between_parts import Shared, find_shared
from engine.errors import FileError
from engine.imaging.perceptual_hash import WORDS, perceptual_hash
from engine.imaging.stills import read_still
from engine.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A picture that cannot be read."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureAudit:
    """What the pictures themselves tell.

    Attributes:
        read: how many could be read.
        unreadable: the others that are on disk.
        same: files with the same content, those whose labels differ first.
        near: pictures that show nearly the same.
    """

    read: int
    unreadable: tuple[Unreadable, ...]
    same: tuple[SamePicture, ...]
    near: NearDuplicates


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetAudit:
    """All that is to be said of a data set; `pictures` is None where only the labels were looked at."""

    kind: str
    title: str
    parts: Mapping[str, PartCounts]
    missing: tuple[MissingPictures, ...]
    shared: tuple[Shared, ...]
    conflicts: tuple[GroupConflict, ...]
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]
    findings: tuple[Finding, ...]
    wanted: tuple[LabelsWanted, ...]
    pictures: PictureAudit | None

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON; of long lists the first 200, with their lengths beside."""
        whole: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        whole |= {"problems": whole["problems"][:LISTED], "problem_count": len(self.problems)}
        if self.pictures is not None:
            found = whole["pictures"]
            found |= {name: found[name][:LISTED] for name in ("unreadable", "same")}
            found |= {"unreadable_count": len(self.pictures.unreadable), "same_count": len(self.pictures.same)}
        return whole


def audit(dataset: Dataset, *, progress: Progress, labels_only: bool = False) -> DatasetAudit:
    """Return what is in a data set, and what is wrong with it.

    Args:
        dataset: as it was read.
        progress: told how many pictures were read; raises Cancelled between two.
        labels_only: leave the pictures shut, which for many of them takes minutes less.
    """
    images = _joined(dataset.split)
    parts = count_parts(dataset.split)
    return DatasetAudit(
        kind=dataset.kind.value,
        title=dataset.title,
        parts=parts,
        missing=dataset.missing,
        shared=find_shared(dataset.split),
        conflicts=group_conflicts(images),
        problems=dataset.problems,
        notes=dataset.notes,
        findings=find_unready(dataset),
        wanted=labels_wanted(parts),
        pictures=None if labels_only else _audit_pictures(images, _part_of(dataset.split), progress),
    )


def _audit_pictures(images: LabelledImages, part_of: tuple[str, ...], progress: Progress) -> PictureAudit:
    unreadable = []
    digests: dict[int, str] = {}
    hashes: list[NDArray[np.uint64]] = []
    for row, path in enumerate(progress.track(images.paths, "Looking at the pictures")):
        if not path.is_file():
            continue
        try:
            still = read_still(path)
        except FileError as error:
            unreadable.append(Unreadable(path=str(path), reason=error.reason))
            continue
        digests[row] = still.sha256
        hashes.append(perceptual_hash(still.pixels))
    rows, stacked = np.array(list(digests), np.int64), np.array(hashes, np.uint64).reshape(-1, WORDS)
    return PictureAudit(
        read=len(digests),
        unreadable=tuple(unreadable),
        same=same_pictures(images, digests),
        near=find_near_duplicates(images, part_of, rows, stacked),
    )


def _joined(split: SearchSplit) -> LabelledImages:
    """Return the pictures of all parts, one part after the other."""
    parts = list(split.parts.values())
    return LabelledImages(
        "all parts",
        split.train.schema,
        tuple(chain.from_iterable(part.paths for part in parts)),
        np.concatenate([part.vectors for part in parts]),
        np.concatenate([part.known_bits() for part in parts]),
    )


def _part_of(split: SearchSplit) -> tuple[str, ...]:
    return tuple(chain.from_iterable([name] * len(images) for name, images in split.parts.items()))
