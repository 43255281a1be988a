"""The standing child that shows the window single frames of videos; of the heavy libraries it loads OpenCV only."""

import base64
import json
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from engine.errors import EngineError
from engine.imaging.jpeg import encode_jpeg
from engine.imaging.video import VideoFrame, VideoReader, open_video

OPEN_VIDEOS = 4
JPEG_QUALITY = 90


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """One line from the window."""

    id: int | str  # handed back with the answer
    path: Path
    number: int  # 1-based


class BadRequestError(EngineError):
    """A line that is no request."""


def serve_frames(requests: Iterable[str], answers: TextIO) -> None:
    """Answer each line of JSON with one, until there are no more.

    A request is {"id", "path", "number"}; its answer {"id", "jpeg", "width", "height"} with the JPEG in base 64, or
    {"id", "error"} with a sentence. A line that is no request is answered too, with the id None where it has none.
    """
    with OpenVideos(OPEN_VIDEOS) as videos:
        for line in requests:
            if not line.strip():
                continue
            try:
                answers.write(json.dumps(_answer(line, videos), ensure_ascii=True) + "\n")
                answers.flush()
            except BrokenPipeError:  # the window is gone
                return


class OpenVideos:
    """Keeps the videos used last open, for opening and seeking cost more than the next frame."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._readers: OrderedDict[tuple[Path, int, int], VideoReader] = OrderedDict()

    def read(self, path: Path, number: int) -> VideoFrame:
        """Return a frame; raises FileError where there is none."""
        return self._reader(path).read(number)

    def close(self) -> None:
        """Close them all."""
        with ExitStack() as stack:
            for reader in self._readers.values():
                stack.callback(reader.close)
        self._readers.clear()

    def __enter__(self) -> "OpenVideos":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reader(self, path: Path) -> VideoReader:
        """Return an open reader of the file as it is now; a file that was replaced is opened anew."""
        key = (path, *_state(path))
        reader = self._readers.pop(key, None) or open_video(path)
        self._readers[key] = reader
        while len(self._readers) > self._limit:
            _, oldest = self._readers.popitem(last=False)
            oldest.close()
        return reader


def _state(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return 0, 0  # opening it tells what is wrong
    return status.st_mtime_ns, status.st_size


def _answer(line: str, videos: OpenVideos) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except ValueError:
        return {"id": None, "error": "The request is no JSON."}
    request_id = fields.get("id") if isinstance(fields, dict) else None
    try:
        request = _request(fields)
        pixels = videos.read(request.path, request.number).pixels
    except EngineError as error:
        return {"id": request_id, "error": str(error)}
    height, width = pixels.shape[:2]
    jpeg = base64.b64encode(encode_jpeg(pixels, JPEG_QUALITY)).decode("ascii")
    return {"id": request_id, "jpeg": jpeg, "width": width, "height": height}


def _request(fields: object) -> FrameRequest:
    match fields:
        case {"id": int() | str() as id_, "path": str() as path, "number": int() as number} if "\0" not in path:
            return FrameRequest(id_, Path(path), number)
    raise BadRequestError('The request must be {"id": …, "path": "…", "number": 1, 2, …}.')
