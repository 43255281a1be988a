"""Run as a child process by the tests: `child.py WHAT [CASE PATH…]`."""

import ctypes
import errno
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from engine.detection.choose import DetectorKind
from engine.detection.none import WholeFrame
from engine.errors import ConfigError
from engine.gallery.records import SourceKind
from engine.jobs import import_footage as job_module
from engine.jobs.import_spec import ImportSpec
from engine.jobs.runner import run_as_child
from engine.progress import Noted


@dataclass(frozen=True)
class Summary:
    number: int
    path: Path


def succeed(progress):
    sys.stdout.write("a library prints\n")
    ctypes.CDLL(None).puts(b"a C library prints")
    ctypes.CDLL(None).fflush(None)
    os.write(1, b"and another past all buffers\n")
    progress.tell(Noted(text="grüße \udcff"))
    return Summary(3, Path("a"))


def refuse(_progress):
    raise ConfigError("every", 0, "must be 1 or more")


def fill_the_disk(_progress):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "case.bolo/index")


def crash(_progress):
    raise ZeroDivisionError("nobody foresaw this")


def wait(progress):
    progress.tell(Noted(text="waiting"))
    while True:
        progress.check()
        time.sleep(0.01)


def tell_for_ever(progress):
    while True:
        progress.check()
        progress.tell(Noted(text="on and on"))
        time.sleep(0.001)


class SlowWholeFrame(WholeFrame):
    """Takes as long as a real detector, so that a kill falls into the middle."""

    def detect(self, pixels):
        time.sleep(0.005)
        return super().detect(pixels)


class MeanColour:
    id = "0123456789abcdef"
    device = "cpu"

    def embed_images(self, crops):
        crops = list(crops)
        vectors = np.zeros((len(crops), 128), dtype=np.float32)
        vectors[:, :3] = [crop.mean(axis=(0, 1)) + 1 for crop in crops]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return SimpleNamespace(vectors=vectors, logits=np.zeros((len(crops), 5), dtype=np.float32))


def import_slowly(progress):
    job_module.choose_detectors = lambda *_, count: [SlowWholeFrame() for _ in range(count)]
    paths = tuple(map(Path, sys.argv[3:]))
    spec = ImportSpec(
        case=Path(sys.argv[2]), paths=paths, detector=DetectorKind.NONE, kind=SourceKind.FRAMES, zone="UTC"
    )
    return job_module.import_footage(spec, progress, embedder=MeanColour())


JOBS = {job.__name__: job for job in (succeed, refuse, fill_the_disk, crash, wait, tell_for_ever, import_slowly)}

if __name__ == "__main__":
    sys.exit(run_as_child(JOBS[sys.argv[1]]))
