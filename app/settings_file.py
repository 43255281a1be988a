"""The file in which the window's settings lie: read at the start, written beside the window.

A disk that is busy with an import takes half a second to keep a file; QSettings waits for it in the window's thread.
"""

import atexit
import json
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QByteArray, QSettings, QThreadPool

from engine.whole_file import whole_file

NAME = "window.json"
OLDER_NAME = "window.ini"  # as QSettings kept it


class SettingsFile:
    """Texts by name. What cannot be read is not there; what cannot be written holds until the window goes.

    Args:
        folder: in which the file lies, or comes to lie.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._values = _read(self._path) if self._path.is_file() else _read_older(folder / OLDER_NAME)
        self._unwritten: dict[str, str] = {}
        self._lock = Lock()
        self._writer = QThreadPool()  # who starts a thread of Python waits until it runs
        self._writer.setMaxThreadCount(1)
        atexit.register(self.wait)

    def value(self, name: str, default: str = "") -> str:
        """Return what is kept under a name."""
        return self._values.get(name, default)

    def keep(self, name: str, value: str) -> None:
        """Keep this; it is written beside the window, which waits for it only at its end."""
        self._values[name] = value
        with self._lock:
            self._unwritten[name] = value
        self._writer.start(self._write)

    def wait(self) -> None:
        """Wait until everything has been written."""
        self._writer.waitForDone()

    def _write(self) -> None:
        """Write what has come; what another window has changed meanwhile stays."""
        with self._lock:
            changes, self._unwritten = self._unwritten, {}
        if not changes:  # they were written with the ones before
            return
        kept = dict(self._values) | _read(self._path) | changes
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with whole_file(self._path) as draft:
                draft.write_text(json.dumps(kept, indent=1, sort_keys=True), encoding="utf-8")
        except OSError:  # a disk that is full, or a file that another program holds: with the next change
            with self._lock:
                self._unwritten = changes | self._unwritten


def _read(path: Path) -> dict[str, str]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: value for name, value in read.items() if isinstance(value, str)} if isinstance(read, dict) else {}


def _read_older(path: Path) -> dict[str, str]:
    """Return what QSettings kept; bytes by their Base64."""
    stored = QSettings(str(path), QSettings.Format.IniFormat)
    values = {name: stored.value(name) for name in stored.allKeys()}
    return {
        name: value.toBase64().toStdString() if isinstance(value, QByteArray) else str(value)
        for name, value in values.items()
    }
