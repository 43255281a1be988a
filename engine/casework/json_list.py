"""Small lists that are kept in JSON files for convenience: a broken one is empty."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def read_json_list(file: Path) -> list[Any]:
    """Return what the file lists; nothing where it is missing, broken or no list."""
    try:
        entries = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # the last: a file of brackets
        return []
    return entries if isinstance(entries, list) else []


def write_json_list(file: Path, entries: Sequence[Any]) -> None:
    """Write a list in place of the one before, whole or not at all.

    Raises:
        OSError: if it cannot be written.
    """
    draft = file.with_name(f"{file.name}.{os.getpid()}.making")
    draft.write_text(json.dumps(entries, indent=1), encoding="utf-8")
    draft.replace(file)
