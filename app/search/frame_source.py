"""The whole frame of a crop: a picture from its file, a video's frame through a standing child process."""

import base64
import json
from binascii import Error as Base64Error
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QRunnable, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from app.engine_words import say_in_language
from app.frame_file import cannot_show, read_frame, within
from app.jobs.command import child_command
from app.picture_format import read_picture
from app.translate import tr
from engine.gallery.records import SourceKind

ALLOCATION_LIMIT_MB = 512
LARGEST_SIDE_PX = 1600  # a frame is shown in a pane; a larger one is shrunk while it is decoded
CLOSING_TIMEOUT_MS = 2000


class InFrame(Protocol):
    """A frame of the case, or a crop of one."""

    @property
    def source_kind(self) -> SourceKind:
        """What the frame was imported from."""

    @property
    def frame_path(self) -> Path:
        """The picture, or the video that holds it."""

    @property
    def frame_number(self) -> int:
        """From 1."""

    @property
    def sha256(self) -> str:
        """Of the file, when it was imported."""

    @property
    def frame_size_px(self) -> tuple[int, int]:
        """Width, height."""


@dataclass(frozen=True, slots=True)
class LoadedFrame:
    """A frame, or why there is none."""

    number: int
    image: QImage
    problem: str


class FrameSource(QObject):
    """Loads one frame at a time; an answer to an older wish is dropped."""

    loaded = Signal(object)  # LoadedFrame, of the newest wish

    _decoded = Signal(object)  # LoadedFrame, of any wish

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QImageReader.setAllocationLimit(ALLOCATION_LIMIT_MB)
        self._newest = 0
        self._asked = 0  # the wish that the child works on; 0 while it is idle
        self._waiting: InFrame | None = None  # the video's frame to ask for next
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._child: QProcess | None = None
        self._decoded.connect(self._take)

    def ask(self, crop: InFrame) -> int:
        """Ask for a frame, or that of a crop, and return the wish's number."""
        self._newest += 1
        self._pool.clear()
        self._waiting = None
        if crop.source_kind is SourceKind.VIDEO:
            self._waiting = crop
            self._ask_child()
        else:
            self._decode(self._newest, _FileReader(str(crop.frame_path), crop.sha256))
        return self._newest

    def close(self) -> None:
        """End the child and the thread."""
        self._newest += 1
        self._pool.clear()
        self._pool.waitForDone()
        if self._child is not None:
            self._child.blockSignals(True)
            self._child.closeWriteChannel()
            if not self._child.waitForFinished(CLOSING_TIMEOUT_MS):
                self._child.kill()
                self._child.waitForFinished(CLOSING_TIMEOUT_MS)

    def _ask_child(self) -> None:
        """Ask for the frame that waits, unless the child is at work: the wish may be outdated by then."""
        crop = self._waiting
        if crop is None or self._asked:
            return
        self._asked, self._waiting = self._newest, None
        request = {"id": self._asked, "path": str(crop.frame_path), "number": crop.frame_number}
        self._running_child().write(json.dumps(request).encode() + b"\n")

    def _running_child(self) -> QProcess:
        """Return the child, started anew where it has died."""
        if self._child is None:
            self._child = QProcess(self)
            self._child.readyReadStandardOutput.connect(self._read_answers)
            self._child.finished.connect(self._on_child_ended)
            self._child.errorOccurred.connect(self._on_child_error)
        if self._child.state() is QProcess.ProcessState.NotRunning:
            self._child.start(*child_command(["job", "frames"]))
        return self._child

    def _read_answers(self) -> None:
        while self._child is not None and self._child.canReadLine():
            self._take_answer(bytes(self._child.readLine().data()))

    def _take_answer(self, line: bytes) -> None:
        try:
            answer = json.loads(line)
            number = int(answer["id"])
            picture = base64.b64decode(answer["jpeg"]) if "jpeg" in answer else b""
            problem = "" if picture else say_in_language(str(answer["error"]))
        except (ValueError, KeyError, TypeError, Base64Error):
            return  # a line of the decoder's own, not an answer
        self._asked = 0
        if number == self._newest and picture:
            self._decode(number, _BytesReader(picture))
        elif number == self._newest:
            self._take(LoadedFrame(number, QImage(), problem))
        self._ask_child()

    def _on_child_ended(self) -> None:
        """Say so where a frame was expected; the next wish starts another child."""
        was_at_work, self._asked = self._asked, 0
        if was_at_work == self._newest:
            problem = tr("The video decoder stopped. Choose the result again to try once more.")
            self._take(LoadedFrame(self._newest, QImage(), problem))
        self._ask_child()

    def _on_child_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # `finished` does not follow
            self._on_child_ended()

    def _decode(self, number: int, reader: "_FileReader | _BytesReader") -> None:
        self._pool.start(_Decoding(self, number, reader))

    def _take(self, frame: LoadedFrame) -> None:
        if frame.number == self._newest:
            self.loaded.emit(frame)


class _FileReader:
    """Reads a picture from its file, which has to be what was imported; "" as its hash takes it as it is."""

    def __init__(self, path: str, sha256: str = "") -> None:
        self._path = path
        self._sha256 = sha256

    def read(self) -> tuple[QImage, str]:
        """Return the picture, or what is wrong."""
        return read_frame(self._path, self._sha256, LARGEST_SIDE_PX)


class _BytesReader:
    """Reads a picture from memory."""

    def __init__(self, jpeg: bytes) -> None:
        self._jpeg = jpeg

    def read(self) -> tuple[QImage, str]:
        """Return the picture, or what is wrong."""
        image = read_picture(self._jpeg)
        if image.isNull():
            return image, cannot_show(tr("it is no JPEG"))
        return within(image, LARGEST_SIDE_PX), ""


class _Decoding(QRunnable):
    """Decodes one picture in the pool's thread."""

    def __init__(self, source: FrameSource, number: int, reader: _FileReader | _BytesReader) -> None:
        super().__init__()
        self._source, self._number, self._reader = source, number, reader

    def run(self) -> None:
        """Decode, and hand the picture over."""
        image, problem = self._reader.read()
        self._source._decoded.emit(LoadedFrame(self._number, image, problem))
