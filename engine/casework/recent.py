"""The cases opened last."""

from collections.abc import Sequence
from pathlib import Path

from engine.casework.json_list import read_json_list, write_json_list

MOST = 20


class RecentCases:
    """A list of case folders in a JSON file, the latest first; a file that is missing or broken is an empty list.

    Args:
        file: by custom `paths.recent_cases_file()`.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def list(self) -> "list[Path]":
        """Return the folders, the latest first, whether they still exist or not (a drive may be unplugged)."""
        return [Path(entry) for entry in read_json_list(self._file) if isinstance(entry, str) and entry][:MOST]

    def add(self, folder: Path) -> None:
        """Put a folder first."""
        folder = folder.absolute()
        self._write([folder, *(known for known in self.list() if known != folder)][:MOST])

    def forget(self, folder: Path) -> None:
        """Take a folder off the list; the case itself stays."""
        self._write([known for known in self.list() if known != folder.absolute()])

    def _write(self, folders: Sequence[Path]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_json_list(self._file, [str(folder) for folder in folders])
        except OSError:
            return  # a home that is full or cannot be written: the list is a convenience, the case must still open
