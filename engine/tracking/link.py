"""Linking the people found in one camera's frames, one after the other, into tracks.

The tracker is C-BIoU (Yang et al., Hard To Track Objects with Irregular Motions and Similar Appearances?, WACV 2023) of
the `trackers` package with its own constants; what others give on the same boxes: docs/benchmarks.md.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError

if TYPE_CHECKING:
    from trackers import CBIoUTracker

LONGEST_GAP_S = 10.0  # between two frames; who comes after a longer one is taken for somebody new
FRAMES_UNSEEN = 30  # so many frames a person may be hidden
HIGHEST_SCORE = 1.0  # detectors whose scores go beyond it, as hog's margins do, are sure there


@dataclass(frozen=True, slots=True)
class FrameBoxes:
    """The people found in one frame.

    Attributes:
        boxes: (n, 4) x, y, w, h in pixels.
        scores: (n,) the detector's.
        seconds: when, on any clock; None where nobody knows.
    """

    boxes: NDArray[np.float64]
    scores: NDArray[np.float64]
    seconds: float | None = None

    def __post_init__(self) -> None:
        if self.boxes.shape != (len(self.scores), 4):
            raise ShapeError(f"{len(self.scores)} scores need as many boxes of four sides, not {self.boxes.shape}.")


def link_boxes(frames: Iterable[FrameBoxes]) -> Iterator[NDArray[np.int64]]:
    """Yield for each frame the tracks (n,) of its boxes: numbers from 1, and 0 where a box belongs to none.

    To none belong boxes of which the detector was not sure and which continue no track. A track begins with a sure
    box, goes on over frames in which the person is hidden, and ends where two frames lie further apart than ten
    seconds.

    Args:
        frames: of one camera in order, also those without people.
    """
    tracker, before, numbers = _new_tracker(), None, _Numbers()
    for frame in frames:
        if before is not None and frame.seconds is not None and abs(frame.seconds - before) > LONGEST_GAP_S:
            tracker = _new_tracker()
            numbers.forget()
        before = frame.seconds if frame.seconds is not None else before
        yield numbers.of(_tracker_ids(tracker, frame))


class _Numbers:
    """Numbers from 1 for the ids of one tracker after the other, each of which counts from its own start."""

    def __init__(self) -> None:
        self._by_id: dict[int, int] = {}
        self._last = 0

    def forget(self) -> None:
        self._by_id.clear()

    def of(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        return np.array([self._of(int(id_)) for id_ in ids], np.int64)

    def _of(self, id_: int) -> int:
        if id_ < 0:
            return 0
        if id_ not in self._by_id:
            self._last += 1
            self._by_id[id_] = self._last
        return self._by_id[id_]


def _new_tracker() -> "CBIoUTracker":
    # Loading it takes half a second, and whoever imports this module may have nothing to link.
    from trackers import CBIoUTracker

    return CBIoUTracker(lost_track_buffer=FRAMES_UNSEEN, frame_rate=30.0, minimum_consecutive_frames=1)


def _tracker_ids(tracker: "CBIoUTracker", frame: FrameBoxes) -> NDArray[np.int64]:
    """Return the tracker's ids (n,) of the frame's boxes, −1 for none; it may answer in another order."""
    import supervision

    corners = np.hstack([frame.boxes[:, :2], frame.boxes[:, :2] + frame.boxes[:, 2:]])
    found: Any = tracker.update(
        supervision.Detections(
            xyxy=corners.astype(np.float32),
            confidence=np.minimum(frame.scores, HIGHEST_SCORE).astype(np.float32),
            class_id=np.zeros(len(corners), np.int64),
            data={"place": np.arange(len(corners))},
        )
    )
    ids = np.full(len(corners), -1, np.int64)
    if len(found):
        ids[np.asarray(found.data["place"], np.int64)] = np.asarray(found.tracker_id, np.int64)
    return ids
