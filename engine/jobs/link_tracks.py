"""Linking the people of imported footage into tracks."""

from collections import defaultdict
from itertools import tee

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, SourceId
from engine.progress import Progress
from engine.tracking.link import link_boxes


def link_tracks(gallery: Gallery, progress: Progress) -> int:
    """Link the people of every source that has frames not yet looked at; return how many tracks these sources have.

    A source is linked as a whole: the same frames give the same tracks, however often their import was broken off.
    Stopped half-way, a source is left as it was, and linked next time.
    """
    return sum(_link(gallery, source_id, progress) for source_id in gallery.sources_to_link())


def _link(gallery: Gallery, source_id: SourceId, progress: Progress) -> int:
    until = gallery.last_frame_id(source_id)
    frames, looked_at = tee(gallery.linkable_frames(source_id, until))  # in step: neither runs ahead by more than one
    linked = zip(frames, link_boxes(frame.found for frame in looked_at), strict=True)
    total = gallery.counts_by_source()[source_id].frames
    tracks: dict[int, list[CropId]] = defaultdict(list)
    for frame, numbers in progress.track(linked, "Linking tracks", total=total):
        for crop_id, number in zip(frame.crop_ids, numbers, strict=True):
            if number:
                tracks[int(number)].append(crop_id)
    gallery.save_tracks(source_id, list(tracks.values()), until)
    return len(tracks)
