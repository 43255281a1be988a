"""One demand on a person: values of one group, and how they are meant."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from engine.attributes.schema import AttributeId, Combine, GroupId, Schema
from engine.errors import QueryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Values of one group that a person should show, or should not.

    EITHER: one of them at least; BOTH: all of them; negated: none of them, however they combine. A preferred clause
    moves a person up or down, and never decides alone. What cannot differ is stored alike: one value, and any
    negation, combine as EITHER.
    """

    group_id: GroupId
    allowed: frozenset[AttributeId]
    combine: Combine = Combine.EITHER
    negated: bool = False
    preferred: bool = False

    def __post_init__(self) -> None:
        if not self.allowed:
            raise QueryError(f"The clause on {self.group_id} names no attribute; tick one, or leave the clause out.")
        if self.negated or len(self.allowed) == 1:
            object.__setattr__(self, "combine", Combine.EITHER)

    @property
    def is_demand(self) -> bool:
        """Whether the values must be there, rather than be absent or be preferred."""
        return not self.negated and not self.preferred

    @property
    def is_definite(self) -> bool:
        """Whether the clause leaves no choice between its values."""
        return self.negated or self.combine is Combine.BOTH or len(self.allowed) == 1

    def flipped(self) -> "Clause":
        """Return the clause with its values combined the other way; the same where nothing can differ."""
        return replace(self, combine=Combine.EITHER if self.combine is Combine.BOTH else Combine.BOTH)

    def values(self, schema: Schema) -> Iterator[AttributeId]:
        """Yield the values in the schema's order."""
        return iter(sorted(self.allowed, key=schema.index))
