"""The figures of the protocol `recognition` as tables."""

from collections.abc import Mapping
from typing import Any

from engine.evaluation.bootstrap import interval_of
from engine.evaluation.markdown_table import Tables, markdown_table, percent, percent_within
from engine.evaluation.outcome import Outcome


def recognition_tables(outcomes: Mapping[str, Outcome]) -> Tables:
    """Return a table of mA, one of the groups, and one of the attributes with the models side by side."""
    found = {name: outcome.figures for name, outcome in outcomes.items()}
    means = [
        [name, percent_within(outcome.headline["ma"], interval_of(outcome.resampled["ma"])), str(found[name]["images"])]
        for name, outcome in outcomes.items()
    ]
    return {
        "mA, percent, with a bootstrap 95 % interval over the pictures": markdown_table(
            ["Model", "mA", "Pictures"], means
        ),
        "Balanced accuracy by group of attributes": _by_group(found),
        "By attribute": _by_attribute(found),
    }


def _by_group(found: Mapping[str, Mapping[str, Any]]) -> str:
    groups = next(iter(found.values()))["by_group"]
    rows = [[group, *(percent(figures["by_group"][group]) for figures in found.values())] for group in groups]
    return markdown_table(["Group", *found], rows)


def _by_attribute(found: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the attributes with their counts, and for each model balanced accuracy, F1, found and false alarms."""
    columns = ("balanced accuracy", "F1", "found", "false alarms")
    titles = ["Attribute", "Positives", *(f"{name}: {column}" for name in found for column in columns)]
    first = next(iter(found.values()))["rows"]
    rows = [
        [attribute, str(row["positives"]), *(cell for figures in found.values() for cell in _cells(figures, attribute))]
        for attribute, row in first.items()
    ]
    return markdown_table(titles, rows)


def _cells(figures: Mapping[str, Any], attribute: str) -> list[str]:
    row = figures["rows"][attribute]
    return [percent(row["balanced_accuracy"]), percent(row["f1"]), str(row["found"]), str(row["false_alarms"])]
