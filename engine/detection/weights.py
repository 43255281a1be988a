"""Where YOLOX's weights come from: a file the user names, the user's model folder, or the official release."""

import hashlib
import os
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from engine import paths
from engine.errors import MissingPathError, WeightsError
from engine.progress import Progress, StageMeter

TIMEOUT_S = 30
CHUNK_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedFile:
    """A file on the net whose content is known beforehand."""

    url: str
    sha256: str
    size_bytes: int


YOLOX_NANO = PinnedFile(
    url="https://github.com/Megvii-BaseDetection/YOLOX/releases/download/0.1.1rc0/yolox_nano.onnx",
    sha256="695e750a5d5754bb5a8d5325643b59282191a7e7a564e435a415fd3c578eab14",
    size_bytes=3_660_092,
)


def default_yolox_weights() -> Path:
    """Return where the user's model folder keeps YOLOX's weights, whether they are there or not."""
    return paths.user_models_dir() / "yolox_nano.onnx"


def find_yolox_weights(explicit: Path | None = None) -> Path | None:
    """Return the weights that the user named, or those in the user's model folder, or None.

    Raises:
        MissingPathError: if the user named a file that is not there.
    """
    if explicit is not None:
        if not explicit.is_file():
            raise MissingPathError(explicit)
        return explicit
    default = default_yolox_weights()
    return default if default.is_file() else None


def fetch_yolox_weights(destination: Path, progress: Progress, pinned: PinnedFile = YOLOX_NANO) -> Path:
    """Download YOLOX-nano to `destination`; call it only once the user has agreed.

    The file appears under its name only when it is whole and its SHA-256 is the pinned one.

    Raises:
        WeightsError: if it cannot be fetched or written, or is not the pinned file.
    """
    by_hand = f"download {pinned.url} by hand and choose it as the detector's weights"
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        with urllib.request.urlopen(pinned.url, timeout=TIMEOUT_S) as response:
            _store(response, destination, progress, pinned)
    except urllib.error.URLError as error:
        raise WeightsError(destination, f"could not be fetched ({error.reason}); {by_hand}.") from error
    except OSError as error:
        raise WeightsError(destination, f"could not be fetched ({error}); free some space, or {by_hand}.") from error
    return destination


class _Readable(Protocol):
    def read(self, amount: int, /) -> bytes: ...


def _store(response: _Readable, destination: Path, progress: Progress, pinned: PinnedFile) -> None:
    """Write the response beside the destination, and give it its name once its hash is right."""
    handle, name = tempfile.mkstemp(dir=destination.parent, prefix=destination.name, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            digest = _copy(response, file, progress, pinned)
        if digest != pinned.sha256:
            raise WeightsError(destination, "was not kept: what came is not the official file; try again later.")
        part.replace(destination)
    finally:
        part.unlink(missing_ok=True)


def _copy(response: _Readable, file: BinaryIO, progress: Progress, pinned: PinnedFile) -> str:
    """Copy the response to the file, no further than just past the pinned size, and return its SHA-256."""
    digest = hashlib.sha256()
    meter = StageMeter(progress, "Fetching the detector", pinned.size_bytes)
    for chunk in _chunks(response, pinned.size_bytes + 1):
        progress.check()
        digest.update(chunk)
        file.write(chunk)
        meter.advance(len(chunk))
    meter.finish()
    return digest.hexdigest()


def _chunks(response: _Readable, limit: int) -> Iterator[bytes]:
    left = limit
    while left > 0 and (chunk := response.read(min(CHUNK_BYTES, left))):
        left -= len(chunk)
        yield chunk
