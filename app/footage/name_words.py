"""What a pattern makes of the user's own file names, in words."""

from collections.abc import Sequence
from pathlib import Path

from app.engine_words import say_in_language
from app.search.times import say_day
from app.translate import say_number, tr
from engine.errors import ConfigError
from engine.imaging.name_pattern import NameFacts, NameProblem
from engine.imaging.name_presets import name_pattern

NAMES_SHOWN = 3


def unread_names(files: Sequence[Path], text: str) -> list[Path]:
    """Return the files whose names the pattern cannot read; none where there is no pattern.

    Raises:
        ConfigError: if the pattern cannot work.
    """
    if not text.strip():
        return []
    pattern = name_pattern(text)
    return [file for file in files if isinstance(pattern.read(file), NameProblem)]


def say_names(files: Sequence[Path], text: str) -> str:
    """Return what the pattern makes of the first names, and how many it cannot read; "" where there is no pattern."""
    if not text.strip():
        return ""
    try:
        pattern = name_pattern(text)
    except ConfigError as error:
        return tr("This pattern cannot be used: it {problem}.").format(problem=say_in_language(error.problem))
    unread = unread_names(files, text)
    read = [file for file in files if file not in set(unread)]
    lines = [say_name(file, pattern.read(file)) for file in (*unread[:1], *read[: NAMES_SHOWN - min(1, len(unread))])]
    if unread:
        lines.append(
            tr("{n} of the first {all} names cannot be read; their files are taken in without it.").format(
                n=say_number(len(unread)), all=say_number(len(files))
            )
        )
    return "\n".join(lines)


def say_name(file: Path, found: NameFacts | NameProblem) -> str:
    """Return what one name says."""
    if isinstance(found, NameProblem):
        return f"{file.name} — {_say_problem(found)}"
    parts = [tr("camera {name}").format(name=found.camera)] if found.camera else []
    if found.time is not None:
        parts.append(f"{say_day(found.time)}, {found.time:%H:%M:%S} {found.time.tzname() or ''}".strip())
    return f"{file.name} — {', '.join(parts)}"


def _say_problem(problem: NameProblem) -> str:
    return {
        NameProblem.NO_FIT: tr("does not fit the pattern"),
        NameProblem.AMBIGUOUS: tr("fits the pattern in more than one way"),
        NameProblem.NO_TIME: tr("has digits that are no date and time"),
    }[problem]
