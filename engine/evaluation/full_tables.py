"""The figures of the protocol `full` as tables."""

from collections.abc import Mapping
from typing import Any

from engine.evaluation.full_protocol import FIGURES
from engine.evaluation.markdown_table import Tables, markdown_table, percent, percent_within, title_of
from engine.evaluation.outcome import Outcome

_PARTS = {"all": None, "seen in training": "seen", "unseen": "unseen"}


def full_tables(outcomes: Mapping[str, Outcome]) -> Tables:
    """Return a table of the figures by scorer, one of seen and unseen categories, and one of the groups."""
    found = {name: outcome.figures for name, outcome in outcomes.items()}
    return {
        "Whole descriptions, percent, with bootstrap 95 % intervals over the queries": _by_scorer(found),
        "Categories seen and unseen in training, best scorer": _by_part(found),
        "By group of attributes, best scorer": _by_group(found),
    }


def _by_scorer(found: Mapping[str, Mapping[str, Any]]) -> str:
    rows = [
        [f"{model}, {scorer}", *_cells(row)]
        for model, figures in found.items()
        for scorer, row in figures["by_scorer"].items()
    ]
    return markdown_table(["Model, scorer", *_titles()], rows)


def _by_part(found: Mapping[str, Mapping[str, Any]]) -> str:
    rows = [
        [f"{model}, {said}", *_cells(figures if part is None else figures[part])]
        for model, figures in found.items()
        for said, part in _PARTS.items()
    ]
    return markdown_table(["Model, categories", *_titles()], rows)


def _titles() -> list[str]:
    return [*(title_of(name) for name in FIGURES), "Queries", "Gallery"]


def _cells(row: Mapping[str, Any] | None) -> list[str]:
    if row is None:
        return [*("–" for _ in FIGURES), "0", "–"]
    figures = [percent_within(row[name], row["intervals"][name]) for name in FIGURES]
    return [*figures, str(row["queries"]), str(row["gallery"])]


def _by_group(found: Mapping[str, Mapping[str, Any]]) -> str:
    titles = ["Group", "Queries that name it", "Rank-1", "mAP", "First agrees", "First ten agree"]
    rows = [
        [_row_name(group, model, found), str(row["queries"]), *map(percent, _group_figures(row))]
        for group in next(iter(found.values()))["by_group"]
        for model, row in ((name, figures["by_group"][group]) for name, figures in found.items())
    ]
    return markdown_table(titles, rows)


def _group_figures(row: Mapping[str, Any]) -> list[float | None]:
    return [row["rank1"], row["map"], row["agreement1"], row["agreement10"]]


def _row_name(group: str, model: str, found: Mapping[str, Any]) -> str:
    return group if len(found) == 1 else f"{group}, {model}"
