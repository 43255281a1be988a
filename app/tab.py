"""The pages of an open case, by name."""

from enum import Enum


class Tab(Enum):
    """A page of an open case."""

    SEARCH = "search"
    FOOTAGE = "footage"
    LABEL = "label"
    CASE = "case"
