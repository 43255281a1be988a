"""The project's own Python environment, `.venv`: where its parts are, and what is installed in it already."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROBE = "import sys, pip; print('%d.%d.%d' % sys.version_info[:3])"


@dataclass(frozen=True)
class VirtualEnvironment:
    """One folder made by `python -m venv`, with a stamp of what the bootstrap has installed into it."""

    folder: Path

    @property
    def scripts(self) -> Path:
        """Return the folder of its programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Return its interpreter."""
        return self.script("python")

    def script(self, name: str) -> Path:
        """Return the path of one of its programs."""
        return self.scripts / (name + ".exe" if os.name == "nt" else name)

    @property
    def stamp_file(self) -> Path:
        """Return the file that says what is installed."""
        return self.folder / "bolo-stamp.json"

    def python_version(self) -> str | None:
        """Return the version of its interpreter, or None where there is none that starts and has pip."""
        try:
            answer = subprocess.run([str(self.python), "-c", PROBE], capture_output=True, text=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
        return answer.stdout.strip()

    def stamps(self) -> dict[str, str]:
        """Return the fingerprint of each set installed; empty where nothing is known."""
        try:
            stamps = json.loads(self.stamp_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamps if isinstance(stamps, dict) else {}

    def stamp(self, name: str, fingerprint: str) -> None:
        """Write down that this set is installed; a broken write leaves the old stamp."""
        stamps = {**self.stamps(), name: fingerprint}
        draft = self.stamp_file.with_suffix(".new")
        draft.write_text(json.dumps(stamps, indent=1) + "\n", encoding="utf-8")
        draft.replace(self.stamp_file)


def fingerprint(python_version: str, *files: Path) -> str:
    """Return what a set depends on in one line: the interpreter's version and the files' content."""
    digest = hashlib.sha256(python_version.encode())
    for file in files:
        digest.update(b"\0" + file.read_bytes())
    return digest.hexdigest()
