"""The first files of what is to be imported, listed beside the window's thread: a folder may lie on a slow network."""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.footage.import_choice import VIDEO_SUFFIXES
from engine.imaging.stills import SUFFIXES

MOST = 500
ENDINGS = SUFFIXES | VIDEO_SUFFIXES


class FirstFiles(QObject):
    """Lists files; a late answer about sources that were changed since is dropped."""

    listed = Signal(object)  # tuple of Path

    _done = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._pool = QThreadPool(self)
        self._done.connect(self._take)

    def list(self, sources: Sequence[Path]) -> None:
        """List the first files of these sources; `listed` follows."""
        self._newest += 1
        self._pool.start(_Listing(self._newest, tuple(sources), self._done))

    def _take(self, number: int, files: tuple[Path, ...]) -> None:
        if number == self._newest:
            self.listed.emit(files)


class _Listing(QRunnable):
    def __init__(self, number: int, sources: tuple[Path, ...], done: Signal) -> None:
        super().__init__()
        self._number = number
        self._sources = sources
        self._done = done

    def run(self) -> None:
        files = (file for source in self._sources for file in first_files(source))
        self._done.emit(self._number, tuple(islice(files, MOST)))


def first_files(source: Path) -> Iterator[Path]:
    """Yield the pictures and videos of a source in order; none of what cannot be read."""
    if source.is_file():
        yield source
        return
    for folder, folders, files in os.walk(source):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(files) if Path(name).suffix.lower() in ENDINGS)
