"""Finding the pictures and videos under a path that the user named."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import FileError, MissingPathError
from engine.gallery.records import SourceKind
from engine.imaging import stills, video


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedSource:
    """A folder with its pictures in order, or a video."""

    path: Path
    kind: SourceKind
    files: tuple[Path, ...]  # the pictures, or the video alone
    camera: str | None = None  # as the files' names say; None where they do not

    @property
    def default_camera(self) -> str:
        """Return the camera's name where the user gives none: what the files say, else the folder or the video."""
        if self.camera is not None:
            return self.camera
        if self.kind is SourceKind.VIDEO:
            return self.path.stem
        folder = self.path.parent if self.path.is_file() else self.path
        return folder.name or str(folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What lies under a path."""

    sources: tuple[ScannedSource, ...]
    left_out: int  # files that are neither picture nor video, by their endings
    links: int  # not followed: a link may lead out of the folder, or round in a circle


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPath:
    """A named path with what lies under it, or why nothing of it can be used."""

    path: Path
    found: Scan | FileError


def scan_paths(paths: Iterable[Path], *, holds_crops: bool) -> tuple[ScannedPath, ...]:
    """Return what lies under each of several paths."""
    return tuple(_scanned(path, holds_crops=holds_crops) for path in paths)


def _scanned(path: Path, *, holds_crops: bool) -> ScannedPath:
    try:
        return ScannedPath(path=path, found=scan(path, holds_crops=holds_crops))
    except FileError as error:
        return ScannedPath(path=path, found=error)


def scan(path: Path, *, holds_crops: bool) -> Scan:
    """Return the sources under a path.

    Every folder that holds pictures is a source of its own, for it usually is a camera's; a tree of crops is one.
    Hidden files and links below the path are passed over. A file that is named itself is taken whatever its ending.

    Raises:
        MissingPathError: if there is nothing at the path.
        FileError: if a folder holds neither pictures nor videos, or cannot be read.
    """
    path = path.expanduser().resolve()
    if not path.exists():
        raise MissingPathError(path)
    if path.is_file():
        return Scan(sources=(_named_file(path, holds_crops=holds_crops),), left_out=0, links=0)
    tree = _read_tree(path)
    sources = _crop_tree(path, tree) if holds_crops else _folders_and_videos(tree)
    if not sources:
        what = "holds no pictures" if holds_crops else "holds neither pictures nor videos"
        raise FileError(path, f"{what}; choose the folder in which they lie.")
    taken = sum(len(source.files) for source in sources)
    return Scan(
        sources=sources,
        left_out=sum(len(files) for _, files, _ in tree) - taken,
        links=sum(links for _, _, links in tree),
    )


_Folder = tuple[Path, list[Path], int]  # its path, its files in order, how many links it has


def _named_file(path: Path, *, holds_crops: bool) -> ScannedSource:
    is_picture = path.suffix.lower() in stills.SUFFIXES
    pictures = SourceKind.CROPS if holds_crops else SourceKind.FRAMES
    return ScannedSource(path=path, kind=pictures if is_picture else SourceKind.VIDEO, files=(path,))


def _read_tree(top: Path) -> list[_Folder]:
    return [_read_folder(Path(folder), names, files) for folder, names, files in _walk(top)]


def _walk(top: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Walk a tree in natural order, past hidden folders and never along a link."""
    for folder, folders, files in os.walk(top, onerror=_refuse):
        yield folder, list(folders), files
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=natural_key)


def _refuse(error: OSError) -> None:
    path = Path(str(error.filename))
    raise FileError(path, f"cannot be read ({error.strerror}); check your rights to the folder.") from error


def _read_folder(folder: Path, folders: list[str], files: list[str]) -> _Folder:
    visible = [folder / name for name in sorted(files, key=natural_key) if not name.startswith(".")]
    links = sum((folder / name).is_symlink() for name in (*folders, *files))
    return folder, [path for path in visible if not path.is_symlink()], links


def _crop_tree(top: Path, tree: list[_Folder]) -> tuple[ScannedSource, ...]:
    pictures = tuple(path for _, files, _ in tree for path in files if _is_picture(path))
    return (ScannedSource(path=top, kind=SourceKind.CROPS, files=pictures),) if pictures else ()


def _folders_and_videos(tree: list[_Folder]) -> tuple[ScannedSource, ...]:
    sources: list[ScannedSource] = []
    for folder, files, _ in tree:
        if pictures := tuple(filter(_is_picture, files)):
            sources.append(ScannedSource(path=folder, kind=SourceKind.FRAMES, files=pictures))
        videos = (path for path in files if path.suffix.lower() in video.SUFFIXES)
        sources += [ScannedSource(path=path, kind=SourceKind.VIDEO, files=(path,)) for path in videos]
    return tuple(sources)


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in stills.SUFFIXES


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return a key that sorts "frame 2" before "frame 10", and any two different names one way only."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in parts), name
