"""What a file's name says of camera and time, read by a pattern with named fields."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import Enum
from pathlib import Path
from types import MappingProxyType

from engine.errors import ConfigError

# Of the variable fields the quantifier stands apart: greedy and lazy matching are compared to see what is ambiguous.
FIXED = MappingProxyType(
    {
        "date": r"\d{4}[-_.]?\d{2}[-_.]?\d{2}",
        "time": r"\d{6}|\d{2}[-_.:h]\d{2}[-_.:m]\d{2}",
        "year": r"\d{4}",
        "yy": r"\d{2}",  # of this century
        "month": r"\d{2}",
        "day": r"\d{2}",
        "hour": r"\d{2}",
        "minute": r"\d{2}",
        "second": r"\d{2}",
        "zone": r"Z|[+-]\d{2}:?\d{2}",
        "epoch": r"\d{10}(?:\.\d{1,6})?",  # seconds since 1970, UTC
    }
)
VARIABLE = MappingProxyType({"camera": (r"[^/]", "+"), "n": (r"\d", "+"), "fraction": (r"\d", "{1,6}")})
ANYTHING = (r"[^/]", "*")

DATES = ({"date"}, {"year", "month", "day"}, {"yy", "month", "day"})
TIMES = ({"time"}, {"hour", "minute", "second"})
WHOLE = {"epoch"}

_PART = re.compile(r"\{([^{}]*)\}|(\*+)|([^{}*]+)|([{}])")
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameFacts:
    """What a name says; None where the pattern has no such field."""

    camera: str | None
    time: datetime | None  # without a zone unless the name has one
    number: int | None


class NameProblem(Enum):
    """Why a name says nothing; the value completes a sentence about it."""

    NO_FIT = "does not fit the pattern"
    AMBIGUOUS = "fits the pattern in more than one way"
    NO_TIME = "has digits that are no date and time"


class NamePattern:
    """A pattern such as `{camera}_{date}_{time}_{n}`.

    `*` stands for anything but a folder's end. Where the pattern has a `/`, folder names are read too. The file's
    ending is left out unless the pattern has one. A field that stands twice has to say the same twice.

    Args:
        text: the pattern.

    Raises:
        ConfigError: if it cannot work, saying why.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        pattern = _ENDING.sub("", text.strip().strip("/"))
        fields = _fields(text, pattern)
        _check_fields(text, fields)
        self.gives_camera = "camera" in fields
        self.gives_time = bool(fields & {"time", "second", "epoch"})
        self._depth = 1 + pattern.count("/")
        self._greedy, self._lazy = (re.compile(_expression(text, pattern, lazy), re.ASCII) for lazy in ("", "?"))

    def read(self, path: Path) -> NameFacts | NameProblem:
        """Return what the name of a file, and of the folders above it, says."""
        parts = (*path.parent.parts, path.stem)[-self._depth :]
        name = "/".join(parts)
        longest, shortest = self._greedy.fullmatch(name), self._lazy.fullmatch(name)
        if longest is None or shortest is None:
            return NameProblem.NO_FIT
        # The first match of each tries the longest, or the shortest, of the leftmost field first: if both agree,
        # there is no other way.
        if longest.groups() != shortest.groups():
            return NameProblem.AMBIGUOUS
        said = {field: value for field, value in longest.groupdict().items() if value is not None}
        try:
            time = _time(said)
        except (ValueError, OverflowError):
            return NameProblem.NO_TIME
        number = int(said["n"]) if "n" in said else None
        return NameFacts(camera=said.get("camera"), time=time, number=number)


def _fields(text: str, pattern: str) -> set[str]:
    """Return the names in braces."""
    fields: set[str] = set()
    for field, _, _, brace in _PART.findall(pattern):
        if brace:
            raise ConfigError("name pattern", text, "has a brace without its partner; write fields as {camera}")
        fields |= {field} - {""}
    return fields


def _check_fields(text: str, fields: set[str]) -> None:
    unknown = sorted(fields - {*FIXED, *VARIABLE})
    if unknown:
        known = ", ".join(f"{{{field}}}" for field in (*VARIABLE, *FIXED))
        raise ConfigError("name pattern", text, f"has the unknown field {{{unknown[0]}}}; there are {known}")
    has_date, has_time = (any(way <= fields for way in ways) for ways in (DATES, TIMES))
    if not ((has_date and has_time) or fields & WHOLE) and fields - {"camera", "n"}:
        wanted = "{date} and {time}, or {year} {month} {day} {hour} {minute} {second}, or {epoch}"
        raise ConfigError("name pattern", text, f"gives no whole time; write {wanted}, and * for what is left out")
    if not fields - {"n"}:
        raise ConfigError("name pattern", text, "names neither camera nor time; write {camera}, {date} and {time}")


def _expression(text: str, pattern: str, lazy: str) -> str:
    """Return the regular expression; `lazy` follows each quantifier."""
    made, seen = "", set[str]()
    for field, anything, literal, _ in _PART.findall(pattern):
        if field in seen:
            made += f"(?P={field})"
        elif field in FIXED:
            made += f"(?P<{field}>{FIXED[field]})"
        elif field:
            one, times = VARIABLE[field]
            made += f"(?P<{field}>{one}{times}{lazy})"
        elif anything:
            made += f"({ANYTHING[0]}{ANYTHING[1]}{lazy})"
        elif literal:
            made += re.escape(literal)
        else:
            raise ConfigError("name pattern", text, "has empty braces; write a field's name, as {camera}")
        seen |= {field} - {""}
    return made


def _time(said: dict[str, str]) -> datetime | None:
    """Return the time that the fields give.

    Raises:
        ValueError: if it is none.
    """
    if "epoch" in said:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=float(said["epoch"]))
    if not said.keys() & {"time", "second"}:
        return None
    date = _digits(said.get("date") or (said.get("year") or f"20{said['yy']}") + said["month"] + said["day"])
    clock = _digits(said.get("time") or said["hour"] + said["minute"] + said["second"])
    time = datetime.strptime(date + clock, "%Y%m%d%H%M%S").replace(tzinfo=_zone(said.get("zone")))
    fraction = said.get("fraction", "")
    return time.replace(microsecond=int(fraction.ljust(6, "0"))) if fraction else time


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _zone(text: str | None) -> tzinfo | None:
    return None if text is None else datetime.strptime(text, "%z").tzinfo
