"""What the command line writes: results on stdout, everything else on stderr."""

import io
import json
import sys
from collections.abc import Mapping
from typing import Any


def speak_utf8() -> None:
    """Write UTF-8 whatever the system's code page is; a name that is no text becomes an escape, as JSON has it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write_json(value: Mapping[str, Any]) -> None:
    """Write the one object that --json promises."""
    write_text(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


def write_text(text: str) -> None:
    """Write to stdout, ended by one line break."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def tell(text: str) -> None:
    """Write one line for the user to stderr."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
