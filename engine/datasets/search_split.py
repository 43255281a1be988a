"""The parts of a data set, and how categories are drawn for one of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.datasets.labelled_images import LabelledImages
from engine.errors import ConfigError

TRAIN, VALIDATION, TEST = "train", "validation", "test"
PARTS = (TRAIN, VALIDATION, TEST)
VALIDATION_SEED = 7
HELD_OUT_SHARE = 10  # one in so many, as PETA's 200 of 1,890 are


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchSplit:
    """What is trained on, what settings are chosen on, and what the result is measured on.

    No category of a validation part that Bolo draws is trained on; the test part is the published one.

    Attributes:
        train: what a training learns from.
        validation: what settings are chosen on.
        test: what the result is measured on.
        extra: pictures that the published split leaves out, whose categories and people are in none of its parts; a
            recipe may learn from them too, and its model's figures then stand outside the published comparison.
    """

    train: LabelledImages
    validation: LabelledImages
    test: LabelledImages
    extra: LabelledImages | None = None

    def training(self, *, extra: bool) -> LabelledImages:
        """Return what a training learns from, with the extra pictures where it asks for them.

        Raises:
            ConfigError: if it asks for them and there are none.
        """
        if not extra:
            return self.train
        if self.extra is None:
            raise ConfigError("extra_data", extra, "must be false, for this data set's split leaves no pictures out")
        return self.train.with_more(self.extra, f"{self.train.name} and extra data")

    @property
    def parts(self) -> Mapping[str, LabelledImages]:
        """The parts by name, "train", "validation", "test"."""
        return {TRAIN: self.train, VALIDATION: self.validation, TEST: self.test}

    def held_out_categories(self) -> NDArray[np.uint8]:
        """Return the category vectors of what is not trained on, (m, A) uint8, each as often as it occurs."""
        return np.concatenate([self.validation.vectors, self.test.vectors])

    def missing(self) -> tuple["MissingPictures", ...]:
        """Return how many pictures of each part are labelled but not on disk."""
        return tuple(
            MissingPictures(part=name, missing=int((~images.on_disk()).sum()), total=len(images))
            for name, images in self.parts.items()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPictures:
    """How many pictures of one part of a data set are not on disk."""

    part: str
    missing: int
    total: int

    def sentence(self) -> str:
        """Return it in words."""
        return f"{self.missing:,} of the {self.total:,} pictures of “{self.part}” are not on disk."


def draw(total: int, count: int, seed: int) -> NDArray[np.bool_]:
    """Return (total,) bool with `count` places drawn, as the ASMR authors draw theirs."""
    drawn = np.zeros(total, np.bool_)
    drawn[np.random.RandomState(seed).choice(total, count, replace=False)] = True
    return drawn


def held_out_count(categories: int, share: int = HELD_OUT_SHARE) -> int:
    """Return how many of so many categories are kept out of the training: none of one, else one in `share`, or one."""
    return 0 if categories < 2 else max(1, round(categories / share))


def hold_out_categories(
    images: LabelledImages, seed: int = VALIDATION_SEED
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which pictures, (n,) bool each, are for training, and which validate; they share no category."""
    total = len(images.categories)
    held_out = held_out_count(total)
    fitting = draw(total, total - held_out, seed)[images.categories.of_image]
    return fitting, ~fitting
