"""Joining crops of one camera that show the same picture at the same place.

A tracker begins a new track after each long gap and leaves out the boxes that the detector doubted, and ready cut
pictures have no place to track. Who sits still for an hour would be a tile for each of a thousand frames. Every crop
stays in the catalog; those that are alike share a track, and with it a tile.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShapeError
from engine.imaging.perceptual_hash import NEAR_BITS

FRAMES_REMEMBERED = 30  # so many frames looked at after its last picture, a group is joined no more
SAME_PLACE_IOU = 0.5
FAR = NEAR_BITS + 1


@dataclass(frozen=True, slots=True)
class TrackedPictures:
    """The people of one frame, as a tracker numbered them.

    Attributes:
        tracks: (n,) from 1; 0 for none.
        hashes: (n, 2) uint64, perceptual hashes of their pictures; zeros where unknown, or where nothing is to be seen.
        boxes: (n, 4) x, y, w, h in pixels; None where the pictures were cut ready, and their place says nothing.
    """

    tracks: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    boxes: NDArray[np.float64] | None

    def __post_init__(self) -> None:
        count = len(self.tracks)
        if self.hashes.shape != (count, 2) or (self.boxes is not None and self.boxes.shape != (count, 4)):
            raise ShapeError(f"{count} tracks need as many hashes of two words and boxes of four sides.")


def join_alike(frames: Iterable[TrackedPictures]) -> Iterator[NDArray[np.int64]]:
    """Yield for each frame the groups (n,) of its people: a track's number, or one below 0 where no track began it.

    What begins a track, or has none, joins the group whose last picture, at most 30 frames before, stood at the same
    place (IoU at least 0.5) and differs in at most 16 of the hash's 127 bits; the likest go first. A group has at most
    one crop in a frame.

    Args:
        frames: of one camera in order, also those without people.
    """
    groups = _Groups()
    for frame in frames:
        yield groups.of(frame)


@dataclass(frozen=True, slots=True)
class _Last:
    """The last picture of a group."""

    frame: int
    hash: NDArray[np.uint64]
    box: NDArray[np.float64] | None


class _Groups:
    """The groups that may still be joined."""

    def __init__(self) -> None:
        self._of_track: dict[int, int] = {}
        self._last: dict[int, _Last] = {}
        self._frame = 0
        self._begun_without_track = 0

    def of(self, frame: TrackedPictures) -> NDArray[np.int64]:
        self._frame += 1
        self._last = {g: last for g, last in self._last.items() if self._frame - last.frame <= FRAMES_REMEMBERED}
        groups = self._gone_on(frame.tracks)
        for place, group in self._likest(frame, np.flatnonzero(groups == 0), set(groups.tolist())):
            groups[place] = group
        for place in np.flatnonzero(groups == 0).tolist():
            groups[place] = self._begun(int(frame.tracks[place]))
        for place, (track, group) in enumerate(zip(frame.tracks.tolist(), groups.tolist(), strict=True)):
            if track:
                self._of_track[track] = group
            if frame.hashes[place].any():
                self._last[group] = _Last(
                    self._frame, frame.hashes[place], None if frame.boxes is None else frame.boxes[place]
                )
        return groups

    def _gone_on(self, tracks: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the groups of tracks seen before, else 0; where two meet in a group, one takes its own again."""
        groups = np.array([self._of_track.get(track, 0) for track in tracks.tolist()], np.int64)
        taken: set[int] = set()
        for place in np.argsort(groups != tracks, kind="stable"):  # first those that began their group
            if groups[place] in taken:
                groups[place] = tracks[place]
            elif groups[place]:
                taken.add(int(groups[place]))
        return groups

    def _likest(self, frame: TrackedPictures, places: NDArray[np.int64], taken: set[int]) -> Iterator[tuple[int, int]]:
        """Yield places with the groups that they join."""
        groups = [group for group in self._last if group not in taken]
        places = places[frame.hashes[places].any(axis=1)]
        if not len(places) or not groups:
            return
        bits = self._bits_apart(frame, places, groups)
        rows, columns = np.nonzero(bits <= NEAR_BITS)
        for pair in np.argsort(bits[rows, columns], kind="stable"):
            row, column = rows[pair], columns[pair]
            if bits[row, column] <= NEAR_BITS:  # neither has joined
                yield int(places[row]), groups[column]
                bits[row, :], bits[:, column] = FAR, FAR

    def _bits_apart(self, frame: TrackedPictures, places: NDArray[np.int64], groups: list[int]) -> NDArray[np.int64]:
        """Return in how many bits they differ, (places, groups); FAR where they stand elsewhere."""
        lasts = [self._last[group] for group in groups]
        unlike = frame.hashes[places][:, None] ^ np.array([last.hash for last in lasts])[None]
        bits: NDArray[np.int64] = np.bitwise_count(unlike).sum(axis=2, dtype=np.int64)
        if frame.boxes is not None:
            before = np.array([last.box for last in lasts], np.float64)
            bits[_overlap(frame.boxes[places], before) < SAME_PLACE_IOU] = FAR
        return bits

    def _begun(self, track: int) -> int:
        if track:
            return track
        self._begun_without_track += 1
        return -self._begun_without_track


def _overlap(some: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the IoU of boxes x, y, w, h: (some, others)."""
    # Loading it takes half a second, and whoever imports this module may have nothing to compare.
    from supervision import box_iou_batch

    corners = [np.hstack([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]]) for boxes in (some, others)]
    return np.asarray(box_iou_batch(corners[0], corners[1]), np.float64)
