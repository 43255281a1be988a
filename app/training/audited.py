"""What the child found in labelled data, as the audit page shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.engine_words import SCHEMA, TITLE, say_in_language
from app.translate import say_number, tr, tr_count
from engine.datasets.dataset import DatasetKind

LEARN, HELD_OUT = ("train",), ("validation", "test")
SHOWN = 100  # rows of the labels that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeCounts:
    """How often one attribute is labelled.

    Attributes:
        attribute: its id.
        label: for people.
        group: the title of its group.
        yes: pictures to learn from that have it.
        no: that lack it.
        held_yes: pictures held out that have it.
        held_no: that lack it.
        more_yes: to be labelled still.
        more_no: to be labelled still.
    """

    attribute: str
    label: str
    group: str
    yes: int
    no: int
    held_yes: int
    held_no: int
    more_yes: int
    more_no: int

    @property
    def known(self) -> int:
        """Return in how many pictures it is labelled."""
        return self.yes + self.no + self.held_yes + self.held_no


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """All that the page shows.

    Attributes:
        title: of the data.
        learn: pictures to learn from.
        choose: pictures to choose the best epoch on.
        compare: pictures to compare the models on.
        rows: the attributes that are labelled, in the order of the schema.
        refusals: sentences that stand against training.
        warnings: sentences that should be known.
        problems: rows of the labels that were left out or mended, a sentence each.
    """

    title: str
    learn: int
    choose: int
    compare: int
    rows: tuple[AttributeCounts, ...]
    refusals: tuple[str, ...]
    warnings: tuple[str, ...]
    problems: tuple[str, ...]

    @classmethod
    def from_summary(cls, summary: Mapping[str, Any]) -> "Audited":
        """Read what the child told."""
        audit = summary["audit"]
        parts = audit["parts"]
        findings = audit["findings"]
        return cls(
            title=tr("Labels made in cases") if audit["kind"] == DatasetKind.CASES.value else audit["title"],
            learn=parts["train"]["pictures"],
            choose=parts["validation"]["pictures"],
            compare=parts["test"]["pictures"],
            rows=tuple(_rows(summary)),
            refusals=tuple(say_in_language(found["text"]) for found in findings if found["refuses"]),
            warnings=tuple(_warnings(audit)),
            problems=tuple(_problems(audit)),
        )


def _rows(summary: Mapping[str, Any]) -> Iterator[AttributeCounts]:
    parts = summary["audit"]["parts"]
    wanted = {more["attribute"]: more for more in summary["audit"]["wanted"]}
    for place, attribute in enumerate(summary["attributes"]):
        yes, no = _count(parts, LEARN, place)
        held_yes, held_no = _count(parts, HELD_OUT, place)
        more = wanted.get(attribute["id"], {"yes": 0, "no": 0})
        row = AttributeCounts(
            attribute=attribute["id"],
            label=QCoreApplication.translate(SCHEMA, attribute["label"]),
            group=QCoreApplication.translate(SCHEMA, attribute["group"], TITLE),
            yes=yes,
            no=no,
            held_yes=held_yes,
            held_no=held_no,
            more_yes=more["yes"],
            more_no=more["no"],
        )
        if row.known:
            yield row


def _count(parts: Mapping[str, Any], names: Sequence[str], place: int) -> tuple[int, int]:
    counts = [parts[name]["attributes"][place] for name in names]
    yes = sum(count["holds"] for count in counts)
    return yes, sum(count["known"] for count in counts) - yes


def _warnings(audit: Mapping[str, Any]) -> Iterator[str]:
    yield from (say_in_language(found["text"]) for found in audit["findings"] if not found["refuses"])
    missing = sum(part["missing"] for part in audit["missing"])
    if missing:
        text = tr_count(
            missing,
            "{n} picture is labelled but not on disk; it is left out.",
            "{n} pictures are labelled but not on disk; they are left out.",
        )
        yield text.format(n=say_number(missing))
    shared = sum(pair["people"] or 0 for pair in audit["shared"])
    if shared:
        text = tr_count(
            shared,
            "{n} person stands in two parts, which flatters the figures; part the data by person.",
            "{n} people stand in two parts, which flatters the figures; part the data by person.",
        )
        yield text.format(n=say_number(shared))
    for conflict in audit["conflicts"]:
        if conflict["several"]:
            text = tr_count(
                conflict["several"],
                "{group}: {n} picture has several values that exclude each other.",
                "{group}: {n} pictures have several values that exclude each other.",
            )
            yield text.format(group=conflict["group"], n=say_number(conflict["several"]))
    if audit["pictures"] is not None:
        yield from _picture_warnings(audit["pictures"])
    yield from (say_in_language(note) for note in audit["notes"])


def _picture_warnings(pictures: Mapping[str, Any]) -> Iterator[str]:
    broken, near = pictures["unreadable_count"], pictures["near"]
    if broken:
        text = tr_count(
            broken,
            "{n} picture cannot be read; replace it, or take its row out: {name}",
            "{n} pictures cannot be read; replace them, or take their rows out: {name} …",
        )
        yield text.format(n=say_number(broken), name=pictures["unreadable"][0]["path"])
    if near["between_parts"]:
        text = tr_count(
            near["between_parts"],
            "{n} pair of nearly the same pictures stands in two parts, which flatters the figures.",
            "{n} pairs of nearly the same pictures stand in two parts, which flatters the figures.",
        )
        yield text.format(n=say_number(near["between_parts"]))
    if near["labels_differ"]:
        text = tr_count(
            near["labels_differ"],
            "{n} pair of nearly the same pictures is labelled differently.",
            "{n} pairs of nearly the same pictures are labelled differently.",
        )
        yield text.format(n=say_number(near["labels_differ"]))


def _problems(audit: Mapping[str, Any]) -> Iterator[str]:
    for problem in audit["problems"][:SHOWN]:
        what = say_in_language(problem["what"])
        yield tr("Row {row} {what}.").format(row=say_number(problem["row"]), what=what)
    more = audit["problem_count"] - min(SHOWN, len(audit["problems"]))
    if more:
        yield tr("and {n} more").format(n=say_number(more))
