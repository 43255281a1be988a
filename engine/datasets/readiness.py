"""Whether data suffices to train on, said before anything runs."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.datasets.dataset import Dataset
from engine.datasets.labelled_images import LabelledImages
from engine.errors import DatasetError

FEWEST_TO_LEARN = 8  # pictures; fewer make no batch worth the name
FEWEST_TO_VALIDATE = 2
FEWEST_TO_COMPARE = 2  # in the test part; without them the new model is taken or left unmeasured
FEW = 100  # labelled pictures in all; with fewer, figures have wide intervals


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about the data as a whole that the user should know before a training.

    Attributes:
        text: a sentence, with the remedy.
        refuses: whether nothing can be trained until it is mended.
    """

    text: str
    refuses: bool


def find_unready(dataset: Dataset) -> tuple[Finding, ...]:
    """Return what stands against training on the pictures that are on disk, what refuses it first."""
    parts = {name: _on_disk(images) for name, images in dataset.split.parts.items()}
    findings = [*_too_few(dataset.title, parts["train"], parts["validation"]), *_one_class(parts["train"])]
    if not any(finding.refuses for finding in findings):
        findings += _weak(parts)
    return tuple(sorted(findings, key=lambda finding: not finding.refuses))


def check_ready(dataset: Dataset) -> None:
    """Refuse data that nothing can be learned from.

    Raises:
        DatasetError: with the remedy.
    """
    for finding in find_unready(dataset):
        if finding.refuses:
            raise DatasetError(finding.text)


def _on_disk(images: LabelledImages) -> LabelledImages:
    keep = images.on_disk()
    return images if keep.all() else images.subset(keep, images.name)


def _too_few(title: str, train: LabelledImages, validation: LabelledImages) -> Iterator[Finding]:
    if len(train) < FEWEST_TO_LEARN:
        yield Finding(
            text=f"{title}: {len(train)} pictures are there to learn from, and at least {FEWEST_TO_LEARN} are needed; "
            "label more people.",
            refuses=True,
        )
    elif len(validation) < FEWEST_TO_VALIDATE:
        yield Finding(
            text=f"{title}: {len(validation)} pictures are there to choose the best epoch on, of at least "
            f"{FEWEST_TO_VALIDATE}; label more people, or hold them out by something of which there is more.",
            refuses=True,
        )


def _one_class(train: LabelledImages) -> Iterator[Finding]:
    """Yield what is said of attributes that all or none have, among the pictures to learn from."""
    held, known = train.vectors.astype(bool), train.known_bits().astype(bool)
    is_told = (held & known).any(axis=0) & (~held & known).any(axis=0)
    if len(train) and not is_told.any():
        yield Finding(
            text="No attribute is labelled both ways, as one that some people have and others lack, so nothing can be "
            "told apart; label people who lack what the others have.",
            refuses=True,
        )
        return
    always = (held & known).any(axis=0) & ~is_told
    if always.any():
        labels = [train.schema.attributes[place].label for place in np.flatnonzero(always)]
        yield Finding(
            text=f"Everybody labelled has {_listed(labels)}, so that it cannot be learned; label people who lack it.",
            refuses=False,
        )


def _weak(parts: dict[str, LabelledImages]) -> Iterator[Finding]:
    total = sum(len(images) for images in parts.values())
    if len(parts["test"]) < FEWEST_TO_COMPARE:
        yield Finding(
            text=f"{len(parts['test'])} pictures are held out, too few to compare the new model with the old one; "
            "label more people.",
            refuses=False,
        )
    if total < FEW:
        yield Finding(
            text=f"{total} labelled pictures are few: the new model may learn, but its figures have wide intervals.",
            refuses=False,
        )


def _listed(labels: list[str]) -> str:
    shown = ", ".join(f"“{label}”" for label in labels[:3])
    return shown if len(labels) <= 3 else f"{shown} and {len(labels) - 3} more"
