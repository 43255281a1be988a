"""Tracks made by an import: of whole frames, which stand where they stood in the frame before."""

from collections import defaultdict

import pytest

from engine.detection.choose import DetectorKind
from engine.errors import Cancelled
from engine.gallery.gallery import Gallery
from engine.gallery.records import SourceKind
from engine.jobs.import_footage import import_footage
from engine.jobs.import_spec import ImportSpec
from engine.jobs.link_tracks import link_tracks
from engine.progress import Progress


def run(case, *paths, kind=SourceKind.FRAMES, progress=None, name_pattern=None):
    spec = ImportSpec(case=case, paths=paths, detector=DetectorKind.NONE, kind=kind, name_pattern=name_pattern)
    return import_footage(spec, progress or Progress())


def tracks(case):
    """Return the numbers of the frames in each track, by its id."""
    found = defaultdict(list)
    with Gallery.open(case, read_only=True) as gallery:
        for crop in gallery.crops():
            found[crop.track_id].append(crop.frame_number)
    return dict(found)


def test_an_import_links_who_stays_where_they_were(case, pictures):
    assert run(case, pictures).tracks == 1
    ((track_id, numbers),) = tracks(case).items()
    assert track_id is not None
    assert numbers == list(range(1, 21))


def test_ready_crops_that_show_nothing_have_no_tracks(case, pictures):
    assert run(case, pictures, kind=SourceKind.CROPS).tracks == 0
    assert set(tracks(case)) == {None}


def test_ready_crops_of_the_same_picture_share_a_track(case, tmp_path, draw_picture):
    folder = tmp_path / "crops"
    folder.mkdir()
    for number, seed in enumerate((1, 1, 2, 1, 3), start=1):
        draw_picture(folder / f"{number}.png", seed, (60, 140))
    assert run(case, folder, kind=SourceKind.CROPS).tracks == 0  # nobody was followed
    found = tracks(case)
    assert found.pop(None) == [3, 5] and list(found.values()) == [[1, 2, 4]]


def test_who_sits_still_between_long_gaps_is_one_track(case, tmp_path, draw_picture):
    """Frames twenty seconds apart: the tracker begins anew at each."""
    folder = tmp_path / "frames"
    folder.mkdir()
    for second in (0, 20, 40):
        draw_picture(folder / f"door_20240501_1200{second:02d}_1.png", 1, (60, 140))
    draw_picture(folder / "door_20240501_120100_1.png", 2, (60, 140))
    run(case, folder, name_pattern="{camera}_{date}_{time}_{n}")
    assert [len(numbers) for numbers in tracks(case).values()] == [3, 1]


def test_the_same_import_again_leaves_the_tracks_alone(case, pictures):
    run(case, pictures)
    with Gallery.open(case) as gallery:
        before = gallery.search_revision()
    assert run(case, pictures).tracks == 0
    with Gallery.open(case) as gallery:
        assert gallery.search_revision() == before


def test_frames_that_come_later_go_on_with_the_track(case, pictures, made):
    run(case, pictures)
    before = tracks(case)
    made.pictures(pictures, 3, first=21)
    run(case, pictures)
    after = tracks(case)
    assert after.keys() == before.keys()
    assert len(next(iter(after.values()))) == 23


def test_an_import_broken_off_ends_with_the_tracks_of_one_in_a_piece(case, video, tmp_path):
    asked = iter(range(1000))
    with pytest.raises(Cancelled):
        run(case, video, progress=Progress(is_cancelled=lambda: next(asked) > 25))
    assert set(tracks(case)) == {None}  # nothing is linked by halves
    run(case, video)
    whole = tmp_path / "whole.bolo"
    Gallery.create(whole).close()
    run(whole, video)
    assert list(tracks(case).values()) == list(tracks(whole).values())


def test_a_linking_that_was_stopped_is_done_next_time(case, pictures):
    run(case, pictures)
    with Gallery.open(case) as gallery:
        source = gallery.sources()[0].id
        gallery.save_tracks(source, [], 0)
        with pytest.raises(Cancelled):
            link_tracks(gallery, Progress(is_cancelled=lambda: True))
        assert gallery.sources_to_link() == [source]
    assert run(case, pictures).tracks == 1
    assert list(tracks(case).values()) == [list(range(1, 21))]
