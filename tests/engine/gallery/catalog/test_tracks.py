"""Tracks in the catalog: kept by source, with ids that stay."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.gallery.gallery import Gallery
from engine.gallery.records import CropId, SourceId, SourceKind


def taken_in(gallery: Gallery, make_frame, *numbers: int, kind: SourceKind = SourceKind.FRAMES):
    source = gallery.add_source(Path(f"/footage/{kind.value}"), kind, "door")
    return source, gallery.record_frames(source, [make_frame(number) for number in numbers])


def tracks_of(gallery: Gallery, crop_ids: list[CropId]) -> list[int | None]:
    return [crop.track_id for crop in gallery.crops(crop_ids)]


def link(gallery: Gallery, source: SourceId, *tracks: list[CropId]) -> None:
    gallery.save_tracks(source, tracks, gallery.last_frame_id(source))


def test_a_source_waits_for_linking_until_its_tracks_are_saved(gallery: Gallery, make_frame) -> None:
    source, crops = taken_in(gallery, make_frame, 1, 2)
    assert gallery.sources_to_link() == [source]
    link(gallery, source, crops)
    assert gallery.sources_to_link() == []
    taken_in(gallery, make_frame, 3)
    assert gallery.sources_to_link() == [source]


def test_hashes_come_with_the_crops_and_zeros_where_there_is_none(gallery: Gallery, make_frame) -> None:
    source = gallery.add_source(Path("/footage/yard"), SourceKind.FRAMES, "yard")
    frame = make_frame(1, crops=3)
    hashes = [bytes(range(16)), b"", b"too short"]
    crops = tuple(replace(crop, picture_hash=hash_) for crop, hash_ in zip(frame.crops, hashes, strict=True))
    gallery.record_frames(source, [replace(frame, crops=crops)])
    (read,) = gallery.linkable_frames(source, gallery.last_frame_id(source))
    assert [hash_.tobytes() for hash_ in read.hashes] == [bytes(range(16)), bytes(16), bytes(16)]


def test_frames_come_in_the_order_of_their_times_with_the_empty_ones(gallery: Gallery, make_frame) -> None:
    source = gallery.add_source(Path("/footage/yard"), SourceKind.FRAMES, "yard")
    later = gallery.record_frames(source, [make_frame(3)])
    earlier = gallery.record_frames(source, [make_frame(2, crops=0), make_frame(1, crops=1)])
    frames = list(gallery.linkable_frames(source, gallery.last_frame_id(source)))
    assert [frame.crop_ids for frame in frames] == [tuple(earlier), (), tuple(later)]
    assert frames[1].found.boxes.shape == (0, 4)
    assert np.allclose(frames[2].found.boxes, [[10.5, 20.25, 30, 40], [11.5, 20.25, 30, 40]])
    assert np.diff([frame.found.seconds for frame in frames]).tolist() == [1.0, 1.0]
    assert frames[2].found.scores.tolist() == [0.75, 0.75]


def test_linking_again_keeps_the_ids_of_tracks_that_go_on(gallery: Gallery, make_frame) -> None:
    source, crops = taken_in(gallery, make_frame, 1, 2)
    link(gallery, source, [crops[0], crops[2]], [crops[1]])
    first, second, *_ = tracks_of(gallery, crops)
    _, more = taken_in(gallery, make_frame, 3)
    link(gallery, source, [crops[1], crops[3]], [crops[0], crops[2], more[0]], [more[1]])
    assert tracks_of(gallery, [*crops, *more])[:5] == [first, second, first, second, first]
    third = tracks_of(gallery, more)[1]
    assert third not in (None, first, second)
    assert gallery.crops_of_track(first) == [crops[0], crops[2], more[0]]
    assert gallery.counts().tracks == 3


def test_two_tracks_that_become_one_leave_no_empty_track(gallery: Gallery, make_frame) -> None:
    source, crops = taken_in(gallery, make_frame, 1, 2)
    link(gallery, source, [crops[0]], [crops[2]], [crops[1], crops[3]])
    first = tracks_of(gallery, crops)[0]
    link(gallery, source, [crops[0], crops[2]])
    assert tracks_of(gallery, crops) == [first, None, first, None]
    assert gallery.counts().tracks == 1
    assert gallery.damage() == []


def test_the_tracks_of_another_source_stay(gallery: Gallery, make_frame) -> None:
    source, crops = taken_in(gallery, make_frame, 1)
    other, others = taken_in(gallery, make_frame, 1, kind=SourceKind.VIDEO)
    link(gallery, source, crops)
    link(gallery, other, others[:1], others[1:])
    crop_ids, track_ids = gallery.tracks_of_crops()
    assert crop_ids.tolist() == [*crops, *others]
    assert len(set(track_ids.tolist())) == 3


def test_new_tracks_change_what_a_search_answers(gallery: Gallery, make_frame) -> None:
    source, crops = taken_in(gallery, make_frame, 1)
    before = gallery.search_revision()
    link(gallery, source, crops)
    assert gallery.search_revision() > before


def test_tracks_that_nobody_followed_are_told_apart_and_not_counted(gallery: Gallery, make_frame) -> None:
    source, crops = taken_in(gallery, make_frame, 1, 2)
    gallery.save_tracks(source, [[crops[0], crops[2]]], gallery.last_frame_id(source), [[crops[1], crops[3]]])
    followed, alike = tracks_of(gallery, crops)[:2]
    assert gallery.alike_tracks() == {alike}
    assert gallery.counts().tracks == 1
    gallery.save_tracks(source, [[crops[1], crops[3]]], gallery.last_frame_id(source))
    assert gallery.alike_tracks() == frozenset()
    assert tracks_of(gallery, crops)[:2] == [None, alike] and followed != alike
