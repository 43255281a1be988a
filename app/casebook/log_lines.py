"""Lines of the case's log as they are shown: who did what, in words, without the long lists."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.casebook.log_words import say_action, say_outcome
from app.translate import say_decimal, say_number, tr
from engine.gallery.gallery import Gallery
from engine.gallery.records import AuditEntry

PAGE = 1_000  # lines that are read at once: other questions to the case come between
LONGEST = 300  # letters of what is told of a line
TELLING = (  # the lines that would tell a blind reviewer what others think
    "reviewed",
    "bookmarked",
    "search",
    "view light",
    "view zoom",
)


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log."""

    number: int
    at: str  # to the second, UTC
    who: str
    action: str  # as the log keeps it
    told: str
    hash: str
    _small: str = field(init=False, repr=False, compare=False)  # all of it in small letters, made once to be looked in

    def __post_init__(self) -> None:
        object.__setattr__(self, "_small", f"{self.to_text()}\t{self.action}".lower())

    @property
    def action_words(self) -> str:
        """What was done, in the user's language."""
        return say_action(self.action)

    def holds(self, words: str) -> bool:
        """Return whether the line has these words, in small letters, in any of its parts."""
        return words in self._small

    def to_text(self) -> str:
        """Return the line as it is copied, its parts apart by tabs."""
        return "\t".join((str(self.number), self.at, self.who, self.action_words, self.told, self.hash))


def read_lines(gallery: Gallery, after: int) -> list[LogLine]:
    """Return the next lines of the log, at most a page of them; a blind reviewer is not told what others decided."""
    return [_line(entry, gallery.reviewer) for entry in gallery.audit_page(after, PAGE)]


def _line(entry: AuditEntry, reviewer: str | None) -> LogLine:
    try:
        facts = json.loads(entry.facts)
        told = _TELL.get(entry.action, _tell_all)(facts)
        if reviewer is not None and entry.action in TELLING and facts.get("reviewer") != reviewer:
            told = tr("hidden during the blind review")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        told = entry.facts  # somebody else wrote it
    when = entry.at[:19].replace("T", " ")
    return LogLine(entry.number, when, entry.who, entry.action, _shortened(told), entry.hash)


def _tell_search(facts: Mapping[str, Any]) -> str:
    text = tr("“{words}”: {shown} shown of {ranked} ranked")
    shown = say_number(len(facts["shown"]))
    return text.format(words=facts["words"], shown=shown, ranked=say_number(int(facts["considered"])))


def _tell_review(facts: Mapping[str, Any]) -> str:
    by = tr(" by {name}").format(name=facts["reviewer"]) if "reviewer" in facts else ""
    note = f": {facts['note']}" if facts["note"] else ""
    return tr("picture {n}: {verdict}").format(n=facts["crop"], verdict=say_outcome(facts["verdict"])) + by + note


def _tell_bookmark(facts: Mapping[str, Any]) -> str:
    note = f": {facts['note']}" if facts["note"] else ""
    return tr("picture {n}: {state}").format(n=facts["crop"], state=say_outcome(facts["state"])) + note


def _tell_light(facts: Mapping[str, Any]) -> str:
    text = tr("picture {n}: brightness {brightness}, contrast {contrast}")
    brightness, contrast = (_say_shift(facts[name]) for name in ("brightness", "contrast"))
    return text.format(n=facts["crop"], brightness=brightness, contrast=contrast)


def _tell_zoom(facts: Mapping[str, Any]) -> str:
    text = tr("picture {n}: frame shown {factor} times as large")
    return text.format(n=facts["crop"], factor=say_decimal(facts["zoom"], 2))


def _say_shift(number: int) -> str:
    """Return how far something is from its own value: +30, −5, 0."""
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{say_number(abs(number))}"


def _tell_described(facts: Mapping[str, Any]) -> str:
    was, now = facts["was"], facts["now"]
    return "; ".join(f"{name}: {was[name] or '—'} → {now[name] or '—'}" for name in now if now[name] != was[name])


def _tell_import(facts: Mapping[str, Any]) -> str:
    return f"{say_outcome(facts['state'])}: {', '.join(map(str, facts['paths']))}"


def _tell_file(facts: Mapping[str, Any]) -> str:
    digest = facts.get("sha256") or facts.get("manifest_sha256")
    return f"{facts['out']} (SHA-256 {digest})"


def _tell_training(facts: Mapping[str, Any]) -> str:
    reason = f": {facts['reason']}" if facts["reason"] else ""
    return f"{facts['training']}: {say_outcome(facts['decision'])}{_say_stay(facts)}{reason}"


def _tell_discarded(facts: Mapping[str, Any]) -> str:
    return f"{facts['training']}{_say_stay(facts)}"


def _say_stay(facts: Mapping[str, Any]) -> str:
    return f" ({tr('its model was there before and stays')})" if facts.get("model_stays") else ""


def _tell_all(facts: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}: {_say(value)}" for name, value in facts.items())


def _say(value: object) -> str:
    if isinstance(value, list):
        return tr("{n} of them").format(n=say_number(len(value))) if len(value) > 3 else ", ".join(map(str, value))
    return "—" if value in (None, "") else str(value)


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"


_TELL: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "search": _tell_search,
    "reviewed": _tell_review,
    "bookmarked": _tell_bookmark,
    "case described": _tell_described,
    "import": _tell_import,
    "report made": _tell_file,
    "exported": _tell_file,
    "training decided": _tell_training,
    "training discarded": _tell_discarded,
    "view light": _tell_light,
    "view zoom": _tell_zoom,
}
