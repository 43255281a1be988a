"""history.csv: what every epoch gave, for people and their programs."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HISTORY_FILE = "history.csv"


def write_history(folder: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write a line for each epoch, with a column for whatever any epoch has; a reader never sees half a file.

    It is written anew after each epoch, so a resumed training's file holds no epoch twice.
    """
    if not rows:
        return
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    partial = folder / f"{HISTORY_FILE}.partial"
    partial.write_text(text.getvalue(), encoding="utf-8", newline="")
    partial.replace(folder / HISTORY_FILE)
