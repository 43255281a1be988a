"""A data set as it is trained on and measured on, whichever it is."""

from dataclasses import dataclass
from enum import Enum

from engine.attributes.schema import Schema
from engine.datasets.row_problem import RowProblem
from engine.datasets.search_split import MissingPictures, SearchSplit


class DatasetKind(Enum):
    """The forms in which labelled data comes."""

    PETA = "peta"
    MARKET1501 = "market1501"
    PA100K = "pa100k"
    CSV = "csv"
    CASES = "cases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Labelled data in its parts.

    Attributes:
        kind: where it comes from.
        title: its name, for people.
        split: the published parts; of data without such, the ones its labels name or the ones drawn.
        problems: the rows of the annotation that could not be used.
        missing: how many pictures of each part are not on disk.
        notes: sentences, for instance how it differs from the published split.
    """

    kind: DatasetKind
    title: str
    split: SearchSplit
    problems: tuple[RowProblem, ...] = ()
    missing: tuple[MissingPictures, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def schema(self) -> Schema:
        """What the labels mean."""
        return self.split.train.schema

    def sentences(self) -> tuple[str, ...]:
        """Return what the user should know before using it: what is missing, and the notes."""
        return (*(missing.sentence() for missing in self.missing if missing.missing), *self.notes)
