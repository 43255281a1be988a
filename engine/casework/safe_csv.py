"""CSV that a spreadsheet shows as what it is: text that looks like a formula stays text."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def defused(cell: object) -> object:
    """Return a cell whose text no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA_SIGNS):
        return f"'{cell}"
    return "" if cell is None else cell


def safe_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return CSV with every cell defused."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return out.getvalue()
