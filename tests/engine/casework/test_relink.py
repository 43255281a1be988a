import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.casework.relink import find_missing, relink_folder
from engine.casework.verify import verify_case
from engine.errors import Cancelled, CaseError, CaseInUseError, MissingPathError
from engine.gallery.gallery import Gallery
from engine.gallery.records import NewFrame, SourceKind
from engine.imaging.digest import sha256_of
from engine.progress import FileFailed, Progress


def frame(path: Path, number: int = 1) -> NewFrame:
    return NewFrame(
        path=path,
        number=number,
        sha256=sha256_of(path),
        width_px=9,
        height_px=9,
        time_raw=None,
        time=datetime(2026, 3, 1, tzinfo=UTC),
        crops=(),
    )


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Return a folder with two cameras' pictures and a video."""
    folder = tmp_path / "disk"
    for name in ("gate/1.jpg", "gate/2.jpg", "door/1.jpg", "clip.avi"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the content of {name}")
    return folder


@pytest.fixture
def case(tmp_path: Path, disk: Path) -> Path:
    folder = tmp_path / "test.bolo"
    with Gallery.create(folder) as gallery:
        for camera in ("gate", "door"):
            source = gallery.add_source(disk / camera, SourceKind.FRAMES, camera)
            files = sorted((disk / camera).iterdir())
            gallery.record_frames(source, [frame(path, n) for n, path in enumerate(files, start=1)])
            gallery.record_failure(disk / camera / "broken.jpg", "is damaged", source)
        source = gallery.add_source(disk / "clip.avi", SourceKind.VIDEO, "clip")
        gallery.record_frames(source, [frame(disk / "clip.avi", n) for n in (1, 2, 3)])
    return folder


def paths(case: Path) -> tuple[list[Path], list[Path]]:
    """Return where the sources and their files lie as the case has it."""
    with Gallery.open(case, read_only=True) as gallery:
        return [source.path for source in gallery.sources()], sorted(gallery.originals())


def test_a_moved_folder_is_linked_whole(case: Path, disk: Path, tmp_path: Path) -> None:
    new = disk.rename(tmp_path / "archive")
    report = relink_folder(case, disk, new, Progress())
    assert (report.files, report.frames, report.sources, report.is_complete) == (4, 6, 3, True)
    assert paths(case)[0] == [new / "gate", new / "door", new / "clip.avi"]
    assert verify_case(case, Progress()).is_whole
    with Gallery.open(case, read_only=True) as gallery:
        assert [failure.path for failure in gallery.failures()] == [
            new / "gate/broken.jpg",
            new / "door/broken.jpg",
        ]
        *_, entry = gallery.audit_entries()
    facts = json.loads(entry.facts)
    assert (entry.action, facts["files"], facts["frames"]) == ("originals moved", 4, 6)
    assert (facts["from"], facts["to"]) == (str(disk), str(new))


def test_a_part_of_a_source_moved_alone_is_linked_and_another_folder_stays(
    case: Path, disk: Path, tmp_path: Path
) -> None:
    new = (disk / "gate").rename(tmp_path / "gate at the office")
    assert relink_folder(case, disk / "gate", new, Progress()).files == 2
    assert paths(case)[0] == [new, disk / "door", disk / "clip.avi"]
    moved = (disk / "clip.avi").rename(tmp_path / "other name.avi")
    assert relink_folder(case, disk / "clip.avi", moved, Progress()).frames == 3
    assert paths(case)[0] == [new, disk / "door", moved]


def test_what_does_not_match_is_left_and_named(case: Path, disk: Path, tmp_path: Path) -> None:
    new = disk.rename(tmp_path / "archive")
    (new / "gate/1.jpg").write_text("another picture")
    (new / "door/1.jpg").unlink()
    events: list[FileFailed] = []
    report = relink_folder(case, disk, new, Progress(lambda e: events.append(e) if isinstance(e, FileFailed) else None))
    assert (report.differing, report.missing) == ((new / "gate/1.jpg",), (disk / "door/1.jpg",))
    assert {event.path for event in events} == {str(new / "gate/1.jpg"), str(disk / "door/1.jpg")}
    assert paths(case)[1] == sorted([new / "clip.avi", new / "gate/2.jpg", disk / "gate/1.jpg", disk / "door/1.jpg"])


def test_missing_files_are_found_by_their_content_whatever_their_names(case: Path, disk: Path, tmp_path: Path) -> None:
    new = tmp_path / "somewhere"
    shutil.move(disk / "gate", new / "deep/gate")
    (disk / "clip.avi").rename(new / "renamed.avi")
    (new / "clip.avi").write_text("of the same name, and another film")
    report = find_missing(case, tmp_path / "somewhere", Progress())
    assert (report.files, report.sources, report.is_complete) == (3, 2, True)
    assert paths(case)[0] == [new / "deep/gate", disk / "door", new / "renamed.avi"]
    assert verify_case(case, Progress()).is_whole


def test_of_several_files_with_the_content_the_one_in_the_likeliest_folder_is_taken(
    case: Path, disk: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    for place in ("a", "gate", "z"):
        shutil.copytree(disk / "gate", new / place)
    shutil.rmtree(disk / "gate")
    find_missing(case, new, Progress())
    assert paths(case)[0][0] == new / "gate"


def test_what_is_found_nowhere_is_named_and_where_nothing_is_missing_nothing_is_done(
    case: Path, disk: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with Gallery.open(case, read_only=True) as gallery:
        before = gallery.revision()
    assert find_missing(case, tmp_path / "empty", Progress()).is_complete
    (disk / "gate/1.jpg").unlink()
    report = find_missing(case, tmp_path / "empty", Progress())
    assert (report.files, report.missing) == (0, (disk / "gate/1.jpg",))
    with Gallery.open(case, read_only=True) as gallery:
        assert gallery.revision() == before


def test_the_originals_are_only_read(case: Path, disk: Path, tmp_path: Path) -> None:
    new = disk.rename(tmp_path / "archive")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in new.rglob("*.*")}
    relink_folder(case, disk, new, Progress())
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in new.rglob("*.*")} == before


def test_a_relink_that_is_cancelled_changes_nothing(case: Path, disk: Path, tmp_path: Path) -> None:
    new = disk.rename(tmp_path / "archive")
    before, asked = paths(case), iter([False] * 3 + [True] * 99)
    with pytest.raises(Cancelled):
        relink_folder(case, disk, new, Progress(is_cancelled=lambda: next(asked)))
    assert paths(case) == before


def test_a_source_that_was_imported_at_the_new_place_too_keeps_its_own_path(
    case: Path, disk: Path, tmp_path: Path
) -> None:
    new = disk.rename(tmp_path / "archive")
    with Gallery.open(case) as gallery:
        again = gallery.add_source(new / "gate", SourceKind.FRAMES, "gate")
        gallery.record_frames(again, [frame(new / "gate/1.jpg")])
    report = relink_folder(case, disk, new, Progress())
    assert (report.files, report.sources) == (4, 2)
    assert paths(case)[0] == [disk / "gate", new / "door", new / "clip.avi", new / "gate"]
    assert verify_case(case, Progress()).is_whole


def test_places_that_cannot_be_say_so(case: Path, disk: Path, tmp_path: Path) -> None:
    with pytest.raises(MissingPathError):
        relink_folder(case, disk, tmp_path / "nowhere", Progress())
    with pytest.raises(CaseError, match="none of its originals lies below /elsewhere; they lie in"):
        relink_folder(case, Path("/elsewhere"), disk, Progress())
    with Gallery.open(case) as gallery, gallery.writer(), pytest.raises(CaseInUseError):
        relink_folder(case, disk, disk, Progress())


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_links_are_not_followed_when_looking(case: Path, disk: Path, tmp_path: Path) -> None:
    moved = (disk / "clip.avi").rename(tmp_path / "clip.avi")
    new = tmp_path / "new"
    new.mkdir()
    (new / "clip.avi").symlink_to(moved)
    (new / "round").symlink_to(new)
    assert find_missing(case, new, Progress()).missing == (disk / "clip.avi",)
