"""What checking the audit log found, and how to say it."""

from dataclasses import dataclass
from enum import Enum

from engine.errors import ConfigError


class ChainFault(Enum):
    """What is wrong with the log at the first line that does not fit."""

    CHANGED = "changed"  # the line is not what its hash was made of
    REHASHED = "rehashed"  # the line was changed and given a new hash, which the next line does not know
    REMOVED = "removed"  # lines are missing
    PUT_IN = "put in"  # the line was not written there
    SWAPPED = "swapped"  # two lines stand in each other's place
    REORDERED = "reordered"
    CUT = "cut"  # the end is missing
    REMADE = "remade"  # the chain fits, but a head that was kept elsewhere does not
    UNKNOWN_HEAD = "unknown head"  # the chain fits, but has no line with the hash that was given


SENTENCES = {
    ChainFault.CHANGED: "Line {line} of the audit log was changed after it was written",
    ChainFault.REHASHED: "Line {line} of the audit log was changed and given a new hash, which line {other} belies",
    ChainFault.REMOVED: "Lines {line} to {other} of the audit log were taken out",
    ChainFault.PUT_IN: "Line {line} of the audit log was put in, and does not follow from the line before",
    ChainFault.SWAPPED: "Lines {line} and {other} of the audit log stand in each other's place",
    ChainFault.REORDERED: "The lines of the audit log stand in another order from line {line} on",
    ChainFault.CUT: "The end of the audit log was cut off from line {line} on; it once had {other} lines",
    ChainFault.REMADE: "The audit log was made anew from line {line} on: a hash kept of that line is another",
    ChainFault.UNKNOWN_HEAD: "The audit log has no line with the hash given: its end was cut off, or it was made anew",
}
REMEDY = "compare it with a copy of the case"


@dataclass(frozen=True, slots=True)
class KeptHead:
    """A hash of a line of the log that was written down somewhere else.

    Attributes:
        hash: 64 hexadecimal digits.
        number: of the line; None where only the hash is known.
    """

    hash: str
    number: int | None = None

    def __post_init__(self) -> None:
        if len(self.hash) != 64 or set(self.hash) - set("0123456789abcdef"):
            raise ConfigError("head", self.hash, "is no hash of a line; a report gives it as 64 hexadecimal digits")

    @classmethod
    def read(cls, text: str) -> "KeptHead":
        """Read HASH or LINE:HASH; raises ConfigError where it is neither."""
        number, _, digits = text.strip().rpartition(":")
        if number and not (number.isascii() and number.isdigit() and int(number)):
            raise ConfigError("head", text, "must be the hash of a line, or LINE:HASH")
        return cls(digits.lower(), int(number) if number else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCheck:
    """What checking the audit log's chain found.

    Attributes:
        entries: how many lines there are.
        head: the hash of the last line.
        broken_at: the number of the first line that does not fit, None where all do.
        fault: what is wrong there.
        other: the other line that the fault is about: the last one missing, the one swapped with.
        heads_kept: how many hashes that stand outside the database were compared.
    """

    entries: int
    head: str
    broken_at: int | None
    fault: ChainFault | None = None
    other: int | None = None
    heads_kept: int = 0

    @property
    def is_whole(self) -> bool:
        """Return whether no line was changed, taken out or put in."""
        return self.broken_at is None

    def in_words(self) -> str:
        """Return what was found as one sentence."""
        if self.fault is None:
            return f"The log is whole: {self.entries} lines, the last with the hash {self.head}"
        sentence = SENTENCES[self.fault]
        if self.fault is ChainFault.REMOVED and self.other == self.broken_at:
            sentence = "Line {line} of the audit log was taken out"
        return f"{sentence.format(line=self.broken_at, other=self.other)}; {REMEDY}."
