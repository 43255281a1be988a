"""Figures as Markdown tables."""

from collections.abc import Iterable, Mapping, Sequence

from engine.evaluation.bootstrap import Difference

Tables = dict[str, str]  # a title, and the table under it
FIGURE_TITLES = {
    "rank1": "Rank-1",
    "rank5": "Rank-5",
    "rank10": "Rank-10",
    "map": "mAP",
    "map_trapezoidal": "mAP (trapezoidal)",
    "ma": "mA",
}


def markdown_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first column is text, the others are numbers and stand to the right."""
    rule = ["---", *("---:" for _ in titles[1:])]
    return "\n".join(_line(cells) for cells in (titles, rule, *rows))


def difference_table(differences: Mapping[str, Mapping[str, Difference]]) -> str:
    """Return a row for each model with its differences; those whose interval leaves zero out stand in bold."""
    figures = list(dict.fromkeys(name for row in differences.values() for name in row))
    titles = ["Model", *(title_of(name) for name in figures)]
    rows = [[model, *(_difference(row.get(name)) for name in figures)] for model, row in differences.items()]
    return markdown_table(titles, rows)


def title_of(figure: str) -> str:
    """Return a figure's name as tables and pictures write it."""
    return FIGURE_TITLES.get(figure, figure)


def percent(value: float | None) -> str:
    """Return a figure to one place; a dash where there is none."""
    return "–" if value is None else f"{value:.1f}"


def percent_within(value: float, interval: Sequence[float]) -> str:
    """Return a figure with its interval."""
    low, high = interval
    return f"{value:.1f} [{low:.1f}, {high:.1f}]"


def _difference(difference: Difference | None) -> str:
    if difference is None:
        return "–"
    text = f"{difference.difference:+.1f} [{difference.low:+.1f}, {difference.high:+.1f}]"
    return f"**{text}**" if difference.is_clear else text


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
