"""The counts by which a published split is known (method.md §6)."""

from dataclasses import dataclass, fields

from engine.datasets.labelled_images import Categories, LabelledImages


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitCounts:
    """What a published split holds; None where the annotation alone does not tell.

    The validation part that Bolo draws counts as training, for its categories are taken from there.
    """

    train_categories: int | None = None
    train_images: int | None = None
    test_categories: int | None = None
    unseen_categories: int | None = None
    test_images: int | None = None

    def differences(self, found: "SplitCounts") -> tuple[str, ...]:
        """Return a clause for every count that differs; a count that either does not know agrees."""
        pairs = [
            (field.name.replace("_", " "), getattr(self, field.name), getattr(found, field.name))
            for field in fields(self)
        ]
        return tuple(
            f"{there:,} {name}, the published split has {published:,}"
            for name, published, there in pairs
            if published is not None and there is not None and published != there
        )


PETA_COUNTS = SplitCounts(
    train_categories=1_890, train_images=12_140, test_categories=200, unseen_categories=200, test_images=1_181
)
MARKET1501_COUNTS = SplitCounts(
    train_categories=508, train_images=12_936, test_categories=484, unseen_categories=315, test_images=16_483
)
PA100K_COUNTS = SplitCounts(
    train_images=80_000, test_images=10_000
)  # its categories: see docs, they are not of 26 bits


def count_unseen(train: Categories, test: Categories) -> int:
    """Return how many of the test's categories the training has not."""
    seen = {row.tobytes() for row in train.vectors}
    return sum(row.tobytes() not in seen for row in test.vectors)


def count_split(training: LabelledImages, test: LabelledImages) -> SplitCounts:
    """Return the counts of a training part, with the validation still in it, and of a test part."""
    return SplitCounts(
        train_categories=len(training.categories),
        train_images=len(training),
        test_categories=len(test.categories),
        unseen_categories=count_unseen(training.categories, test.categories),
        test_images=len(test),
    )
