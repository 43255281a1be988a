"""Linking the people of imported footage into tracks."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import tee

import numpy as np
from numpy.typing import NDArray

from engine.gallery.catalog.tracks import LinkableFrame
from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, SourceId, SourceKind
from engine.progress import Progress
from engine.tracking.alike import TrackedPictures, join_alike
from engine.tracking.link import link_boxes


def link_tracks(gallery: Gallery, progress: Progress) -> int:
    """Link the people of every source that has frames not yet looked at; return how many tracks these sources have.

    A source is linked as a whole: the same frames give the same tracks, however often their import was broken off.
    Stopped half-way, a source is left as it was, and linked next time. Ready cut pictures are only joined where they
    are alike.
    """
    return sum(_link(gallery, source_id, progress) for source_id in gallery.sources_to_link())


def _link(gallery: Gallery, source_id: SourceId, progress: Progress) -> int:
    until = gallery.last_frame_id(source_id)
    (source,) = (source for source in gallery.sources() if source.id == source_id)
    grouped = _grouped(gallery.linkable_frames(source_id, until), are_ready=source.kind is SourceKind.CROPS)
    total = gallery.counts_by_source()[source_id].frames
    tracks: dict[int, list[CropId]] = defaultdict(list)
    for frame, numbers in progress.track(grouped, "Linking tracks", total=total):
        for crop_id, number in zip(frame.crop_ids, numbers, strict=True):
            tracks[int(number)].append(crop_id)
    linked = [crops for number, crops in tracks.items() if number > 0]
    alike = [crops for number, crops in tracks.items() if number < 0 and len(crops) > 1]
    gallery.save_tracks(source_id, linked, until, alike)
    return len(linked)


def _grouped(frames: Iterator[LinkableFrame], *, are_ready: bool) -> Iterator[tuple[LinkableFrame, NDArray[np.int64]]]:
    """Yield each frame with the groups of its people."""
    frames, tracked, pictured = tee(frames, 3)  # in step: none runs ahead by more than one
    numbers = (
        (np.zeros(len(frame.crop_ids), np.int64) for frame in tracked)
        if are_ready
        else link_boxes(frame.found for frame in tracked)
    )
    pictures = (
        TrackedPictures(tracks, frame.hashes, None if are_ready else frame.found.boxes)
        for frame, tracks in zip(pictured, numbers, strict=True)
    )
    return zip(frames, join_alike(pictures), strict=True)
