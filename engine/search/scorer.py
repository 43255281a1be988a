"""What every way of scoring crops against a description can do."""

from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from engine.gallery.searchable import Searchable
from engine.registry.query_model import QueryModel
from engine.search.query import Query

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

PREFERENCE_WEIGHT = 0.5  # of a preference beside what must hold


class Scorer(Protocol):
    """Says how well each crop fits a description; a larger score fits better."""

    @property
    def name(self) -> str:
        """The scorer's name on the command line and in the log."""
        ...

    def score(self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None) -> Scores:
        """Return the score of each row, (n,) float32.

        Args:
            query: a description that says something.
            searchable: the case's crops, as the model sees them.
            model: the query side of the same model.
            rows: (n,) the rows to score; None means all N.
        """
        ...


@runtime_checkable
class ShortlistingScorer(Scorer, Protocol):
    """A scorer that can tell without scoring all crops among which of them the best stand."""

    def shortlist(
        self, query: Query, searchable: Searchable, model: QueryModel, rows: Rows | None, count: int
    ) -> Rows | None:
        """Return rows (m,), ascending, among which the best are; None where all that were given need to be scored.

        Args:
            query: a description that says something.
            searchable: the case's crops, as the model sees them.
            model: the query side of the same model.
            rows: (n,) the rows that may be found; None means all N.
            count: how many of the best are wanted.
        """
        ...
