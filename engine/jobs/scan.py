"""Finding the pictures and videos under a path that the user named."""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

from engine.errors import FileError, MissingPathError
from engine.gallery.records import SourceKind
from engine.imaging import stills, video
from engine.imaging.file_state import FileState, file_state

LINKS_IN_A_CIRCLE = "is a link that leads back to itself; choose the folder that was meant."
REMEDIES = MappingProxyType(
    {
        errno.EACCES: "check your rights to the folder",
        errno.EPERM: "check your rights to the folder",
        errno.ENAMETOOLONG: "move it to where its path is shorter",
    }
)


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
        folder = self.path.parent if self.is_of_file else self.path
        return folder.name or str(folder)

    @property
    def is_of_file(self) -> bool:
        """Return whether the path is a file's, not a folder's."""
        return self.files[:1] == (self.path,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What lies under a path."""

    path: Path  # past all links
    state: FileState  # of the path
    sources: tuple[ScannedSource, ...]
    left_out: int  # files that are neither picture nor video, by their endings
    links: int  # not followed: a link may lead out of the folder, or round in a circle
    unreadable: tuple[FileError, ...] = ()  # folders of which nothing is known

    @property
    def is_of_file(self) -> bool:
        """Return whether the path is a file's, not a folder's."""
        return any(source.is_of_file and source.path == self.path for source in self.sources)


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
        FileError: if a folder holds neither pictures nor videos, or cannot be read itself.
    """
    path = _real_path(path)
    state = file_state(path)
    if not path.is_dir():
        named = _named_file(path, holds_crops=holds_crops)
        return Scan(path=path, state=state, sources=(named,), left_out=0, links=0)
    unreadable: list[FileError] = []
    tree = list(_walk(path, unreadable))
    if not tree:
        raise unreadable[0]
    sources = _crop_tree(path, tree) if holds_crops else _folders_and_videos(tree)
    if not sources:
        _refuse_without_footage(path, "no pictures" if holds_crops else "neither pictures nor videos", unreadable)
    taken = sum(len(source.files) for source in sources)
    return Scan(
        path=path,
        state=state,
        sources=sources,
        left_out=sum(len(folder.files) for folder in tree) - taken,
        links=sum(folder.links for folder in tree),
        unreadable=tuple(unreadable),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """What lies in a folder itself."""

    path: Path
    files: tuple[Path, ...]  # in order; neither hidden ones nor links
    links: int


def _real_path(path: Path) -> Path:
    """Return where a path leads, past all links.

    Raises:
        MissingPathError: if there is nothing.
        FileError: if it cannot be reached.
    """
    try:
        path = path.expanduser()
    except RuntimeError as error:  # of a user who is not there
        raise MissingPathError(path) from error
    try:
        real = path.resolve()
        if not real.exists() and not real.is_symlink():
            raise MissingPathError(path)
    except RuntimeError as error:  # how pathlib tells of a circle, up to Python 3.12
        raise FileError(path, LINKS_IN_A_CIRCLE) from error
    except OSError as error:
        raise FileError(path, _reason(error)) from error
    if real.is_symlink():
        raise FileError(path, LINKS_IN_A_CIRCLE)
    return real


def _named_file(path: Path, *, holds_crops: bool) -> ScannedSource:
    is_picture = path.suffix.lower() in stills.SUFFIXES
    pictures = SourceKind.CROPS if holds_crops else SourceKind.FRAMES
    return ScannedSource(path=path, kind=pictures if is_picture else SourceKind.VIDEO, files=(path,))


def _walk(top: Path, unreadable: list[FileError]) -> Iterator[_Folder]:
    """Yield the folders of a tree in natural order, past hidden ones and never along a link, however deep it is.

    Those that cannot be read are added to `unreadable`.
    """
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: natural_key(entry.name))
        except OSError as error:
            unreadable.append(FileError(path, _reason(error)))
            continue
        real = [entry for entry in entries if not entry.is_symlink()]
        visible = [(path / entry.name, _is_folder(entry)) for entry in real if not entry.name.startswith(".")]
        yield _Folder(
            path=path,
            files=tuple(inner for inner, is_folder in visible if not is_folder),
            links=len(entries) - len(real),
        )
        waiting += [inner for inner, is_folder in reversed(visible) if is_folder]


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # reading it as a file says what is wrong
        return False


def _reason(error: OSError) -> str:
    """Return why a folder cannot be used, with the remedy."""
    remedy = REMEDIES.get(error.errno or 0, "check that the drive is plugged in")
    return f"cannot be read ({error.strerror}); {remedy}."


def _refuse_without_footage(path: Path, what: str, unreadable: Sequence[FileError]) -> NoReturn:
    if unreadable:
        told = f"{len(unreadable)} of its folders, among them {unreadable[0].path.name}, {unreadable[0].reason}"
        raise FileError(path, f"holds {what} that can be read: {told}")
    raise FileError(path, f"holds {what}; choose the folder in which they lie.")


def _crop_tree(top: Path, tree: Sequence[_Folder]) -> tuple[ScannedSource, ...]:
    pictures = tuple(path for folder in tree for path in folder.files if _is_picture(path))
    return (ScannedSource(path=top, kind=SourceKind.CROPS, files=pictures),) if pictures else ()


def _folders_and_videos(tree: Sequence[_Folder]) -> tuple[ScannedSource, ...]:
    sources: list[ScannedSource] = []
    for folder in tree:
        if pictures := tuple(filter(_is_picture, folder.files)):
            sources.append(ScannedSource(path=folder.path, kind=SourceKind.FRAMES, files=pictures))
        videos = (path for path in folder.files if path.suffix.lower() in video.SUFFIXES)
        sources += [ScannedSource(path=path, kind=SourceKind.VIDEO, files=(path,)) for path in videos]
    return tuple(sources)


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in stills.SUFFIXES


def natural_key(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """Return a key that sorts "frame 2" before "frame 10", and any two different names one way only."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in parts), name
